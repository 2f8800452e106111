package app.parlance.engine;

import java.util.List;
import java.util.Set;

/**
 * A model in memory. Thread-safe: of requests that arrive together {@link #sequences()} are answered at once, fairly,
 * and the others wait for their turn. After {@link #close()} or the death of what runs it, every method throws {@link EngineException}.
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

    /** What the engine that runs this model can do with it. */
    Set<Capability> capabilities();

    /** The engine's name for people. */
    String engine();

    /** How many answers are written at once; 1 without {@link Capability#PARALLEL}. */
    int sequences();

    /** How the context's keys and values are kept: as asked for, or F16 where that is not possible with this model. */
    CacheType cache();

    /** Bytes of memory that the model's process holds now; 0 where the system does not tell, or it has ended. */
    long residentBytes();

    /** The tokens that this prompt takes, template included. */
    int countTokens(Prompt prompt) throws EngineException, InterruptedException;

    /**
     * Vectors of unit length, one for each text, in order; texts longer than the model's context are cut.
     *
     * @throws EngineException also when the model was not opened with {@link OpenRequest.Purpose#EMBED}
     */
    List<float[]> embed(List<String> texts) throws EngineException, InterruptedException;

    /**
     * How likely each of these texts is to follow the prompt, in order. The prompt is read once. Not estimated: only rounding
     * differs, which with quantized weights can come to a tenth where texts are scored together or alone.
     *
     * @throws EngineException also where the engine lacks {@link Capability#SCORES}, or a text is empty or too long
     */
    List<Score> score(Prompt prompt, List<String> continuations) throws EngineException, InterruptedException;

    /**
     * Changes the computing threads at once, also while something is written.
     *
     * @param count 0 = follow the machine's load
     * @throws EngineException also where the engine lacks {@link Capability#LIVE_THREADS}
     */
    void setThreads(int count) throws EngineException, InterruptedException;

    /** False once closed, crashed, or killed. */
    boolean isAlive();

    /** Ends what is running, keeps the prompt caches that were asked for, and gives the memory back. Safe to call twice and from any thread. */
    @Override
    void close();
}
