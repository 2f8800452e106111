package app.parlance.engine.llama;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import app.parlance.engine.Capability;
import app.parlance.engine.OpenModel;
import app.parlance.natives.NativesPin;
import app.parlance.natives.NativesState.Ready;
import app.parlance.natives.TestNatives;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** The engines that tests run against: the one on board, and the newer one where {@code PARLANCE_NATIVES} has its libraries. */
final class TestEngines {
    /**
     * One of them.
     *
     * @param maker makes it, with workers run like that
     */
    record Kind(String name, Function<WorkerSettings, LlamaEngine> maker) {
        LlamaEngine engine() {
            return maker.apply(WorkerSettings.DEFAULT);
        }

        LlamaEngine engine(WorkerSettings settings) {
            return maker.apply(settings);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static final Kind ON_BOARD = new Kind("on board", LlamaEngine::onBoard);
    private static final List<Kind> ALL = find();

    private TestEngines() { }

    private static List<Kind> find() {
        if (!(TestNatives.state() instanceof Ready ready)) return List.of(ON_BOARD);
        return List.of(ON_BOARD, new Kind("newer", settings -> LlamaEngine.newer(ready.folder(), ready.llamaCpp(), NativesPin.bundled().architectures().all(), settings)));
    }

    static List<Kind> all() {
        return ALL;
    }

    /** Those that can do this; where none can, the test is skipped, saying so. */
    static List<Kind> able(Capability capability) {
        var able = ALL.stream().filter(kind -> kind.engine().capabilities().contains(capability)).toList();
        assumeFalse(able.isEmpty(), () -> "no engine here has " + capability + "; the newer one: " + TestNatives.state());
        return able;
    }

    /** Sends a worker's process a signal, for example {@code STOP}; after that one, returns when every thread of it stands still (where the system shows that). */
    static void signal(String name, OpenModel model) throws IOException, InterruptedException {
        long pid = ((WorkerModel) model).pid();
        new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start().waitFor();
        Path threads = Path.of("/proc", String.valueOf(pid), "task");
        // kill(1) returns before a busy machine has stopped them all: one of them could still answer a word or two.
        while (name.equals("STOP") && Files.isDirectory(threads) && !standStill(threads)) Thread.sleep(1);
    }

    private static boolean standStill(Path threads) throws IOException {
        try (DirectoryStream<Path> each = Files.newDirectoryStream(threads)) {
            for (Path thread : each) {
                String line = Files.readString(thread.resolve("stat"));
                if (line.charAt(line.lastIndexOf(')') + 2) != 'T') return false;
            }
            return true;
        } catch (NoSuchFileException e) {
            return false; // one of them has just ended
        }
    }
}
