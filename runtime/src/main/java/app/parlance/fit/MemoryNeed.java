package app.parlance.fit;

import app.parlance.engine.CacheType;
import app.parlance.engine.OpenRequest;
import app.parlance.engine.llama.host.ContextSize;
import app.parlance.gguf.GgufHeader;
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
    /** Tokens that are computed at once unless told otherwise. */
    private static final int BATCH = 256;

    /**
     * Estimates; within 15 % of the worker's resident memory once the context has been used.
     *
     * @param fileBytes the model's file
     * @param contextTokens 0 = the engine's default
     */
    public static MemoryNeed of(long fileBytes, ModelShape shape, int contextTokens, CacheType cache) {
        ContextSize context = ContextSize.toWrite(contextTokens, shape.cacheElementsPerToken(), cache);
        long cells = (long) context.tokens() * context.conversations();
        return new MemoryNeed(fileBytes, cache.bytes(cells * shape.cacheElementsPerToken()), 0, 90_000_000);
    }

    /**
     * The same for a request.
     *
     * @param header of the request's file
     */
    public static MemoryNeed of(GgufHeader header, OpenRequest request) {
        int usual = header.contextLength() == 0 ? request.contextTokens() : Math.min(header.contextLength(), ContextSize.DEFAULT);
        return of(header.bytes(), header.shape(), request.contextTokens() > 0 ? request.contextTokens() : usual, request.cache());
    }

    public long total() {
        return weights + cache + scratch + process;
    }
}
