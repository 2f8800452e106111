package app.parlance.engine;

import java.util.List;

/**
 * A model in memory. Thread-safe: requests that arrive together are answered one after the other.
 * After {@link #close()} or the death of what runs it, every method throws {@link EngineException}.
 */
public interface OpenModel extends AutoCloseable {
    /** The context in tokens that this model was opened with. */
    int contextTokens();

    /**
     * Starts an answer and returns at once; the stream's first event may take long. The caller must
     * read it to its end or close it.
     *
     * @throws EngineException when the prompt leaves no room in the context, or nothing runs any more
     */
    Generation generate(GenerateRequest request) throws EngineException, InterruptedException;

    /** The tokens that this prompt takes, template included. */
    int countTokens(Prompt prompt) throws EngineException, InterruptedException;

    /**
     * Vectors of unit length, one for each text, in order; texts longer than the model's context are cut.
     *
     * @throws EngineException also when the model was not opened with {@link OpenRequest.Purpose#EMBED}
     */
    List<float[]> embed(List<String> texts) throws EngineException, InterruptedException;

    /** False once closed, crashed, or killed. */
    boolean isAlive();

    /** Ends what is running and gives the memory back. Safe to call twice and from any thread. */
    @Override
    void close();
}
