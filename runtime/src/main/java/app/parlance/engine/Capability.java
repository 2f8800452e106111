package app.parlance.engine;

/** What an engine can do beyond generating text; callers ask, they never look at the engine's kind. */
public enum Capability {
    /** {@link OpenModel#embed} works for embedding models. */
    EMBEDDINGS,
    /** A prompt that begins like the one before is read from where the two differ. */
    PREFIX_REUSE,
    /** Output can be held to a GBNF grammar ({@link GenerateRequest#grammar()}). */
    GRAMMAR,
    /** {@link OpenRequest#progress()} is told how far a load is. */
    LOAD_PROGRESS,
    /** A cancelled answer ends within a tenth of a second, also while its prompt is read. */
    INSTANT_CANCEL,
    /** {@link OpenModel#sequences()} answers are written at once, and what their prompts begin with alike is read once. */
    PARALLEL,
    /** {@link OpenModel#score} works. */
    SCORES,
    /** The computing threads follow the machine's load, and {@link OpenModel#setThreads} works. */
    LIVE_THREADS,
    /** {@link OpenRequest#adapters()} are applied. */
    ADAPTERS,
    /** Models that first read everything and then write, such as T5, work. */
    ENCODER_DECODER,
    /** {@link GenerateRequest#cache()} is read and kept. */
    PROMPT_CACHE,
    /** {@link Engine#quantize} works. */
    QUANTIZE
}
