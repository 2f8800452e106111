package app.parlance.measure;

import java.util.Map;

/**
 * How often a model (or a mode that picks models) is right on a file of a SuperGLUE task.
 *
 * @param task boolq, cb, copa, multirc, record, rte, wic or wsc
 * @param set the file's name, or {@code parlance} for the set that ships
 * @param n items answered
 * @param accuracy 0..1; for tasks with several metrics their mean, as the benchmark has it
 * @param metrics by name, 0..1, for example {@code f1} and {@code em}
 * @param millisPerItem mean time an item took
 * @param answeredBy how many items each model answered, by its name; empty where that was not kept
 */
public record Accuracy(String task, String set, int n, double accuracy, Map<String, Double> metrics, double millisPerItem,
        Map<String, Integer> answeredBy) {
    public Accuracy {
        metrics = Map.copyOf(metrics);
        answeredBy = Map.copyOf(answeredBy);
    }
}
