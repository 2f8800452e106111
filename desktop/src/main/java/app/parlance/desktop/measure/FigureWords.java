package app.parlance.desktop.measure;

import static app.parlance.desktop.measure.Words.TEXTS;

import java.util.ArrayList;

/** All figures of a row: for its tooltip and for who hears it. */
final class FigureWords {
    private FigureWords() { }

    static String lines(Figures row) {
        var lines = new ArrayList<String>();
        lines.add(Words.name(row));
        if (!row.name().isEmpty() && !row.key().model().equals(row.name())) lines.add(row.key().model());
        row.speed().ifPresent(speed -> {
            lines.add(TEXTS.get("tip.speed", Words.number(speed.millisPerToken()), Words.number(speed.bandwidthLimitMillis())));
            lines.add(TEXTS.get("tip.first", Words.millis(speed.timeToFirstTokenMillis()), Words.number(speed.promptTokensPerSecond(), 0)));
            lines.add(TEXTS.get("tip.memory", Words.memory(speed.residentBytes()), Words.memory(speed.estimatedBytes())));
            speed.joulesPerToken().ifPresent(joules -> lines.add(TEXTS.get("tip.energy", Words.number(joules))));
        });
        row.accuracies().values().stream().map(run -> run.figures()).sorted(java.util.Comparator.comparing(each -> each.task()))
                .forEach(each -> lines.add(TEXTS.get("tip.accuracy", Words.task(each.task()), Words.percent(each), each.n(), each.set())));
        if (row.auto()) lines.add(TEXTS.get("tip.auto"));
        else if (row.speed().isEmpty()) lines.add(TEXTS.get("tip.unmeasured"));
        return Words.lines(lines);
    }

    static String sentence(Figures row) {
        return lines(row).replace("\n", ". ");
    }
}
