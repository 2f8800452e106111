package app.parlance.desktop.measure;

import app.parlance.desktop.mode.ModeWords;
import app.parlance.measure.MeasurementsCsv;
import app.parlance.measure.Speed;
import app.parlance.platform.SafeFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The table's figures as a CSV file by RFC 4180, UTF-8, for other programs: points for decimals, units in the head, nothing where nothing was measured. */
final class FigureSheet {
    private FigureSheet() { }

    static void write(Path file, List<Figures> rows, List<String> tasks) throws IOException {
        SafeFiles.write(file, text(rows, tasks));
    }

    static String text(List<Figures> rows, List<String> tasks) {
        var lines = new ArrayList<List<String>>();
        var head = new ArrayList<>(List.of("model", "modes", "kv_cache", "ms_per_token", "bandwidth_limit_ms", "time_to_first_token_ms", "prompt_tokens_per_s",
                "estimated_bytes", "resident_bytes", "joules_per_token", "measured"));
        tasks.forEach(task -> head.addAll(List.of(task + "_accuracy", task + "_n", task + "_set")));
        lines.add(head);
        rows.forEach(row -> lines.add(line(row, tasks)));
        return lines.stream().map(line -> line.stream().map(FigureSheet::field).collect(Collectors.joining(",", "", "\r\n"))).collect(Collectors.joining());
    }

    private static List<String> line(Figures row, List<String> tasks) {
        var line = new ArrayList<>(List.of(row.key().model(), row.modes().stream().map(ModeWords::name).collect(Collectors.joining(" ")),
                row.auto() ? "" : row.key().cache().name()));
        var speed = row.speed();
        line.add(speed.map(Speed::millisPerToken).map(String::valueOf).orElse(""));
        line.add(speed.map(Speed::bandwidthLimitMillis).map(String::valueOf).orElse(""));
        line.add(speed.map(Speed::timeToFirstTokenMillis).map(String::valueOf).orElse(""));
        line.add(speed.map(Speed::promptTokensPerSecond).map(String::valueOf).orElse(""));
        line.add(speed.map(Speed::estimatedBytes).map(String::valueOf).orElse(""));
        line.add(speed.map(Speed::residentBytes).filter(bytes -> bytes > 0).map(String::valueOf).orElse(""));
        line.add(speed.filter(each -> each.joulesPerToken().isPresent()).map(each -> String.valueOf(each.joulesPerToken().getAsDouble())).orElse(""));
        line.add(row.speeds().isEmpty() ? "" : row.speeds().getFirst().measured().toString());
        for (var task : tasks) {
            var accuracy = row.accuracy(task);
            line.add(accuracy.map(each -> String.valueOf(each.accuracy())).orElse(""));
            line.add(accuracy.map(each -> String.valueOf(each.n())).orElse(""));
            line.add(accuracy.map(each -> each.set()).orElse(""));
        }
        return line;
    }

    private static String field(String text) {
        return text.matches("(?s)[=+\\-@].*|.*[\",\r\n].*") ? MeasurementsCsv.quoted(text) : text;
    }
}
