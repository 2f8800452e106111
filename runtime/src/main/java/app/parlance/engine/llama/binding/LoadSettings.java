package app.parlance.engine.llama.binding;

import java.util.function.DoublePredicate;

/**
 * How a model is read.
 *
 * @param mapped pages of the file are mapped instead of copied: quicker, but repacked weights then take memory twice,
 *               and a file that is truncated while open kills the process
 * @param repacked weights are rearranged for this processor: prompts are read up to twice as fast
 * @param vocabularyOnly no weights: the model tokenises, but no context opens on it
 * @param progress told 0..1 on the loading thread; returns false to stop the load
 */
public record LoadSettings(boolean mapped, boolean repacked, boolean vocabularyOnly, DoublePredicate progress) {
    /** Repacked, not mapped: the least memory and the quickest prompts. */
    public static final LoadSettings DEFAULT = new LoadSettings(false, true, false, share -> true);
    public static final LoadSettings VOCABULARY = new LoadSettings(true, false, true, share -> true);

    public LoadSettings withProgress(DoublePredicate newProgress) {
        return new LoadSettings(mapped, repacked, vocabularyOnly, newProgress);
    }
}
