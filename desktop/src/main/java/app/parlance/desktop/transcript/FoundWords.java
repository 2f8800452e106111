package app.parlance.desktop.transcript;

import app.parlance.desktop.markdown.Line;
import app.parlance.desktop.markdown.Segment;
import app.parlance.desktop.markdown.Span;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Lights up words in lines. Neither case nor accents count. */
final class FoundWords {
    private final List<String> words;

    /** @param words separated by spaces; quotation marks and operators of a search are left out */
    FoundWords(String words) {
        this.words = Arrays.stream(words.replaceAll("[\"*()]", " ").strip().split("\\s+")).map(FoundWords::folded)
                .filter(w -> !w.isEmpty()).toList();
    }

    /** The line with its found words lit; the same line where there are none. */
    Line light(Line line) {
        var spans = light(line.spans());
        return spans.equals(line.spans()) ? line : new Line(line.style(), spans);
    }

    /** Whether anything in the line is lit. */
    static boolean lit(Line line) {
        for (var span : line.spans()) {
            if (span.style().lit()) return true;
            if (span.segment() instanceof Segment.Row row
                    && row.cells().stream().anyMatch(c -> c.spans().stream().anyMatch(s -> s.style().lit()))) return true;
        }
        return false;
    }

    private List<Span> light(List<Span> spans) {
        var lit = new ArrayList<Span>();
        for (var span : spans) {
            switch (span.segment()) {
                case Segment.Run(var text) -> light(text, span, lit);
                case Segment.Row row -> lit.add(new Span(new Segment.Row(row.cells().stream()
                        .map(c -> new Segment.Cell(light(c.spans()), c.align())).toList(), row.header()), span.style()));
                default -> lit.add(span);
            }
        }
        return List.copyOf(lit);
    }

    private void light(String text, Span span, List<Span> out) {
        var places = places(text);
        int done = 0;
        for (var place : places) {
            if (place[0] < done) continue;
            if (place[0] > done) out.add(Span.of(text.substring(done, place[0]), span.style()));
            out.add(Span.of(text.substring(place[0], place[1]), span.style().withLit(true)));
            done = place[1];
        }
        if (done == 0) out.add(span);
        else if (done < text.length()) out.add(Span.of(text.substring(done), span.style()));
    }

    /** Begin and end of every word found, in order. */
    private List<int[]> places(String text) {
        var folded = new StringBuilder();
        var origin = new ArrayList<Integer>();
        for (int i = 0; i < text.length(); i++) {
            var one = folded(text.substring(i, i + 1));
            folded.append(one);
            for (int k = 0; k < one.length(); k++) origin.add(i);
        }
        var places = new ArrayList<int[]>();
        for (var word : words) {
            for (int at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length())) {
                int end = at + word.length();
                places.add(new int[] {origin.get(at), end < origin.size() ? origin.get(end) : text.length()});
            }
        }
        places.sort((a, b) -> Integer.compare(a[0], b[0]));
        return places;
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
    }
}
