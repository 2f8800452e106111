package app.parlance.engine;

/** Why an answer ended. */
public enum StopReason {
    /** The model ended its turn, or a stop text came. */
    END,
    /** {@link GenerateRequest#maxTokens()} were written. */
    LENGTH,
    /** The context is full. */
    CONTEXT_FULL,
    /** Somebody cancelled. */
    CANCELLED
}
