package app.parlance.mode;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The language of a text, told by its letters and its commonest words: enough to choose a model by, and quick. */
final class Language {
    /** More of a text does not change the answer. */
    private static final int LOOKED_AT = 2_000;
    private static final Map<String, Set<String>> WORDS = Map.of(
            "en", Set.of("the", "and", "of", "to", "is", "in", "that", "what", "how", "a", "it", "for", "you", "with"),
            "de", Set.of("der", "die", "das", "und", "ist", "nicht", "ein", "eine", "wie", "ich", "mit", "von", "was", "zu"),
            "fr", Set.of("le", "la", "les", "et", "est", "des", "une", "que", "pas", "pour", "dans", "je", "vous", "du"),
            "es", Set.of("el", "los", "las", "y", "es", "una", "que", "por", "para", "con", "qué", "cómo", "del", "se"),
            "it", Set.of("il", "gli", "e", "è", "di", "che", "una", "per", "con", "non", "sono", "della", "come", "un"),
            "pt", Set.of("o", "os", "e", "é", "uma", "que", "não", "para", "com", "do", "da", "em", "você", "como"));

    private Language() { }

    /** A BCP 47 tag, or the empty string where the text does not tell. */
    static String of(String text) {
        var look = text.substring(0, Math.min(LOOKED_AT, text.length()));
        var foreign = look.codePoints().filter(Character::isLetter).mapToObj(UnicodeScript::of).filter(script -> script != UnicodeScript.LATIN).toList();
        if (foreign.size() * 2L > look.codePoints().filter(Character::isLetter).count()) return ofScripts(Set.copyOf(foreign));
        var words = Arrays.asList(look.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"));
        var best = "";
        long most = 0;
        for (var language : new String[] {"en", "de", "fr", "es", "it", "pt"}) {
            long hits = words.stream().filter(WORDS.get(language)::contains).count();
            if (hits > most) {
                most = hits;
                best = language;
            }
        }
        return best;
    }

    private static String ofScripts(Set<UnicodeScript> scripts) {
        if (scripts.contains(UnicodeScript.HIRAGANA) || scripts.contains(UnicodeScript.KATAKANA)) return "ja";
        if (scripts.contains(UnicodeScript.HANGUL)) return "ko";
        if (scripts.contains(UnicodeScript.HAN)) return "zh";
        if (scripts.contains(UnicodeScript.CYRILLIC)) return "ru";
        if (scripts.contains(UnicodeScript.ARABIC)) return "ar";
        if (scripts.contains(UnicodeScript.GREEK)) return "el";
        if (scripts.contains(UnicodeScript.HEBREW)) return "he";
        return scripts.contains(UnicodeScript.DEVANAGARI) ? "hi" : "";
    }
}
