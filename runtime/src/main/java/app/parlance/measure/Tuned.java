package app.parlance.measure;

import app.parlance.engine.CacheType;
import java.time.Instant;
import java.util.List;

/**
 * The settings that were quickest for a model on this machine.
 *
 * @param batch the most prompt tokens computed at once
 * @param samples what they were chosen from, in the order of measuring
 */
public record Tuned(int threads, int batch, CacheType cache, List<Sample> samples, Instant measured) {
    /** One combination of settings. Prompt tokens are read {@code promptTokensPerSecond}; writing one takes {@code millisPerToken}. */
    public record Sample(int threads, int batch, CacheType cache, double promptTokensPerSecond, double millisPerToken) { }

    public Tuned {
        samples = List.copyOf(samples);
    }
}
