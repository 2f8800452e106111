package app.parlance.measure;

import app.parlance.engine.CacheType;
import app.parlance.engine.OpenRequest;
import app.parlance.gguf.GgufHeader;

/** What a model's header tells of the memory that it takes and reads. */
final class Estimates {
    private Estimates() { }

    static long memory(GgufHeader header, OpenRequest request, int contextTokens) {
        return header.bytes() + (long) (contextTokens * cachePerToken(header, request.cache()));
    }

    /** Bytes read for each token that is written, once the context holds so many. */
    static double read(GgufHeader header, CacheType cache, int contextTokens) {
        return header.bytes() + contextTokens * cachePerToken(header, cache);
    }

    private static double cachePerToken(GgufHeader header, CacheType cache) {
        return 2.0 * header.blockCount() * header.embeddingLength() / Math.max(1, header.headCount()) * header.headCountKv() * cache.bytesPerElement();
    }
}
