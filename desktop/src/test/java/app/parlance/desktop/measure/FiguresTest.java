package app.parlance.desktop.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.engine.CacheType;
import app.parlance.measure.Accuracy;
import app.parlance.measure.AccuracyBench;
import app.parlance.measure.Measurements;
import app.parlance.mode.Mode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {
    private static final String SMALL = "Qwen2.5 Coder 0.5B Instruct Q4_K_M";

    @TempDir
    Path home;

    private List<Figures> rows() throws Exception {
        try (var kept = Measurements.open(home.resolve("measurements.db"))) {
            Samples.add(kept);
            kept.add(Samples.setup("mode auto", 0, CacheType.F16), new Accuracy("boolq", "parlance", 100, .71, Map.of("accuracy", .71), 500, Map.of()));
            var modes = List.of(new Bench.ModeSetup(Mode.FAST, SMALL, 491 * Samples.MB, CacheType.F16), new Bench.ModeSetup(Mode.BALANCED, SMALL, 491 * Samples.MB, CacheType.F16), new Bench.ModeSetup(Mode.AUTO, AccuracyBench.AUTO, 0, CacheType.F16));
            return Figures.of(new Bench.Known(List.of(), modes, kept.speeds(), kept.accuracies(), Map.of(), Samples.COMPUTER));
        }
    }

    @Test
    void rowsAreTheNewestOfEachSetupQuickestFirstWithTheirModes() throws Exception {
        var rows = rows();
        assertEquals(List.of("SmolLM2 135M", "Qwen2.5 Coder 0.5B · Fast, Balanced", "Qwen2.5 Coder 1.5B KV Q8_0", "Qwen2.5 Coder 1.5B", "Gemma 2 2B", "Phi-3 Mini 4K", "Auto"),
                rows.stream().map(Words::name).toList());
        var small = rows.get(1);
        assertEquals(2, small.speeds().size());
        assertEquals(20.4, small.speed().orElseThrow().millisPerToken());
        assertEquals(.62, small.accuracy("boolq").orElseThrow().accuracy());
        assertFalse(rows.get(4).isPoint("boolq"));
        assertTrue(rows.get(5).isPoint("boolq"));
        var auto = rows.getLast();
        assertTrue(auto.auto() && !auto.isPoint("boolq"), "which models answered is not known");
        assertEquals(.71, auto.accuracy("boolq").orElseThrow().accuracy());
        assertEquals(2, auto.accuracyRuns().size(), "whatever KV-cache type its first question got");
        assertTrue(RunHistory.lines(small).stream().anyMatch(line -> line.contains("20.4 ms/token") && line.contains("−0.5 ms")), () -> RunHistory.lines(small).toString());
    }

    @Test
    void autoStandsAtTheMeanOfTheModelsThatAnswered() throws Exception {
        try (var kept = Measurements.open(home.resolve("measurements.db"))) {
            Samples.add(kept);
            var accuracy = new Accuracy("boolq", "parlance", 4, .75, Map.of("accuracy", .75), 500, Map.of(SMALL, 3, "Phi-3 Mini 4K Instruct Q4_K_M", 1));
            var run = new Measurements.Measured<>(Samples.setup(AccuracyBench.AUTO, 0, CacheType.F16), accuracy, Instant.now());
            var rows = Figures.of(new Bench.Known(List.of(), List.of(), kept.speeds(), List.of(run), Map.of(), Samples.COMPUTER));
            assertTrue(rows.getLast().isPoint("boolq"));
            assertEquals((3 * 20.4 + 142) / 4, rows.getLast().paces().get("boolq"), 1e-9);
        }
    }

    @Test
    void theSheetQuotesWhatItMustAndLeavesOutWhatIsNotKnown() throws Exception {
        var lines = FigureSheet.text(rows(), List.of("boolq", "rte")).split("\r\n");
        assertEquals(8, lines.length);
        assertTrue(lines[0].endsWith("boolq_accuracy,boolq_n,boolq_set,rte_accuracy,rte_n,rte_set"), lines[0]);
        assertTrue(lines[2].startsWith(SMALL + ",Fast Balanced,F16,20.4,17.3,2700.0,"), lines[2]);
        assertTrue(lines[6].endsWith(",0.78,100,parlance,,,"), lines[6]);
    }
}
