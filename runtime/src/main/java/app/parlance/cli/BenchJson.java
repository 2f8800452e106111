package app.parlance.cli;

import app.parlance.engine.CacheType;
import app.parlance.measure.Accuracy;
import app.parlance.measure.Measurements.Measured;
import app.parlance.measure.Setup;
import app.parlance.measure.Speed;
import app.parlance.measure.Tuned;
import java.util.List;
import java.util.Map;

/** What {@code parlance bench} tells scripts; times in milliseconds, memory in bytes. */
final class BenchJson {
    private BenchJson() { }

    /** @param tokens of the prompt before */
    record AtJson(int tokens, double promptTokensPerS, double msPerToken, double bandwidthLimitMs) { }

    /**
     * @param contextTokens 0 = the engine's default
     * @param threads 0 = the engine's default
     * @param joulesPerToken null where the machine does not tell
     */
    record SpeedJson(String model, String engine, CacheType cache, int contextTokens, int threads, String measured, double promptTokensPerS, double msPerToken,
            double timeToFirstTokenMs, long residentBytes, long estimatedBytes, double bandwidthLimitMs, Double joulesPerToken, List<AtJson> byContext) { }

    /** @param model or {@code mode auto} @param answeredBy items by model */
    record AccuracyJson(String model, String engine, CacheType cache, String measured, String task, String set, int n, double accuracy,
            Map<String, Double> metrics, double msPerItem, Map<String, Integer> answeredBy) { }

    record TunedJson(String model, int threads, int batch, CacheType cache, List<Tuned.Sample> samples) { }

    record BandwidthJson(double bytesPerS) { }

    record KeptJson(List<SpeedJson> speed, List<AccuracyJson> accuracy) { }

    static SpeedJson of(Measured<Speed> run) {
        Setup setup = run.setup();
        Speed speed = run.figures();
        return new SpeedJson(setup.model(), setup.engine(), setup.cache(), setup.contextTokens(), setup.threads(), run.measured().toString(),
                round(speed.promptTokensPerSecond()), round(speed.millisPerToken()), round(speed.timeToFirstTokenMillis()), speed.residentBytes(),
                speed.estimatedBytes(), round(speed.bandwidthLimitMillis()),
                speed.joulesPerToken().isPresent() ? Double.valueOf(round(speed.joulesPerToken().getAsDouble())) : null,
                speed.byContext().stream().map(at -> new AtJson(at.tokens(), round(at.promptTokensPerSecond()), round(at.millisPerToken()), round(at.limitMillis()))).toList());
    }

    static AccuracyJson ofAccuracy(Measured<Accuracy> run) {
        Accuracy figures = run.figures();
        return new AccuracyJson(run.setup().model(), run.setup().engine(), run.setup().cache(), run.measured().toString(), figures.task(), figures.set(),
                figures.n(), figures.accuracy(), figures.metrics(), round(figures.millisPerItem()), figures.answeredBy());
    }

    /** Digits beyond the clock's say nothing. */
    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
