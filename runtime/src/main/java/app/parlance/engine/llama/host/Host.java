package app.parlance.engine.llama.host;

import app.parlance.engine.CacheType;
import app.parlance.engine.Capability;
import app.parlance.engine.EngineException;
import app.parlance.engine.EngineException.Kind;
import app.parlance.engine.GenerateRequest;
import app.parlance.engine.Prompt;
import app.parlance.engine.Score;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The one model of a worker and what can be asked of it. One thread computes; {@link #count}, {@link #prompt}
 * and {@link #cancelled} may be called by another at any time.
 */
public interface Host {
    int contextTokens();

    /** How many answers are written at once. */
    default int sequences() {
        return 1;
    }

    /** How keys and values are kept. */
    default CacheType cache() {
        return CacheType.F16;
    }

    Set<Capability> capabilities();

    Tokenizer tokenizer();

    /** Whether conversations are rendered with the model's own template, where it has one. */
    default boolean knowsTemplate() {
        return tokenizer().knowsTemplate();
    }

    default int count(Prompt prompt) {
        return tokenizer().tokens(prompt).length;
    }

    /**
     * The prompt's tokens, at least one, with room for at least one more.
     *
     * @throws EngineException where there is nothing to go on from, or it is too long
     */
    int[] prompt(GenerateRequest request) throws EngineException;

    /** Queues an answer; {@link #step} then works on it. */
    void begin(Writing writing) throws EngineException;

    /** Works on what was queued, for a short while where it can; false where there is nothing to do. */
    boolean step();

    /** Told after a writing was cancelled, so that a long computation can be broken off. */
    default void cancelled(Writing writing) { }

    default List<float[]> embed(List<String> texts) throws EngineException {
        throw new EngineException(Kind.NOT_POSSIBLE, "This model was opened to write; it cannot embed.", "");
    }

    /**
     * Queues the scoring of texts; {@link #step} then works on it.
     *
     * @param alive told now and then until it ends
     * @param result told once, when all are known
     */
    default void score(Prompt prompt, List<String> continuations, Runnable alive, Consumer<List<Score>> result) throws EngineException {
        throw new EngineException(Kind.NOT_POSSIBLE, "This model's runtime cannot say how likely a text is.", "Get the newer runtime under Models.");
    }

    /** @param count 0 = follow the machine's load */
    default void setThreads(int count) throws EngineException {
        throw new EngineException(Kind.NOT_POSSIBLE, "This model's runtime cannot change its threads while it runs.", "Get the newer runtime under Models.");
    }

    /** Writes the prompt caches that are not on disk yet. */
    default void keepPrompts() { }
}
