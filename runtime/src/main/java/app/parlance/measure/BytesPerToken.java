package app.parlance.measure;

import app.parlance.engine.CacheType;
import app.parlance.gguf.GgufHeader;

/** What a model's header tells of what is read from memory for each token. */
final class BytesPerToken {
    private BytesPerToken() { }

    /** Bytes read for each token that is written, once the context holds so many: the weights once, and all keys and values. */
    static double read(GgufHeader header, CacheType cache, int contextTokens) {
        return weights(header) + contextTokens * header.shape().cacheElementsPerToken() * cache.bytesPerElement();
    }

    /**
     * The file without the table that tokens are looked up in, of which one row is read; where the output uses that same table ("tied"),
     * all of it is read and counts. The header's figures do not name the tables, so what the parameters beyond the blocks come to decides:
     * about one table or two of vocabulary times width, at the file's mean bytes for a parameter. The blocks are counted as in the Llama family
     * (attention of width times width twice, keys and values, three matrices to the feed-forward width), which for mixtures of experts
     * is more than is read. The result is exact to about a tenth for the models of the catalogue.
     */
    static double weights(GgufHeader header) {
        var shape = header.shape();
        var table = (double) shape.vocabulary() * shape.embedding();
        if (table == 0 || header.parameters() == 0) return header.bytes();
        var keysAndValues = (double) shape.cacheElementsPerToken() * shape.embedding();
        var blocks = shape.layers() * (2.0 * shape.embedding() * shape.embedding() + 3.0 * shape.embedding() * shape.feedForward()) + keysAndValues;
        var tables = Math.round((header.parameters() - blocks) / table);
        return tables < 2 ? header.bytes() : header.bytes() - table * header.bytes() / header.parameters();
    }
}
