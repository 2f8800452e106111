package app.parlance.mode;

import app.parlance.mode.Modes.Surroundings;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What Auto comes to for one input. A heavier model, or a heavier quantization of one, gains about as much on each request, while the time it
 * takes grows with what it must read: so short and hard texts go to it, long and easy ones to a lighter one. Deterministic.
 */
final class Auto {
    /** A hard text may take so many times longer. */
    private static final double HARD = 2;
    /** A model that is in memory saves the load: about so long. */
    private static final double LOAD_MILLIS = 2_000;
    private static final Pattern HARD_WORDS = Pattern.compile(
            "(?iu)\\b(why|explain|prove|compare|derive|debug|warum|erkläre?|beweise?|vergleiche?|pourquoi|explique[rz]?|comparez?|por qué|explica|perch[eé])\\b|```|\\bcode\\b");

    private final Surroundings here;
    private final Task task;
    private final Input input;
    private final boolean hard;
    private final String language;

    private Auto(Surroundings here, Task task, Input input) {
        this.here = here;
        this.task = task;
        this.input = input;
        hard = HARD_WORDS.matcher(input.text()).find();
        language = Language.of(input.text());
    }

    /** One that may answer. @param plan how it would be opened */
    record Rung(Candidate candidate, Plan plan) {
        private String name() {
            return candidate.model().name();
        }
    }

    /** The heaviest that fits, carries the language and reads soon enough; otherwise the lightest. @param ladder lightest first, at least one */
    static Plan of(Surroundings here, Task task, Input input, List<Rung> ladder) {
        if (ladder.size() == 1) {
            var only = ladder.getFirst();
            return only.plan().because(only.name() + ", because no other model on this machine answers better or faster.");
        }
        return new Auto(here, task, input).choose(ladder);
    }

    private Plan choose(List<Rung> ladder) {
        var light = ladder.getFirst();
        boolean carried = ladder.stream().anyMatch(rung -> rung.candidate().speaks(language));
        String passedOver = "";
        for (var rung : ladder.reversed()) {
            if (rung == light) break;
            if (!isOpen(rung) && rung.plan().need().total() > here.freeMemory()) {
                passedOver = rung.name() + " does not fit into the memory that is free now";
            } else if (carried && !rung.candidate().speaks(language)) {
                passedOver = rung.name() + " does not carry " + languageName();
            } else if (carried && !light.candidate().speaks(language)) {
                return rung.plan().because(rung.name() + ", because the text is in " + languageName() + ", which " + light.name() + " does not carry.");
            } else if (reading(rung) - reading(light) > allowed(rung, light)) {
                passedOver = "the text is long (%,d words) and %s would take %s to read".formatted(input.words(), rung.name(), seconds(reading(rung)));
            } else {
                var why = !passedOver.isEmpty() ? passedOver : "the text is %s (%,d words)".formatted(hard ? "demanding" : "short", input.words());
                return rung.plan().because("%s, because %s: reading it takes %s.".formatted(rung.name(), why, seconds(reading(rung))));
            }
        }
        return light.plan().because(light.name() + ", because " + passedOver + ".");
    }

    private boolean isOpen(Rung rung) {
        return here.isOpen(rung.plan().request());
    }

    private double reading(Rung rung) {
        return rung.candidate().readingMillis(input.tokens(isOpen(rung)));
    }

    /** How much longer than the lightest this one may read. */
    private double allowed(Rung rung, Rung light) {
        double allowed = hard ? patienceMillis(task) * HARD : patienceMillis(task);
        if (isOpen(rung) == isOpen(light)) return allowed;
        return allowed + (isOpen(rung) ? LOAD_MILLIS / 2 : -Math.min(LOAD_MILLIS / 2, allowed / 2));
    }

    private static double patienceMillis(Task task) {
        return switch (task) {
            case CHAT -> 4_000;
            case ANSWERS -> 2_000;
            case TRANSLATION -> 10_000;
        };
    }

    private String languageName() {
        return Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH);
    }

    private static String seconds(double millis) {
        return millis < 1000 ? "less than a second" : Math.round(millis / 1000) + " s";
    }
}
