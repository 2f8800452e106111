package app.parlance.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.engine.ModelPool;
import app.parlance.engine.OpenRequest;
import app.parlance.engine.TestModels;
import app.parlance.engine.llama.LlamaEngine;
import app.parlance.measure.AccuracyBench.Choice;
import app.parlance.model.StoredModel;
import app.parlance.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With real models that answer questions of the set that ships. */
@Timeout(120)
class AccuracyBenchTest {
    private static final Progress QUIET = (_, _, _) -> { };

    @TempDir
    private Path folder;
    private Measurements kept;

    @BeforeEach
    void open() throws Exception {
        kept = Measurements.open(folder.resolve("measurements.db"));
    }

    @AfterEach
    void close() {
        kept.close();
    }

    private static Choice choice(Path file) throws Exception {
        StoredModel model = MeasureFixture.stored(file);
        return new Choice(model, OpenRequest.toGenerate(file, 512));
    }

    @Test
    void aRunThatWasStoppedGoesOnAndAFinishedOneIsNotRepeated() throws Exception {
        var small = choice(TestModels.smolLm());
        var name = small.model().name();
        try (var pool = new ModelPool(MeasureFixture.newer())) {
            var bench = new AccuracyBench(pool, kept);
            Progress stopping = (done, _, _) -> {
                if (done == 3) Thread.currentThread().interrupt();
            };
            assertThrows(InterruptedException.class, () -> bench.run("copa", null, name, _ -> small, 8, false, stopping));
            assertEquals(List.of(), kept.accuracies());

            var begun = new ArrayList<Integer>();
            var result = bench.run("copa", null, name, _ -> small, 8, false, (done, _, what) -> begun.add(done));

            assertEquals(3, begun.getFirst(), "three were known");
            assertEquals(8, result.n());
            assertEquals(AccuracyBench.OWN, result.set());
            assertTrue(result.accuracy() >= 0 && result.accuracy() <= 1 && result.millisPerItem() > 0, result.toString());
            assertEquals(result, kept.accuracies().getFirst().figures());

            assertEquals(result, bench.run("copa", null, name, _ -> small, 8, false, (_, _, _) -> { throw new AssertionError("nothing is left to do"); }));
            assertEquals(result.accuracy(), bench.run("copa", null, name, _ -> small, 8, true, QUIET).accuracy());
            assertEquals(2, kept.accuracies().size());
        }
    }

    @Test
    void eachModelIsLoadedOnceWhoeverAnswersWhat() throws Exception {
        var small = choice(TestModels.smolLm());
        var tiny = choice(TestModels.stories());
        try (var pool = new ModelPool(MeasureFixture.newer())) {
            var loads = new ArrayList<String>();
            var turn = new int[1];
            var result = new AccuracyBench(pool, kept).run("copa", null, "mode auto", _ -> turn[0]++ % 2 == 0 ? small : tiny, 6, false, (_, _, what) -> {
                if (what.startsWith("loading")) loads.add(what);
            });

            assertEquals(List.of("loading " + small.model().name(), "loading " + tiny.model().name()), loads);
            assertEquals(6, result.n());
            assertEquals("mode auto", kept.accuracies().getFirst().setup().model());
        }
    }

    @Test
    void theRuntimeOnBoardCannotTellAndSaysHowToGetOneThatCan() throws Exception {
        var tiny = choice(TestModels.stories());
        try (var pool = new ModelPool(LlamaEngine.onBoard())) {
            var refused = assertThrows(ProblemException.class, () -> new AccuracyBench(pool, kept).run("copa", null, "tiny", _ -> tiny, 0, false, QUIET));
            assertTrue(refused.full().contains("parlance engine get"), refused.full());
        }
    }

    @Test
    void tasksWithoutQuestionsAndUnknownOnesAreSentences() throws Exception {
        var tiny = choice(TestModels.stories());
        try (var pool = new ModelPool(MeasureFixture.newer())) {
            var bench = new AccuracyBench(pool, kept);
            assertTrue(assertThrows(ProblemException.class, () -> bench.run("wsc", null, "tiny", _ -> tiny, 0, false, QUIET)).getMessage().contains("wsc"));
            assertTrue(assertThrows(ProblemException.class, () -> bench.run("chess", null, "tiny", _ -> tiny, 0, false, QUIET)).remedy().contains("boolq"));
        }
    }
}
