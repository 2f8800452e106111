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
    /** Tokens computed at once unless told otherwise. */
    private static final int BATCH = 256;
    /** The rows of numbers that one token's way through a block needs at a time, in widths outside and inside it. */
    private static final int WIDTHS = 4;
    private static final int FEED_FORWARDS = 2;
    /** For each token of the vocabulary: its text on both sides of the binding, and logits of those outputs that are asked for. */
    private static final long VOCABULARY_BYTES = 330;
    /** Width of an attention head in nearly all models. */
    private static final int HEAD = 64;
    /** A Java runtime with its code, heap and the library, without a model. */
    private static final long PROCESS = 117_000_000;

    /**
     * Estimates; within 15 % of the worker's resident memory once the context has been used.
     *
     * @param fileBytes the model's file
     * @param contextTokens 0 = the engine's default
     */
    public static MemoryNeed of(long fileBytes, ModelShape shape, int contextTokens, CacheType cache) {
        return of(fileBytes, shape, contextTokens, cache, BATCH);
    }

    private static MemoryNeed of(long fileBytes, ModelShape shape, int contextTokens, CacheType cache, int batch) {
        ContextSize context = ContextSize.toWrite(contextTokens, shape.cacheElementsPerToken(), cache);
        long cells = (long) context.tokens() * context.conversations();
        long activations = 4L * batch * (WIDTHS * shape.embedding() + FEED_FORWARDS * shape.feedForward());
        // Every head's look at the context, half of a batch at a time on average; flash attention, which smaller types bring, makes no such table.
        long attention = !cache.inBlocks() && shape.cacheElementsPerToken() > 0 ? 4L * context.tokens() * batch / 2 * (shape.embedding() / HEAD) : 0;
        return new MemoryNeed(fileBytes, cache.bytes(cells * shape.cacheElementsPerToken()),
                activations + attention + VOCABULARY_BYTES * shape.vocabulary(), PROCESS);
    }

    /**
     * The same for a request.
     *
     * @param header of the request's file
     */
    public static MemoryNeed of(GgufHeader header, OpenRequest request) {
        int usual = header.contextLength() == 0 ? request.contextTokens() : Math.min(header.contextLength(), ContextSize.DEFAULT);
        return of(header.bytes(), header.shape(), request.contextTokens() > 0 ? request.contextTokens() : usual, request.cache(),
                request.batch() > 0 ? request.batch() : BATCH);
    }

    public long total() {
        return weights + cache + scratch + process;
    }
}
