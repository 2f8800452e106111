package app.parlance.mode;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What Auto comes to for one text. A heavy model gains about as much on each request, while the time it takes grows with the text's length:
 * so short and hard texts go to it, long and easy ones to the light one. Deterministic.
 */
final class Auto {
    /** Bytes of UTF-8 that make a token, about. */
    private static final int BYTES_PER_TOKEN = 4;
    /** A hard text may take so many times longer. */
    private static final double HARD = 2;
    /** A model that is in memory saves the load: about so long. */
    private static final double LOAD_MILLIS = 2_000;
    private static final Pattern HARD_WORDS = Pattern.compile(
            "(?iu)\\b(why|explain|prove|compare|derive|debug|warum|erkläre?|beweise?|vergleiche?|pourquoi|explique[rz]?|comparez?|por qué|explica|perch[eé])\\b|```|\\bcode\\b");

    /** @param level FAST for the light model, ACCURATE for the heavy one */
    record Choice(Mode level, String reason) { }

    private Auto() { }

    /**
     * @param free bytes of memory that may still be taken
     * @param loaded whether a model is in memory already
     */
    static Choice of(Task task, String text, Candidate light, Candidate heavy, long free, Predicate<Candidate> loaded) {
        var lightName = light.model().name();
        var heavyName = heavy.model().name();
        if (light.model().equals(heavy.model())) return new Choice(Mode.BALANCED, lightName + ", because no other model on this machine answers better or faster.");
        boolean heavyLoaded = loaded.test(heavy);
        if (!heavyLoaded && heavy.model().bytes() > free) return new Choice(Mode.FAST, lightName + ", because " + heavyName + " does not fit into the memory that is free now.");
        var language = Language.of(text);
        if (!light.speaks(language) && heavy.speaks(language)) {
            return new Choice(Mode.ACCURATE, heavyName + ", because the text is in " + name(language) + ", which " + lightName + " does not carry.");
        }
        int tokens = Math.ceilDiv(text.getBytes(StandardCharsets.UTF_8).length, BYTES_PER_TOKEN);
        double more = heavy.readingMillis(tokens) - light.readingMillis(tokens);
        double patience = patienceMillis(task);
        boolean hard = HARD_WORDS.matcher(text).find();
        double allowed = hard ? patience * HARD : patience;
        if (heavyLoaded != loaded.test(light)) allowed += heavyLoaded ? LOAD_MILLIS / 2 : -Math.min(LOAD_MILLIS / 2, allowed / 2);
        if (more > allowed) {
            return new Choice(Mode.FAST, "%s, because the text is long (%,d words) and %s would take %s to read it.".formatted(lightName, words(text), heavyName,
                    seconds(heavy.readingMillis(tokens))));
        }
        return new Choice(Mode.ACCURATE, "%s, because the text is %s (%,d words): reading it takes %s.".formatted(heavyName, hard ? "demanding" : "short", words(text),
                seconds(heavy.readingMillis(tokens))));
    }

    /** How much longer than the light model the heavy one may read. */
    private static double patienceMillis(Task task) {
        return switch (task) {
            case CHAT -> 4_000;
            case ANSWERS -> 2_000;
            case TRANSLATION -> 10_000;
        };
    }

    private static long words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    private static String name(String language) {
        return Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH);
    }

    private static String seconds(double millis) {
        return millis < 1000 ? "less than a second" : Math.round(millis / 1000) + " s";
    }
}
