package app.parlance.desktop.measure;

import static app.parlance.desktop.measure.Words.TEXTS;

import app.parlance.measure.Measurements.Measured;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The runs of one row over time, in words, newest first: date, figures, and the difference from the run before it. */
final class RunHistory {
    private RunHistory() { }

    private record Line(Instant at, String text) { }

    static List<String> lines(Figures row) {
        var lines = new ArrayList<Line>();
        add(lines, row.speeds(), "history.change.ms", 1, speed -> speed.millisPerToken(),
                speed -> TEXTS.get("history.speed", Words.number(speed.millisPerToken()), Words.millis(speed.timeToFirstTokenMillis())));
        row.accuracyRuns().stream().map(run -> run.figures().task() + "\n" + run.figures().set()).distinct().forEach(same -> add(lines,
                row.accuracyRuns().stream().filter(run -> same.equals(run.figures().task() + "\n" + run.figures().set())).toList(), "history.change.points", 0,
                accuracy -> accuracy.accuracy() * 100,
                accuracy -> TEXTS.get("history.accuracy", Words.task(accuracy.task()), Words.percent(accuracy), accuracy.n(), accuracy.set())));
        return lines.stream().sorted(Comparator.comparing(Line::at).reversed()).map(Line::text).toList();
    }

    private static <T> void add(List<Line> lines, List<Measured<T>> runs, String change, int decimals, ToDoubleFunction<T> value, java.util.function.Function<T, String> words) {
        for (int i = 0; i < runs.size(); i++) {
            var run = runs.get(i);
            var since = i + 1 == runs.size() ? TEXTS.get("history.first")
                    : difference(value.applyAsDouble(run.figures()) - value.applyAsDouble(runs.get(i + 1).figures()), change, decimals);
            lines.add(new Line(run.measured(), Words.when(run.measured()) + "   " + words.apply(run.figures()) + "   " + since));
        }
    }

    private static String difference(double difference, String change, int decimals) {
        var number = Words.number(Math.abs(difference), decimals);
        if (number.equals(Words.number(0, decimals))) return TEXTS.get("history.same");
        return TEXTS.get(change, (difference < 0 ? "−" : "+") + number);
    }
}
