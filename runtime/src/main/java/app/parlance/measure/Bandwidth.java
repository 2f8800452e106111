package app.parlance.measure;

/** The memory's bandwidth on this machine: measured once, in about a second, and remembered. Thread-safe. */
public final class Bandwidth {
    /** Bytes a second that all cores together read from memory. Blocks while it measures. */
    public double bytesPerSecond() throws InterruptedException {
        throw new UnsupportedOperationException();
    }
}
