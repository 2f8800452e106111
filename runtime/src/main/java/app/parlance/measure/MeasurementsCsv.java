package app.parlance.measure;

import app.parlance.measure.Measurements.Measured;
import java.util.List;
import java.util.Locale;

/** Runs as comma-separated values (RFC 4180), a line each behind a line of names; times in milliseconds, memory in bytes. */
public final class MeasurementsCsv {
    private MeasurementsCsv() { }

    /** Speeds first; what the other kind of run has stays empty. */
    public static String of(List<Measured<Speed>> speeds, List<Measured<Accuracy>> accuracies) {
        var text = new StringBuilder("measured,model,bytes,engine,cache,context_tokens,threads,prompt_tokens_per_s,ms_per_token,time_to_first_token_ms,"
                + "resident_bytes,estimated_bytes,bandwidth_limit_ms,joules_per_token,task,set,n,accuracy,ms_per_item\r\n");
        for (var run : speeds) {
            var speed = run.figures();
            text.append(line("%s,%.3f,%.3f,%.3f,%d,%d,%.3f,%s,,,,,\r\n", setup(run), speed.promptTokensPerSecond(), speed.millisPerToken(), speed.timeToFirstTokenMillis(),
                    speed.residentBytes(), speed.estimatedBytes(), speed.bandwidthLimitMillis(),
                    speed.joulesPerToken().isPresent() ? line("%.4f", speed.joulesPerToken().getAsDouble()) : ""));
        }
        for (var run : accuracies) {
            var accuracy = run.figures();
            text.append(line("%s,,,,,,,,%s,%s,%d,%.4f,%.3f\r\n", setup(run), accuracy.task(), quoted(accuracy.set()), accuracy.n(), accuracy.accuracy(),
                    accuracy.millisPerItem()));
        }
        return text.toString();
    }

    private static String setup(Measured<?> run) {
        var setup = run.setup();
        return line("%s,%s,%d,%s,%s,%d,%d", run.measured(), quoted(setup.model()), setup.bytes(), quoted(setup.engine()), setup.cache(), setup.contextTokens(), setup.threads());
    }

    /** A field in quotes; a name that begins like a formula would run as one in a spreadsheet, so it begins with an apostrophe. */
    public static String quoted(String text) {
        return "\"" + (text.matches("(?s)[=+\\-@\t\r].*") ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
