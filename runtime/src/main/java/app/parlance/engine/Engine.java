package app.parlance.engine;

import java.util.Set;

/**
 * Something that runs language models: a llama.cpp in a worker process, or a choice between several.
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
     * Loads a model; takes from half a second to many seconds. Interrupting the thread ends the load at once.
     *
     * @throws EngineException when the model cannot be loaded, with the reason in words
     */
    OpenModel open(OpenRequest request) throws EngineException, InterruptedException;

    /** Starts the engine without a model and asks it what it is; takes about half a second. */
    EngineDescription describe() throws EngineException, InterruptedException;

    /**
     * Makes a smaller variant of a model; takes seconds to minutes. Interrupting the thread ends it at once.
     * However it ends, no partial file is left.
     *
     * @throws EngineException also where the engine lacks {@link Capability#QUANTIZE}
     */
    void quantize(QuantizeRequest request) throws EngineException, InterruptedException;
}
