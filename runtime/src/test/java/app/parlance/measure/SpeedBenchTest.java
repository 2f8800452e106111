package app.parlance.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.engine.ModelPool;
import app.parlance.engine.OpenRequest;
import app.parlance.engine.TestModels;
import app.parlance.engine.llama.LlamaEngine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With real models in real workers; how quick they are is no matter here. */
@Timeout(120)
class SpeedBenchTest {
    @TempDir
    private Path folder;

    @Test
    void theFiguresFitTogetherAndAreKept() throws Exception {
        var model = MeasureFixture.stored(TestModels.stories());
        try (var kept = Measurements.open(folder.resolve("measurements.db")); var pool = new ModelPool(LlamaEngine.onBoard())) {
            var bandwidth = new Bandwidth(kept);
            var speed = new SpeedBench(pool, kept, bandwidth).run(model, OpenRequest.toGenerate(model.file(), 512), (_, _, _) -> { });

            assertTrue(speed.promptTokensPerSecond() > 0 && speed.millisPerToken() > 0 && speed.timeToFirstTokenMillis() > 0, speed.toString());
            assertEquals(2, speed.byContext().size(), speed.toString());
            var longer = speed.byContext().getLast();
            assertTrue(longer.tokens() > 330 && longer.tokens() < 450, "three quarters of the context: " + longer.tokens());
            assertTrue(longer.limitMillis() > speed.bandwidthLimitMillis(), "keys and values are read too");
            assertTrue(speed.bandwidthLimitMillis() > BytesPerToken.weights(model.header()) / bandwidth.bytesPerSecond() * 1000);
            assertTrue(speed.estimatedBytes() > model.bytes());
            assertEquals(speed, kept.speeds().getFirst().figures());
        }
    }

    @Test
    void bandwidthIsMeasuredOnceAndAgainWhereAsked() throws Exception {
        try (var kept = Measurements.open(folder.resolve("measurements.db"))) {
            var measured = new Bandwidth(kept).bytesPerSecond();

            assertTrue(measured > 5e8 && measured < 5e12, "bytes a second: " + measured);
            assertEquals(measured, new Bandwidth(kept).bytesPerSecond());
            assertTrue(new Bandwidth(kept).measureAgain() > 0);
        }
    }

    @Test
    void aTuningIsKeptAndAnInterruptedOneIsNot() throws Exception {
        var model = MeasureFixture.stored(TestModels.stories());
        try (var kept = Measurements.open(folder.resolve("measurements.db")); var pool = new ModelPool(LlamaEngine.onBoard())) {
            var tuning = new Tuning(pool, kept);
            assertThrows(InterruptedException.class, () -> tuning.run(model, (done, _, _) -> {
                if (done == 1) Thread.currentThread().interrupt();
            }));
            assertTrue(tuning.tuned(model).isEmpty());

            var tuned = tuning.run(model, (_, _, _) -> { });

            assertEquals(tuned, tuning.tuned(model).orElseThrow());
            assertTrue(tuned.samples().stream().anyMatch(sample -> sample.threads() == tuned.threads()));
            assertTrue(List.of(128, 256, 512).contains(tuned.batch()));
        }
    }

    @Test
    void moreThreadsThanThereAreAreNotTried() {
        assertEquals(List.of(1), Tuning.threads(1, 1));
        assertEquals(List.of(1, 2), Tuning.threads(2, 2));
        assertEquals(List.of(1, 2, 3, 4, 8), Tuning.threads(4, 8));
        assertEquals(List.of(1, 2, 4, 8, 12, 16, 32), Tuning.threads(16, 32));
    }

    /** Tied or not is seen from the parameters; figures of real models' headers. */
    @Test
    void theTableThatTokensAreLookedUpInIsReadOnlyWhereItIsTheOutputToo() throws Exception {
        var tied = MeasureFixture.stored(TestModels.smolLm()).header();
        assertEquals(tied.bytes(), BytesPerToken.weights(tied));
        var apart = MeasureFixture.stored(TestModels.qwenHalfBillion()).header();
        assertEquals(apart.bytes() * (1 - 151_936.0 * 896 / apart.parameters()), BytesPerToken.weights(apart), 1);
    }
}
