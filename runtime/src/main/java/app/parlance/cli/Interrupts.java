package app.parlance.cli;

import org.jline.utils.Signals;

/** Takes over Ctrl+C while something runs that can be stopped; afterwards it ends the program as usual. */
final class Interrupts implements AutoCloseable {
    private static final String CTRL_C = "INT";

    private final Object before;

    private Interrupts(Object before) {
        this.before = before;
    }

    /** @param action called on a thread of the system's for each Ctrl+C until the result is closed */
    static Interrupts handle(Runnable action) {
        return new Interrupts(Signals.register(CTRL_C, action));
    }

    @Override
    public void close() {
        Signals.unregister(CTRL_C, before);
    }
}
