package app.parlance.model;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Speed and time left of a transfer, over its last ten seconds. Not thread-safe: call it where progress is told. */
public final class TransferRate {
    private static final long WINDOW_NANOS = Duration.ofSeconds(10).toNanos();
    /** Before this much time a speed is chance. */
    private static final long LEAST_NANOS = Duration.ofMillis(500).toNanos();

    private record Sample(long nanos, long done) { }

    private final Deque<Sample> samples = new ArrayDeque<>();

    /** Takes in that so many bytes are done now. */
    public void at(long done) {
        at(System.nanoTime(), done);
    }

    void at(long nanos, long done) {
        if (!samples.isEmpty() && done < samples.getLast().done()) {
            samples.clear();
        }
        samples.addLast(new Sample(nanos, done));
        while (samples.size() > 2 && nanos - samples.getFirst().nanos() > WINDOW_NANOS) {
            samples.removeFirst();
        }
    }

    /** 0 where it cannot be told yet. */
    public long bytesPerSecond() {
        if (samples.size() < 2) {
            return 0;
        }
        long nanos = samples.getLast().nanos() - samples.getFirst().nanos();
        long bytes = samples.getLast().done() - samples.getFirst().done();
        return nanos < LEAST_NANOS ? 0 : Math.round(bytes * 1e9 / nanos);
    }

    /** Until {@code total} bytes are done at this speed; empty where it cannot be told. */
    public Optional<Duration> timeLeft(long total) {
        long speed = bytesPerSecond();
        return speed <= 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(Math.ceilDiv(total - samples.getLast().done(), speed)));
    }
}
