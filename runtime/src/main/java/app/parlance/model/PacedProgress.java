package app.parlance.model;

/** Tells of progress ten times a second at most, never backwards, and always of the end. */
final class PacedProgress implements ByteProgress {
    private static final long PAUSE_NANOS = 100_000_000;

    private final ByteProgress told;
    private long lastNanos;
    private long lastDone = -1;

    PacedProgress(ByteProgress told) {
        this.told = told;
    }

    @Override
    public void at(long done, long total) {
        long now = System.nanoTime();
        boolean due = lastDone < 0 || now - lastNanos >= PAUSE_NANOS || done == total;
        if (due && done > lastDone) {
            lastNanos = now;
            lastDone = done;
            told.at(done, total);
        }
    }
}
