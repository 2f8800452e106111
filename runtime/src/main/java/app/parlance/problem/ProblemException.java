package app.parlance.problem;

/**
 * Something went wrong that a person must hear about.
 *
 * <p>{@link #getMessage()} is a whole sentence in plain words: what happened and what was kept;
 * {@link #remedy()} says what to do about it and may be empty. Both are shown as they are; technical
 * detail goes into the cause.
 */
public class ProblemException extends Exception {
    private final String remedy;

    public ProblemException(String message, String remedy) {
        this(message, remedy, null);
    }

    public ProblemException(String message, String remedy, Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    /** What the person can do, as a sentence, or the empty string. */
    public String remedy() {
        return remedy;
    }

    /** Both sentences, for places that show one text. */
    public String full() {
        return remedy.isEmpty() ? getMessage() : getMessage() + " " + remedy;
    }
}
