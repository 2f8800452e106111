package app.parlance.natives;

import app.parlance.problem.ProblemException;

/** The newer runtime could not be fetched, checked or removed; the sentences are for the person. */
public class NativesException extends ProblemException {
    public NativesException(String message, String remedy) {
        super(message, remedy);
    }

    public NativesException(String message, String remedy, Throwable cause) {
        super(message, remedy, cause);
    }
}
