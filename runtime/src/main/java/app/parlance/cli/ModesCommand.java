package app.parlance.cli;

import app.parlance.measure.Accuracy;
import app.parlance.measure.Speed;
import app.parlance.mode.Mode;
import app.parlance.mode.Plan;
import app.parlance.mode.Price;
import app.parlance.mode.Task;
import app.parlance.model.ByteSize;
import app.parlance.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code parlance modes}. */
@Command(name = "modes", description = "Show what each mode comes to on this machine, and what it costs.",
        footer = {"", "Examples",
            "  parlance modes",
            "  parlance modes --json | jq '.[] | select(.task == \"chat\")'", "",
            "Figures are measured here: \"parlance bench\" measures those that are missing."})
final class ModesCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--json", description = "Print an array of objects.")
    private boolean json;

    ModesCommand(Session session) {
        this.session = session;
    }

    /**
     * Names and meanings stay; members may be added.
     *
     * @param chosen whether requests of the task are in this mode where they name none
     * @param msPerToken null where it was not measured yet, as all figures
     */
    private record ModeJson(String task, String mode, boolean chosen, String model, int contextTokens, String cache, int passages, boolean rerank,
            boolean review, String reason, Double msPerToken, Double timeToFirstTokenMs, long estimatedBytes, Double accuracy, String accuracyTask,
            String advice) { }

    @Override
    public Integer call() throws ProblemException {
        var rows = new ArrayList<ModeJson>();
        for (var task : Task.values()) {
            session.parlance().modes().prices(task).forEach((mode, price) -> rows.add(row(task, mode, price)));
        }
        if (json) session.streams().println(Json.pretty(rows));
        else if (rows.isEmpty()) session.streams().note(NoModelException.none().full());
        else print(rows);
        return ExitCode.OK.number();
    }

    private ModeJson row(Task task, Mode mode, Price price) {
        Plan plan = price.plan();
        var speed = price.speed();
        var accuracy = price.accuracy();
        return new ModeJson(word(task), word(mode), session.parlance().modes().chosen(task) == mode, plan.model().name(), plan.contextTokens(), word(plan.cache()),
                plan.effort().passages(), plan.effort().rerank(), plan.effort().review(), plan.reason(), speed.map(Speed::millisPerToken).orElse(null),
                speed.map(Speed::timeToFirstTokenMillis).orElse(null), price.fit().need().total(), accuracy.map(Accuracy::accuracy).orElse(null),
                accuracy.map(Accuracy::task).orElse(null), price.advice());
    }

    private void print(List<ModeJson> rows) {
        var task = "";
        for (var row : rows) {
            if (!row.task().equals(task)) session.streams().println(row.task());
            task = row.task();
            session.streams().println(Streams.printable(String.format(Locale.ROOT, "%s %-9s %-36s %6d %-5s %8s  %s", row.chosen() ? "*" : " ", row.mode(),
                    row.model(), row.contextTokens(), row.cache(), ByteSize.text(row.estimatedBytes()), measured(row))));
        }
        rows.stream().map(ModeJson::advice).filter(advice -> !advice.isEmpty()).distinct().forEach(session.streams()::note);
    }

    private static String measured(ModeJson row) {
        if (row.msPerToken() == null && row.accuracy() == null) return "not measured yet";
        var speed = row.msPerToken() == null ? "" : String.format(Locale.ROOT, "%.0f ms/token", row.msPerToken());
        var right = row.accuracy() == null ? "" : String.format(Locale.ROOT, "%.0f %% %s", row.accuracy() * 100, row.accuracyTask());
        return speed + (speed.isEmpty() || right.isEmpty() ? "" : ", ") + right;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
