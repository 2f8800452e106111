package app.parlance.mode;

import app.parlance.engine.CacheType;
import app.parlance.engine.OpenRequest;
import app.parlance.engine.Sampling;
import app.parlance.fit.MemoryNeed;
import app.parlance.model.StoredModel;

/**
 * What a mode comes to for one request.
 *
 * @param mode that was asked for
 * @param level that it came to: never {@link Mode#AUTO}
 * @param contextTokens 0 = the engine's default
 * @param threads 0 = the engine's default
 * @param reason why this model and not another, as a sentence for people
 */
public record Plan(Mode mode, Mode level, StoredModel model, CacheType cache, int contextTokens, int threads, int batch, Sampling sampling, Effort effort, String reason) {
    /** A model as the engine opens it by itself, where there are no modes. */
    public static Plan plain(StoredModel model) {
        return new Plan(Mode.FAST, Mode.FAST, model, CacheType.F16, 0, 0, 0, Sampling.DEFAULT, new Effort(0, false, false), model.name() + ".");
    }

    /** The same in another context. */
    public Plan withContextTokens(int tokens) {
        return new Plan(mode, level, model, cache, tokens, threads, batch, sampling, effort, reason);
    }

    /** The same with other sampling. */
    public Plan withSampling(Sampling other) {
        return new Plan(mode, level, model, cache, contextTokens, threads, batch, other, effort, reason);
    }

    /** The same for another reason. */
    Plan because(String other) {
        return new Plan(mode, level, model, cache, contextTokens, threads, batch, sampling, effort, other);
    }

    /** The memory that it takes while the model is open. */
    public MemoryNeed need() {
        return MemoryNeed.of(model.bytes(), model.header().shape(), contextTokens, cache);
    }

    /** How the model is opened for it. */
    public OpenRequest request() {
        return OpenRequest.toGenerate(model.file(), contextTokens).withCache(cache).withThreads(threads).withBatch(batch);
    }
}
