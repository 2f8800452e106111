package app.parlance.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.engine.CacheType;
import app.parlance.history.History;
import app.parlance.sqlite.StorageException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasurementsTest {
    private static final Setup SETUP = new Setup("Small", 100, "engine 1", CacheType.F16, 0, 0);
    private static final Speed SLOW = new Speed(50, 20, 900, 1000, 1100, 5, OptionalDouble.empty(),
            List.of(new Speed.AtContext(64, 55, 20, 5), new Speed.AtContext(512, 50, 25, 6)));
    private static final Speed QUICK = new Speed(90, 10, 500, 1000, 1100, 5, OptionalDouble.of(0.7), List.of());

    @TempDir
    private Path folder;
    private Measurements kept;

    @BeforeEach
    void open() throws StorageException {
        kept = Measurements.open(folder.resolve("measurements.db"));
    }

    @AfterEach
    void close() {
        kept.close();
    }

    @Test
    void everyRunIsKeptAndTheNewestComesFirst() throws Exception {
        kept.add(SETUP, SLOW);
        kept.add(SETUP, QUICK);
        kept.add(new Setup("Small", 100, "engine 2", CacheType.F16, 0, 0), SLOW);
        close();
        open();

        assertEquals(List.of(SLOW, QUICK, SLOW), kept.speeds().stream().map(Measurements.Measured::figures).toList());
        assertEquals(QUICK, kept.speed(SETUP).orElseThrow().figures());
        assertEquals(Optional.empty(), kept.speed(new Setup("Small", 100, "engine 1", CacheType.Q8_0, 0, 0)));
    }

    @Test
    void ofEachSetTheNewestInWhateverContext() throws Exception {
        var old = new Accuracy("boolq", "a.jsonl", 10, 0.5, Map.of("accuracy", 0.5), 100, Map.of());
        var newer = new Accuracy("boolq", "a.jsonl", 10, 0.6, Map.of("accuracy", 0.6), 100, Map.of());
        var other = new Accuracy("record", "r.jsonl", 10, 0.35, Map.of("f1", 0.4, "em", 0.3), 100, Map.of());
        kept.add(SETUP, old);
        kept.add(SETUP, other);
        kept.add(new Setup("Small", 100, "engine 2", CacheType.F16, 2048, 2), newer);
        kept.add(new Setup("Small", 101, "engine 2", CacheType.F16, 0, 0), old);

        assertEquals(List.of(newer, other), kept.accuracies(SETUP).stream().map(Measurements.Measured::figures).toList());
        assertEquals(4, kept.accuracies().size());
    }

    @Test
    void aRunThatWasStoppedShowsNothingAndIsFoundAgain() throws Exception {
        var run = kept.begin(SETUP, "boolq", "a.jsonl", "digest", 2);
        kept.add(run, new Measurements.Item(0, 1, true, 12.5, 80, "Small"));

        assertEquals(List.of(), kept.accuracies());
        var found = kept.run(SETUP, "boolq", "digest", 2).orElseThrow();
        assertEquals(run, found.id());
        assertTrue(found.finished().isEmpty());
        assertEquals(List.of(new Measurements.Item(0, 1, true, 12.5, 80, "Small")), kept.items(run));
        assertTrue(kept.run(SETUP, "boolq", "another file", 2).isEmpty());
        assertTrue(kept.run(SETUP, "boolq", "digest", 0).isEmpty());
    }

    @Test
    void tuningAndBandwidthBelongToAMachine() throws Exception {
        var tuned = new Tuned(2, 256, CacheType.F16, List.of(new Tuned.Sample(1, 512, CacheType.F16, 10, 30), new Tuned.Sample(2, 256, CacheType.Q8_0, 20, 15)), Measurements.time());
        kept.add("here", "Small", 100, tuned);
        kept.addBandwidth("here", 1e10);
        kept.addBandwidth("here", 2e10);

        assertEquals(tuned, kept.tuned("here", "Small", 100).orElseThrow());
        assertTrue(kept.tuned("there", "Small", 100).isEmpty() && kept.tuned("here", "Small", 99).isEmpty());
        assertEquals(OptionalDouble.of(2e10), kept.bandwidth("here"));
        assertTrue(kept.bandwidth("there").isEmpty());
    }

    @Test
    void aHistoryIsNotTakenForMeasurements() throws Exception {
        var file = folder.resolve("parlance.db");
        History.open(file).close();

        var refused = assertThrows(StorageException.class, () -> Measurements.open(file));
        assertEquals("Move the file elsewhere to begin a new record of measurements.", refused.remedy());
    }
}
