package app.parlance.measure;

import app.parlance.engine.CacheType;
import app.parlance.engine.ModelPool;
import app.parlance.engine.ModelPool.Priority;
import app.parlance.engine.OpenRequest;
import app.parlance.model.StoredModel;
import app.parlance.platform.Processor;
import app.parlance.problem.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds the settings with which a model is quickest on this machine, by trying: threads first, then the batch, then the KV cache's type.
 * Takes under a minute for a small model; interrupting the thread ends it at once, and what was known stays.
 */
public final class Tuning {
    private static final int CONTEXT = 1024;
    /** What differs less is noise; the default is kept then. */
    private static final double GAIN = 1.05;
    private static final int DEFAULT_BATCH = 512;

    private final ModelPool pool;
    private final Measurements kept;
    private final String machine = Bandwidth.machine();

    public Tuning(ModelPool pool, Measurements kept) {
        this.pool = pool;
        this.kept = kept;
    }

    /** What was found last; empty where the model was never tuned here. */
    public Optional<Tuned> tuned(StoredModel model) throws ProblemException {
        return kept.tuned(machine, model.name(), model.bytes());
    }

    /** Tries and keeps what is best. */
    public Tuned run(StoredModel model, Progress progress) throws ProblemException, InterruptedException {
        var threads = threads(Processor.ofThisMachine().physicalCores(), Runtime.getRuntime().availableProcessors());
        var samples = new ArrayList<Tuned.Sample>();
        var total = threads.size() + 3;
        for (var count : threads) {
            progress.at(samples.size(), total, count == 1 ? "1 thread" : count + " threads");
            samples.add(sample(model, count, DEFAULT_BATCH, CacheType.F16, 128));
        }
        // More threads take cores from others: of those that are nearly as quick the fewest.
        var quickest = samples.stream().mapToDouble(Tuned.Sample::millisPerToken).min().orElseThrow();
        var best = samples.stream().filter(sample -> sample.millisPerToken() <= quickest * GAIN).min(Comparator.comparingInt(Tuned.Sample::threads)).orElseThrow().threads();

        var batches = new ArrayList<Tuned.Sample>();
        for (var batch : List.of(DEFAULT_BATCH, 256, 128)) {
            progress.at(samples.size(), total, "a batch of " + batch);
            batches.add(sample(model, best, batch, CacheType.F16, 500));
            samples.add(batches.getLast());
        }
        var batch = clearlyBetter(batches, Comparator.comparingDouble(Tuned.Sample::promptTokensPerSecond), batches.getFirst().promptTokensPerSecond() * GAIN);

        progress.at(samples.size(), total, "the KV cache in Q8_0");
        var small = sample(model, best, DEFAULT_BATCH, CacheType.Q8_0, 500);
        samples.add(small);
        var cache = small.millisPerToken() * GAIN < batches.getFirst().millisPerToken() ? CacheType.Q8_0 : CacheType.F16;
        progress.at(samples.size(), samples.size(), "");

        var tuned = new Tuned(best, batch, cache, samples, Measurements.time());
        kept.add(machine, model.name(), model.bytes(), tuned);
        return tuned;
    }

    private static int clearlyBetter(List<Tuned.Sample> batches, Comparator<Tuned.Sample> by, double enough) {
        var quickest = batches.stream().max(by).orElseThrow();
        return quickest.promptTokensPerSecond() > enough ? quickest.batch() : DEFAULT_BATCH;
    }

    /** One, the doublings, and as many as there are cores and threads: what lies between lies between. */
    static List<Integer> threads(int cores, int logical) {
        var counts = new TreeSet<Integer>();
        for (var count = 1; count < cores; count *= 2) counts.add(count);
        counts.add(Math.max(1, cores * 3 / 4));
        counts.add(cores);
        counts.add(logical);
        return List.copyOf(counts);
    }

    private Tuned.Sample sample(StoredModel model, int threads, int batch, CacheType cache, int prompt) throws ProblemException, InterruptedException {
        var request = OpenRequest.toGenerate(model.file(), CONTEXT).withThreads(threads).withBatch(batch).withCache(cache);
        try (var lease = pool.use(request, Priority.BACKGROUND)) {
            var samples = new Samples(lease.model());
            samples.take(8, 2);
            var usage = samples.take(Math.min(prompt, lease.model().contextTokens() / 2), 16);
            return new Tuned.Sample(threads, batch, cache, Samples.promptSpeed(usage), usage.millisPerToken());
        }
    }
}
