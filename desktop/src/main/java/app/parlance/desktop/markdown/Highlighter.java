package app.parlance.desktop.markdown;

import app.parlance.desktop.markdown.TextStyle.Tone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Colours code, line by line. Remembers the blocks it has seen, so that a block that grows costs only its new lines.
 */
final class Highlighter {
    /** Longer lines stay plain: nobody reads them, and they are often data. */
    private static final int LONGEST = 2_000;

    private final Map<Integer, List<Done>> blocks = new HashMap<>();

    /** A line's spans, and what is still open where it begins and ends (what closes it; empty for nothing). */
    private record Done(String line, String language, String before, List<Span> spans, String after) { }

    /** Lines of the block that begins at this place, coloured; {@code before} of its lines have been coloured earlier. */
    List<List<Span>> colour(int block, String languageName, List<String> lines, int before) {
        var language = Language.named(languageName);
        var done = blocks.computeIfAbsent(block, _ -> new ArrayList<>());
        var open = before == 0 ? "" : done.get(before - 1).after;
        for (int i = before; i < before + lines.size(); i++) {
            var line = lines.get(i - before);
            var known = i < done.size() ? done.get(i) : null;
            if (known == null || !known.line.equals(line) || !known.before.equals(open) || !known.language.equals(languageName)) {
                known = colour(language, languageName, line, open);
                if (i < done.size()) done.set(i, known);
                else done.add(known);
            }
            open = known.after;
        }
        return done.subList(before, before + lines.size()).stream().map(Done::spans).toList();
    }

    private static Done colour(Language language, String name, String line, String open) {
        var spans = new ArrayList<Span>();
        if (language == null || line.length() > LONGEST) {
            add(spans, line, Tone.CODE);
            return new Done(line, name, open, List.copyOf(spans), open);
        }
        var before = open;
        int at = 0;
        if (!open.isEmpty()) {
            int close = line.indexOf(open);
            int end = close < 0 ? line.length() : close + open.length();
            add(spans, line.substring(0, end), spanned(open));
            at = end;
            if (close >= 0) open = "";
        }
        var matcher = language.token().matcher(line);
        while (at < line.length() && matcher.find(at)) {
            add(spans, line.substring(at, matcher.start()), Tone.CODE);
            int end = matcher.end();
            Tone tone;
            if (matcher.group("long") != null) {
                var closer = language.spanning().get(matcher.group("long"));
                int close = line.indexOf(closer, end);
                end = close < 0 ? line.length() : close + closer.length();
                if (close < 0) open = closer;
                tone = spanned(closer);
            } else if (matcher.group("comment") != null) tone = commentMayBegin(line, matcher.start()) ? Tone.COMMENT : Tone.CODE;
            else if (matcher.group("string") != null) tone = Tone.STRING;
            else if (matcher.group("number") != null) tone = Tone.NUMBER;
            else if (matcher.group("tag") != null) tone = Tone.TAG;
            else if (matcher.group("call") != null) tone = keyword(language, matcher.group()) ? Tone.KEYWORD : Tone.FUNCTION;
            else tone = keyword(language, matcher.group()) ? Tone.KEYWORD : matcher.group().startsWith("@") ? Tone.FUNCTION : Tone.CODE;
            if (tone == Tone.CODE && matcher.group("comment") != null) end = matcher.start() + 1;
            add(spans, line.substring(matcher.start(), end), tone);
            at = end;
        }
        add(spans, line.substring(Math.min(at, line.length())), Tone.CODE);
        return new Done(line, name, before, List.copyOf(spans), open);
    }

    /** Shells use # within words, and addresses hold //. */
    private static boolean commentMayBegin(String line, int at) {
        return at == 0 || !":$&\"'".contains(line.substring(at - 1, at)) && !Character.isLetterOrDigit(line.charAt(at - 1))
                || line.startsWith("//", at) && line.charAt(at - 1) != ':';
    }

    private static boolean keyword(Language language, String word) {
        return language.keywords().contains(language.anyCase() ? word.toLowerCase(Locale.ROOT) : word);
    }

    private static Tone spanned(String closer) {
        return closer.equals("*/") || closer.equals("-->") || closer.equals("-}") || closer.equals("=end") ? Tone.COMMENT : Tone.STRING;
    }

    private static void add(List<Span> spans, String text, Tone tone) {
        if (text.isEmpty()) return;
        var style = TextStyle.of(tone);
        for (var span : Emojis.index().spans(text, style)) {
            int last = spans.size() - 1;
            if (last >= 0 && span.segment() instanceof Segment.Run(var more) && spans.get(last).style().equals(style)
                    && spans.get(last).segment() instanceof Segment.Run(var before)) spans.set(last, Span.of(before + more, style));
            else spans.add(span);
        }
    }
}
