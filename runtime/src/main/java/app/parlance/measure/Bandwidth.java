package app.parlance.measure;

import app.parlance.platform.Machine;
import app.parlance.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/** The memory's bandwidth on this machine: measured in about a second, and the best remembered. Thread-safe. */
public final class Bandwidth {
    private static final System.Logger LOG = System.getLogger(Bandwidth.class.getName());

    private static final Duration TIME = Duration.ofSeconds(1);
    /** Far beyond the caches of the machines that people have. */
    private static final long WANTED_BYTES = 256L << 20;

    private final Measurements kept;
    private final String machine = machine();
    private final LongAdder sums = new LongAdder();

    public Bandwidth(Measurements kept) {
        this.kept = kept;
    }

    /** This machine, as far as speeds depend on it: processor and cores. */
    static String machine() {
        return Machine.processor() + ", " + Runtime.getRuntime().availableProcessors() + " threads";
    }

    /** Bytes a second that all cores together read from memory. Blocks while it measures. */
    public synchronized double bytesPerSecond() throws InterruptedException {
        try {
            var known = kept.bandwidth(machine);
            if (known.isPresent()) return known.getAsDouble();
        } catch (ProblemException e) {
            LOG.log(System.Logger.Level.WARNING, "The bandwidth that was measured cannot be read; it is measured again", e);
        }
        return measureAgain();
    }

    /** What is there now, measured anew; remembered where it is more than what was known. */
    public synchronized double measureAgain() throws InterruptedException {
        var measured = measure();
        try {
            kept.addBandwidth(machine, measured);
        } catch (ProblemException e) {
            LOG.log(System.Logger.Level.WARNING, "The bandwidth could not be kept", e);
        }
        return measured;
    }

    /** The best of many passes: what else the machine does can only slow one down. */
    private double measure() throws InterruptedException {
        var threads = Runtime.getRuntime().availableProcessors();
        var bytes = Math.min(WANTED_BYTES, Runtime.getRuntime().maxMemory() / 4);
        var parts = new ArrayList<Callable<Long>>();
        for (var i = 0; i < threads; i++) {
            var numbers = new long[(int) (bytes / threads / Long.BYTES)];
            parts.add(() -> sum(numbers));
        }
        var best = 0.0;
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var end = System.nanoTime() + TIME.toNanos();
            while (System.nanoTime() < end) {
                var begin = System.nanoTime();
                readAll(pool, parts);
                best = Math.max(best, bytes / ((System.nanoTime() - begin) / 1e9));
            }
        }
        return best;
    }

    /** The sums are kept so that no compiler may leave the reading out. */
    private void readAll(ExecutorService pool, List<Callable<Long>> parts) throws InterruptedException {
        for (var done : pool.invokeAll(parts)) {
            try {
                sums.add(done.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    /** Eight sums that do not wait for each other, so that memory is what limits. */
    private static long sum(long[] numbers) {
        long a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0;
        for (var i = 0; i < numbers.length - 7; i += 8) {
            a += numbers[i];
            b += numbers[i + 1];
            c += numbers[i + 2];
            d += numbers[i + 3];
            e += numbers[i + 4];
            f += numbers[i + 5];
            g += numbers[i + 6];
            h += numbers[i + 7];
        }
        return a + b + c + d + e + f + g + h;
    }
}
