package app.parlance.engine;

/**
 * An answer under way. One thread reads it; {@link #cancel()} may come from any.
 */
public interface Generation extends AutoCloseable {
    /**
     * Waits for the next event. After {@link GenerationEvent.Finished} there is none: calling again
     * is an {@link IllegalStateException}.
     *
     * @throws EngineException when what runs the model died or hangs; the text that came before stays valid
     */
    GenerationEvent next() throws EngineException, InterruptedException;

    /** Asks for the end; the stream then ends with {@link StopReason#CANCELLED}. Returns at once. */
    void cancel();

    /** Cancels if not finished and reads to the end. */
    @Override
    void close();
}
