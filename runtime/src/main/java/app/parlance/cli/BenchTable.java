package app.parlance.cli;

import app.parlance.measure.Accuracy;
import app.parlance.measure.Measurements.Measured;
import app.parlance.measure.Speed;
import app.parlance.measure.Tuned;
import app.parlance.model.ByteSize;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What was measured, as short tables for people. */
final class BenchTable {
    /** What people wait for without noticing. */
    private static final int COMFORTABLE_MILLIS = 150;
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private BenchTable() { }

    static String of(String model, Speed speed) {
        var text = new StringBuilder(line("%s%n", Streams.printable(model)));
        text.append(line("  reading         %8.1f tokens/s%n", speed.promptTokensPerSecond()));
        text.append(line("  writing         %8.1f ms/token   (comfortable: %d, memory's limit: %.1f)%n", speed.millisPerToken(), COMFORTABLE_MILLIS, speed.bandwidthLimitMillis()));
        text.append(line("  first token     %8.0f ms%n", speed.timeToFirstTokenMillis()));
        text.append(line("  memory          %8s   (estimated: %s)%n", speed.residentBytes() == 0 ? "not told" : ByteSize.text(speed.residentBytes()), ByteSize.text(speed.estimatedBytes())));
        if (speed.joulesPerToken().isPresent()) text.append(line("  energy          %8.2f J/token%n", speed.joulesPerToken().getAsDouble()));
        text.append(line("  behind tokens   reading/s   ms/token   limit%n"));
        for (var at : speed.byContext()) {
            text.append(line("  %13d   %9.1f   %8.1f   %5.1f%n", at.tokens(), at.promptTokensPerSecond(), at.millisPerToken(), at.limitMillis()));
        }
        return text.toString();
    }

    static String of(String name, Accuracy accuracy) {
        return line("%s: %s (%s), %d questions: %.1f %%%s, %.0f ms each%n", Streams.printable(name), accuracy.task(), Streams.printable(accuracy.set()), accuracy.n(),
                accuracy.accuracy() * 100, metrics(accuracy), accuracy.millisPerItem());
    }

    private static String metrics(Accuracy accuracy) {
        if (accuracy.metrics().size() < 2) return "";
        return accuracy.metrics().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(metric -> line("%s %.1f %%", metric.getKey(), metric.getValue() * 100)).collect(Collectors.joining(", ", " (", ")"));
    }

    static String of(String model, Tuned tuned) {
        var text = new StringBuilder(line("%s: quickest with %d threads, a batch of %d, KV cache %s%n", Streams.printable(model), tuned.threads(), tuned.batch(), tuned.cache()));
        text.append(line("  threads  batch  cache  reading/s  ms/token%n"));
        for (var sample : tuned.samples()) {
            text.append(line("  %7d  %5d  %-5s  %9.1f  %8.1f%n", sample.threads(), sample.batch(), sample.cache(), sample.promptTokensPerSecond(), sample.millisPerToken()));
        }
        return text.toString();
    }

    static String of(List<Measured<Speed>> speeds, List<Measured<Accuracy>> accuracies) {
        var text = new StringBuilder();
        for (var run : speeds) {
            text.append(line("%s  %-36s %-5s %8.1f ms/token %8.1f tokens/s read%n", time(run), Streams.printable(run.setup().model()), run.setup().cache(),
                    run.figures().millisPerToken(), run.figures().promptTokensPerSecond()));
        }
        for (var run : accuracies) {
            text.append(line("%s  %-36s %-5s %-7s %5.1f %% of %d (%s)%n", time(run), Streams.printable(run.setup().model()), run.setup().cache(), run.figures().task(),
                    run.figures().accuracy() * 100, run.figures().n(), Streams.printable(run.figures().set())));
        }
        return text.toString();
    }

    private static String time(Measured<?> run) {
        return DAY_AND_TIME.format(run.measured().atZone(ZoneId.systemDefault()));
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
