package app.parlance.engine.llama;

import app.parlance.engine.OpenModel;
import java.io.IOException;
import java.util.ArrayList;
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

    private TestEngines() { }

    static List<Kind> all() {
        var kinds = new ArrayList<>(List.of(ON_BOARD));
        return kinds;
    }

    /** Sends a worker's process a signal, for example {@code STOP}. */
    static void signal(String name, OpenModel model) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(((WorkerModel) model).pid())).start().waitFor();
    }
}
