package app.parlance.engine.llama.binding;

/** llama.cpp refused a file, or memory for it; the message is its own last error line about it, in its own English. */
public final class LoadException extends Exception {
    private final boolean stopped;

    private LoadException(String message, boolean stopped) {
        super(message);
        this.stopped = stopped;
    }

    static LoadException refused(String reason) {
        return new LoadException(reason, false);
    }

    static LoadException byProgress() {
        return new LoadException("the load was stopped", true);
    }

    /** Whether the progress predicate ended the load, so that nothing is wrong with the file. */
    public boolean stopped() {
        return stopped;
    }
}
