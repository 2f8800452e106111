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
    LOAD_PROGRESS
}
