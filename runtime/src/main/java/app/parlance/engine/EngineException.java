package app.parlance.engine;

import app.parlance.problem.ProblemException;

/** A model could not be opened, or stopped working; the sentences are for the person. */
public class EngineException extends ProblemException {
    /** What callers may want to act on. */
    public enum Kind {
        /** The file was refused: damaged, of an unknown architecture, or too large for the memory. */
        REFUSED,
        /** The process that ran the model ended by itself or was killed. */
        DIED,
        /** It lived but did nothing for too long, and was ended. */
        HUNG,
        /** The prompt does not fit into the context. */
        PROMPT_TOO_LONG,
        /** This machine cannot run the engine at all. */
        UNSUPPORTED_MACHINE,
        /** The engine's native libraries are missing, changed, or not those that it was written for; another engine may do. */
        UNFIT_LIBRARY,
        /** It was asked for something it cannot do, or after its end. */
        NOT_POSSIBLE
    }

    private final Kind kind;

    public EngineException(Kind kind, String message, String remedy) {
        this(kind, message, remedy, null);
    }

    public EngineException(Kind kind, String message, String remedy, Throwable cause) {
        super(message, remedy, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
