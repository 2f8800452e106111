package app.parlance.model;

import app.parlance.problem.ProblemException;

/** A model file, a download or the store could not be used; the sentences are for the person. */
public class ModelException extends ProblemException {
    public ModelException(String message, String remedy) {
        super(message, remedy);
    }

    public ModelException(String message, String remedy, Throwable cause) {
        super(message, remedy, cause);
    }
}
