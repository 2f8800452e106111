package app.parlance.mode;

import app.parlance.engine.CacheType;
import app.parlance.engine.OpenRequest;
import app.parlance.engine.Sampling;
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
    /** How the model is opened for it. */
    public OpenRequest request() {
        return OpenRequest.toGenerate(model.file(), contextTokens).withCache(cache).withThreads(threads).withBatch(batch);
    }
}
