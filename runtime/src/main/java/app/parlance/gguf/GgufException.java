package app.parlance.gguf;

import app.parlance.problem.ProblemException;

/** A file is no sound GGUF model; the sentences are for the person. */
public final class GgufException extends ProblemException {
    public GgufException(String message, String remedy) {
        super(message, remedy);
    }

    public GgufException(String message, String remedy, Throwable cause) {
        super(message, remedy, cause);
    }
}
