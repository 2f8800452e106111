package app.parlance.engine.llama.binding;

import app.parlance.engine.CacheType;

/**
 * The shape of a context.
 *
 * @param cells tokens that fit into its memory; of all sequences together if unified, else divided among them
 * @param batch the most tokens a decode takes
 * @param microBatch the most tokens computed at once; an encode takes no more, nor does an embedding context's decode
 * @param sequences the most sequences, numbered from 0
 * @param threads compute threads; see {@link NativeContext#setThreads}
 * @param flashAttention quicker for embeddings, without gain for chat
 * @param unified sequences share their cells, so that a prefix is kept once
 * @param pooling what makes it an embedding context
 * @param cache of keys and values; where that is in blocks, flash attention is needed for the values
 */
public record ContextSettings(int cells, int batch, int microBatch, int sequences, int threads, boolean flashAttention, boolean unified, Pooling pooling,
        CacheType cache) {
    /** The most tokens that a decode of {@link #toWrite} takes. */
    public static final int WRITING_BATCH = 256;
    /** llama.cpp's LLAMA_MAX_SEQ. */
    private static final int MOST_SEQUENCES = 256;

    public ContextSettings {
        if (cells < 1 || batch < 1 || microBatch < 1 || threads < 1) throw new IllegalArgumentException("not even one of each: " + cells + ", " + batch + ", " + microBatch + ", " + threads);
        if (sequences < 1 || sequences > Math.min(MOST_SEQUENCES, cells)) throw new IllegalArgumentException(sequences + " sequences");
    }

    /** A context that writes; its sequences can share a prefix. */
    public static ContextSettings toWrite(int cells, int sequences, int threads) {
        return new ContextSettings(cells, WRITING_BATCH, WRITING_BATCH, sequences, threads, false, true, Pooling.NONE, CacheType.F16);
    }

    /** A context that embeds texts, as many tokens at once as it has cells. */
    public static ContextSettings toEmbed(int cells, int sequences, int threads) {
        return new ContextSettings(cells, cells, cells, sequences, threads, true, true, Pooling.MODEL, CacheType.F16);
    }

    /** Of an embedding context all that is computed at once goes in one part. */
    int usableBatch() {
        return pooling == Pooling.NONE ? batch : usableMicroBatch();
    }

    /** Where vectors are pooled, llama.cpp v0.4.0 ends the process unless the tokens divide evenly among the sequences. */
    int usableMicroBatch() {
        if (pooling == Pooling.NONE) return microBatch;
        int usable = Math.min(cells, microBatch);
        return usable - usable % sequences;
    }

    public ContextSettings withBatch(int newBatch, int newMicroBatch) {
        return new ContextSettings(cells, newBatch, newMicroBatch, sequences, threads, flashAttention, unified, pooling, cache);
    }

    public ContextSettings withUnified(boolean on) {
        return new ContextSettings(cells, batch, microBatch, sequences, threads, flashAttention, on, pooling, cache);
    }

    public ContextSettings withPooling(Pooling newPooling) {
        return new ContextSettings(cells, batch, microBatch, sequences, threads, flashAttention, unified, newPooling, cache);
    }

    /** Flash attention comes with one in blocks: llama.cpp keeps values so only then. */
    public ContextSettings withCache(CacheType type) {
        return new ContextSettings(cells, batch, microBatch, sequences, threads, flashAttention || type.inBlocks(), unified, pooling, type);
    }
}
