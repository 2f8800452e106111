package app.parlance.measure;

import app.parlance.engine.ModelPool;
import app.parlance.engine.ModelPool.Priority;
import app.parlance.engine.OpenRequest;
import app.parlance.engine.Usage;
import app.parlance.fit.MemoryNeed;
import app.parlance.model.StoredModel;
import app.parlance.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.OptionalDouble;

/** Measures how quick models are here. Blocks for half a minute to some minutes; interrupting the thread ends it at once. */
public final class SpeedBench {
    private static final int SHORT = 64;
    private static final int USUAL = 512;
    /** The longest that can be read in this time is measured too. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ModelPool pool;
    private final Measurements kept;
    private final Bandwidth bandwidth;

    public SpeedBench(ModelPool pool, Measurements kept, Bandwidth bandwidth) {
        this.pool = pool;
        this.kept = kept;
        this.bandwidth = bandwidth;
    }

    /** Measures and keeps the result. @param request how it is opened */
    public Speed run(StoredModel model, OpenRequest request, Progress progress) throws ProblemException, InterruptedException {
        progress.at(0, 5, "measuring the memory");
        bandwidth.measureAgain(); // the first time may have been a busy one
        var bytesPerSecond = bandwidth.bytesPerSecond();
        progress.at(1, 5, "loading " + model.name());
        try (var lease = pool.use(request, Priority.BACKGROUND)) {
            var open = lease.model();
            var samples = new Samples(open);
            var most = open.contextTokens();
            samples.take(8, 4); // what the system must first bring from the disk is not the model's speed

            progress.at(2, 5, "writing behind a short prompt");
            var energy = Energy.ofThisMachine().begin();
            var first = samples.take(Math.min(SHORT, most / 4), 32);
            var joules = energy.joules();
            progress.at(3, 5, "reading " + Math.min(USUAL, most * 3 / 4) + " tokens");
            var usual = samples.take(Math.min(USUAL, most * 3 / 4), 24);

            var usages = new ArrayList<Usage>();
            usages.add(first);
            usages.add(usual);
            var far = longest(Samples.promptSpeed(usual), most);
            if (far > 0) {
                progress.at(4, 5, "reading " + far + " tokens");
                usages.add(samples.take(far, 16));
            }
            progress.at(5, 5, "");
            var header = model.header();
            var byContext = usages.stream().map(usage -> new Speed.AtContext(usage.promptTokens(), Samples.promptSpeed(usage), usage.millisPerToken(),
                    BytesPerToken.read(header, request.cache(), usage.promptTokens()) / bytesPerSecond * 1000)).toList();
            var speed = new Speed(Samples.promptSpeed(usual), first.millisPerToken(), usual.timeToFirstToken().toNanos() / 1e6, open.residentBytes(),
                    MemoryNeed.of(header, request).total(), byContext.getFirst().limitMillis(), perToken(joules, first), byContext);
            kept.add(new Setup(model.name(), model.bytes(), open.engine(), request.cache(), request.contextTokens(), request.threads()), speed);
            return speed;
        }
    }

    /** Reading the prompt counts in: it is what a short answer takes. */
    private static OptionalDouble perToken(OptionalDouble joules, Usage usage) {
        return joules.isPresent() && usage.completionTokens() > 0 ? OptionalDouble.of(joules.getAsDouble() / usage.completionTokens()) : OptionalDouble.empty();
    }

    /** 0 for none. */
    private static int longest(double tokensPerSecond, int most) {
        for (var length = 2048; length > USUAL; length /= 2) {
            if (length + SHORT <= most && length / tokensPerSecond < PATIENCE.toSeconds()) return length;
        }
        return 0;
    }
}
