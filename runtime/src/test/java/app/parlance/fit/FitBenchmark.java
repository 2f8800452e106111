package app.parlance.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.parlance.engine.CacheType;
import app.parlance.engine.Engine;
import app.parlance.engine.PhiShapedModel;
import app.parlance.engine.TestModels;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What models take in memory, estimated and real, after their context was filled. */
@Tag("benchmark")
class FitBenchmark {
    private static final double TOLERANCE = 0.15;

    static List<Engine> engines() {
        return FilledModel.engines();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void realModels(Engine engine) throws Exception {
        for (Path file : List.of(TestModels.smolLm(), TestModels.qwenHalfBillion(), TestModels.qwenOneAndAHalfBillion())) {
            for (int context : new int[] {512, 2048}) {
                for (CacheType cache : List.of(CacheType.F16, CacheType.Q8_0)) check(engine, file, context, cache);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void ofPhi3MinisShape(Engine engine, @TempDir Path folder) throws Exception {
        Path file = PhiShapedModel.write(folder.resolve("phi-shaped.gguf"));
        for (CacheType cache : List.of(CacheType.F16, CacheType.Q8_0)) check(engine, file, 512, cache);
    }

    private static void check(Engine engine, Path file, int context, CacheType cache) throws Exception {
        FilledModel filled = FilledModel.of(engine, file, context, cache);
        System.out.println("fit: " + filled);
        assertEquals(1, filled.ratio(), TOLERANCE, filled::toString);
    }
}
