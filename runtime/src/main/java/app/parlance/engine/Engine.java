package app.parlance.engine;

import java.util.Set;

/**
 * Something that runs language models: a llama.cpp in a worker process today, others beside it later.
 * Callers see only this contract and ask {@link #capabilities()} instead of knowing which it is.
 *
 * <p>Thread-safe. Methods block; run them off the JavaFX thread.
 */
public interface Engine {
    /** Name and version for people, for example {@code llama.cpp b4916 (de.kherud:llama 4.2.0)}. */
    String name();

    Set<Capability> capabilities();

    /** Whether models of this GGUF {@code general.architecture} load and give sensible text. */
    boolean supports(String architecture);

    /**
     * Loads a model; takes from half a second to many seconds.
     *
     * @throws EngineException when the model cannot be loaded, with the reason in words
     */
    OpenModel open(OpenRequest request) throws EngineException, InterruptedException;
}
