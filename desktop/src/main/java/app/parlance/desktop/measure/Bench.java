package app.parlance.desktop.measure;

import app.parlance.engine.CacheType;
import app.parlance.measure.Accuracy;
import app.parlance.measure.AccuracyBench;
import app.parlance.measure.Measurements.Measured;
import app.parlance.measure.Progress;
import app.parlance.measure.Speed;
import app.parlance.measure.Tuned;
import app.parlance.mode.Mode;
import app.parlance.model.StoredModel;
import app.parlance.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the pane needs of the runtime's measuring. Everything blocks: for virtual threads only; interrupting the thread ends a measurement. */
interface Bench {
    /** Milliseconds a token beyond which reading becomes waiting. */
    double LIMIT_MILLIS = 150;

    /**
     * This machine, as far as it is known without measuring.
     *
     * @param memory in bytes
     * @param bandwidth bytes a second; empty = not measured yet
     * @param energy that it is told, or why not, as a sentence
     * @param scores whether the runtime in use can measure accuracy
     */
    record Computer(String processor, int cores, long memory, OptionalDouble bandwidth, String runtime, String energy, boolean scores) { }

    /** What a mode stands for in chats now. @param model {@link AccuracyBench#AUTO} where it picks anew for each text @param bytes of the model's file */
    record ModeSetup(Mode mode, String model, long bytes, CacheType cache) { }

    /**
     * Everything that is known.
     *
     * @param models that write text, in the store's order
     * @param tuned by model name
     */
    record Known(List<StoredModel> models, List<ModeSetup> modes, List<Measured<Speed>> speeds, List<Measured<Accuracy>> accuracies,
            Map<String, Tuned> tuned, Computer computer) {
        public Known {
            models = List.copyOf(models);
            modes = List.copyOf(modes);
            speeds = List.copyOf(speeds);
            accuracies = List.copyOf(accuracies);
            tuned = Map.copyOf(tuned);
        }
    }

    Known known() throws ProblemException, InterruptedException;

    /** The tasks that the set has which ships. */
    List<String> shippedTasks();

    void speed(StoredModel model, CacheType cache, Progress progress) throws ProblemException, InterruptedException;

    /**
     * @param file rows of the task; empty = the set that ships
     * @param again false goes on with a run that was stopped
     */
    void accuracy(StoredModel model, CacheType cache, String task, Optional<Path> file, boolean again, Progress progress) throws ProblemException, InterruptedException;

    /** The same where Auto picks what answers each question. */
    void autoAccuracy(String task, Optional<Path> file, boolean again, Progress progress) throws ProblemException, InterruptedException;

    void tune(StoredModel model, Progress progress) throws ProblemException, InterruptedException;
}
