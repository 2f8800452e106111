package app.parlance.measure;

import app.parlance.engine.ModelPool;
import app.parlance.model.StoredModel;
import app.parlance.problem.ProblemException;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Scores models on files in SuperGLUE's JSONL by the likelihood of the answers. Each item's result is kept as it comes, so that a run that
 * was stopped goes on where it was. Interrupting the thread stops it.
 */
public final class AccuracyBench {
    public AccuracyBench(ModelPool pool, Measurements kept) {
        throw new UnsupportedOperationException();
    }

    /** A model and how it is opened. */
    public record Choice(StoredModel model, app.parlance.engine.OpenRequest request) { }

    /**
     * @param file the task's rows; null for the set that ships
     * @param name what the result is kept under: a model's name, or {@code mode auto}
     * @param choice which model answers an item's text; the same one for all, or what Auto picks
     * @param most items to answer; 0 = all
     * @param again false goes on with a run that was stopped
     */
    public Accuracy run(String task, Path file, String name, Function<String, Choice> choice, int most, boolean again, Progress progress)
            throws ProblemException, InterruptedException {
        throw new UnsupportedOperationException();
    }
}
