package app.parlance.engine.llama;

import java.time.Duration;

/**
 * How workers are run.
 *
 * @param heapMegabytes a worker's Java heap; models lie outside it
 * @param load the longest that loading may take
 * @param silence a worker that computes and says nothing for so long hangs
 * @param cancel the same after somebody asked it to stop
 * @param keep the longest that closing waits for prompt caches to be written
 */
public record WorkerSettings(int heapMegabytes, Duration load, Duration silence, Duration cancel, Duration keep) {
    public static final WorkerSettings DEFAULT = new WorkerSettings(256, Duration.ofMinutes(5), Duration.ofSeconds(90), Duration.ofSeconds(15), Duration.ofSeconds(3));
}
