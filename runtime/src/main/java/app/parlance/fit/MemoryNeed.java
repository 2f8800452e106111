package app.parlance.fit;

import app.parlance.engine.CacheType;
import app.parlance.gguf.ModelShape;

/**
 * What a model is likely to take in memory while it is open, in bytes.
 *
 * @param weights the file's tensors
 * @param cache keys and values of the whole context
 * @param scratch what computing takes besides
 * @param process the worker without a model
 */
public record MemoryNeed(long weights, long cache, long scratch, long process) {
    /**
     * Estimates; within 15 % of the worker's resident memory once the context has been used.
     *
     * @param fileBytes the model's file
     * @param contextTokens 0 = the engine's default
     */
    public static MemoryNeed of(long fileBytes, ModelShape shape, int contextTokens, CacheType cache) {
        throw new UnsupportedOperationException();
    }

    public long total() {
        return weights + cache + scratch + process;
    }
}
