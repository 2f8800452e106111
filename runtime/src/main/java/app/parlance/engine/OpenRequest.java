package app.parlance.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * What to load, and how.
 *
 * @param file the GGUF file
 * @param contextTokens the largest context in tokens of one sequence; 0 = the smaller of 4096 and what the model was trained on
 * @param threads computing threads; 0 = the engine's measured default for this machine, following its load where the engine can
 * @param purpose whether the model will write text or embed it
 * @param sequences answers that are to be written at once where the engine has {@link Capability#PARALLEL}; 0 = its default
 * @param cache how the context's keys and values are kept
 * @param batch the most prompt tokens computed at once; 0 = the engine's default
 * @param adapters to apply, for engines with {@link Capability#ADAPTERS}
 * @param progress told 0..1 by engines with {@link Capability#LOAD_PROGRESS}; called on any thread
 */
public record OpenRequest(Path file, int contextTokens, int threads, Purpose purpose, int sequences, CacheType cache, int batch,
        List<Adapter> adapters, DoubleConsumer progress) {
    public enum Purpose { GENERATE, EMBED }

    public OpenRequest {
        adapters = List.copyOf(adapters);
    }

    public static OpenRequest toGenerate(Path file, int contextTokens) {
        return new OpenRequest(file, contextTokens, 0, Purpose.GENERATE, 0, CacheType.F16, 0, List.of(), share -> { });
    }

    public static OpenRequest toEmbed(Path file) {
        return new OpenRequest(file, 0, 0, Purpose.EMBED, 0, CacheType.F16, 0, List.of(), share -> { });
    }

    public OpenRequest withThreads(int number) {
        return new OpenRequest(file, contextTokens, number, purpose, sequences, cache, batch, adapters, progress);
    }

    public OpenRequest withSequences(int number) {
        return new OpenRequest(file, contextTokens, threads, purpose, number, cache, batch, adapters, progress);
    }

    public OpenRequest withCache(CacheType type) {
        return new OpenRequest(file, contextTokens, threads, purpose, sequences, type, batch, adapters, progress);
    }

    public OpenRequest withBatch(int tokens) {
        return new OpenRequest(file, contextTokens, threads, purpose, sequences, cache, tokens, adapters, progress);
    }

    public OpenRequest withAdapters(List<Adapter> applied) {
        return new OpenRequest(file, contextTokens, threads, purpose, sequences, cache, batch, applied, progress);
    }

    public OpenRequest withProgress(DoubleConsumer told) {
        return new OpenRequest(file, contextTokens, threads, purpose, sequences, cache, batch, adapters, told);
    }

    /** Whether a model opened for the other serves this one too: all alike but who is told of the load. */
    public boolean sameModel(OpenRequest other) {
        return withProgress(other.progress).equals(other);
    }
}
