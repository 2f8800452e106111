package app.parlance.desktop.measure;

import app.parlance.engine.CacheType;
import app.parlance.measure.Accuracy;
import app.parlance.measure.AccuracyBench;
import app.parlance.measure.Measurements;
import app.parlance.measure.Setup;
import app.parlance.measure.Speed;
import app.parlance.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Plausible figures in a real file of measurements. */
final class Samples {
    static final long MB = 1_000_000;
    static final Bench.Computer COMPUTER = new Bench.Computer("A processor", 2, 24_000_000_000L, OptionalDouble.empty(), "llama.cpp", "not told here", true);

    private Samples() { }

    static void add(Measurements kept) throws ProblemException {
        model(kept, "SmolLM2 135M Instruct Q8_0", 145 * MB, CacheType.F16, 9.8, 6.9, 610, 260 * MB, .497, .52);
        model(kept, "Qwen2.5 Coder 0.5B Instruct Q4_K_M", 491 * MB, CacheType.F16, 20.9, 17.2, 2710, 660 * MB, .60, .54);
        model(kept, "Qwen2.5 Coder 0.5B Instruct Q4_K_M", 491 * MB, CacheType.F16, 20.4, 17.3, 2700, 660 * MB, .62, .55);
        model(kept, "Qwen2.5 Coder 1.5B Instruct Q4_K_M", 1117 * MB, CacheType.Q8_0, 44.0, 39.3, 6200, 1270 * MB, .68, .66);
        model(kept, "Qwen2.5 Coder 1.5B Instruct Q4_K_M", 1117 * MB, CacheType.F16, 48.7, 39.3, 6300, 1330 * MB, .70, .66);
        model(kept, "Phi-3 Mini 4K Instruct Q4_K_M", 2393 * MB, CacheType.F16, 142, 84.3, 18_400, 2900 * MB, .78, 0);
        kept.add(setup(AccuracyBench.AUTO, 0, CacheType.Q8_0), new Accuracy("boolq", "parlance", 100, .67, Map.of("accuracy", .67), 300, Map.of()));
        speed(kept, "Gemma 2 2B It Q4_K_M", 1708 * MB, CacheType.F16, 71.5, 60.1, 9100, 2100 * MB);
    }

    private static void model(Measurements kept, String name, long bytes, CacheType cache, double millis, double limit, double first, long resident, double boolq, double rte)
            throws ProblemException {
        speed(kept, name, bytes, cache, millis, limit, first, resident);
        kept.add(setup(name, bytes, cache), new Accuracy("boolq", "parlance", 100, boolq, Map.of("accuracy", boolq), 300, Map.of()));
        if (rte > 0) kept.add(setup(name, bytes, cache), new Accuracy("rte", "parlance", 80, rte, Map.of("accuracy", rte), 300, Map.of()));
    }

    private static void speed(Measurements kept, String name, long bytes, CacheType cache, double millis, double limit, double first, long resident) throws ProblemException {
        kept.add(setup(name, bytes, cache), new Speed(512_000 / first, millis, first, resident, (long) (resident * 1.06), limit, OptionalDouble.empty(),
                List.of(new Speed.AtContext(512, 512_000 / first, millis, limit))));
    }

    static Setup setup(String name, long bytes, CacheType cache) {
        return new Setup(name, bytes, "llama.cpp v0.4.0", cache, 0, 2);
    }
}
