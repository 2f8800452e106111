package app.parlance.desktop.markdown;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds emoji in text, by the index beside the image sheet. Signs that are text unless asked otherwise (©, ™, ✔) stay
 * text without their variation selector.
 */
public final class Emojis {
    private static final char PICTURE = '\uFE0F';
    private static final char TEXT = '\uFE0E';

    private final Map<String, Segment.Emoji> bySequence = new HashMap<>();
    private final BitSet first = new BitSet();
    private int longest;

    private Emojis() { }

    /** The one index. */
    public static Emojis index() { return Holder.INDEX; }

    /** Cuts text into runs and emoji, control characters replaced, all in one style. */
    public List<Span> spans(String text, TextStyle style) {
        var spans = new ArrayList<Span>(1);
        int from = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int length = first.get(c) ? emojiAt(text, i) : 0;
            if (length == 0) {
                i += Character.charCount(c);
                continue;
            }
            if (i > from) addRuns(text.substring(from, i), style, spans);
            var sequence = text.substring(i, i + length);
            var cell = bySequence.get(bare(sequence));
            spans.add(new Span(new Segment.Emoji(sequence, cell.column(), cell.row()), style));
            i += length;
            from = i;
        }
        if (from < text.length()) addRuns(text.substring(from), style, spans);
        return spans;
    }

    /**
     * JavaFX 26.0.2 fails to lay out a text node that is read from right to left and wraps after a space
     * (PrismTextLayout.computeTrailingSpaceWidth, index out of bounds), and sets a comma on the wrong side where it comes
     * from another font than its word. So words, spaces and signs become runs of their own.
     */
    private static void addRuns(String text, TextStyle style, List<Span> spans) {
        var shown = visible(text);
        int from = 0;
        if (mayRunRightToLeft(shown)) {
            for (int i = 1; i < shown.length(); i++) {
                if (sort(shown.charAt(i)) == sort(shown.charAt(i - 1))) continue;
                spans.add(Span.of(shown.substring(from, i), style));
                from = i;
            }
        }
        spans.add(Span.of(shown.substring(from), style));
    }

    private static int sort(char c) {
        return Character.isWhitespace(c) ? 0 : c < 0x250 ? 1 : 2;
    }

    /** Whether there is a letter or an invisible mark that is read from right to left. */
    public static boolean mayRunRightToLeft(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x590) continue;
            if (c == '\u200F' || c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069') return true;
            byte direction = Character.getDirectionality(text.codePointAt(i));
            if (direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC) return true;
        }
        return false;
    }

    /** The length of the longest emoji that begins here, or 0. */
    private int emojiAt(String text, int at) {
        if (text.charAt(at) < 0x80 && !keycapFollows(text, at + 1)) return 0;
        for (int end = Math.min(text.length(), at + longest); end > at; end--) {
            var sequence = text.substring(at, end);
            var found = bySequence.get(bare(sequence));
            if (found == null) continue;
            if (end < text.length() && text.charAt(end) == TEXT) return 0;
            boolean single = bare(sequence).length() == 1;
            boolean asked = sequence.indexOf(PICTURE) >= 0;
            if (single && !asked && found.text().indexOf(PICTURE) >= 0) return 0;
            return end - at;
        }
        return 0;
    }

    private static boolean keycapFollows(String text, int at) {
        return at < text.length() && (text.charAt(at) == PICTURE || text.charAt(at) == '\u20E3');
    }

    private static String bare(String sequence) {
        return sequence.indexOf(PICTURE) < 0 ? sequence : sequence.replace(String.valueOf(PICTURE), "");
    }

    /** Control characters and broken surrogates would break the drawing or the line. */
    static String visible(String text) {
        StringBuilder changed = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char shown = c;
            if (c < ' ' && c != '\t' || c >= 0x7F && c < 0xA0) shown = '\uFFFD';
            else if (c == '\u2028' || c == '\u2029') shown = ' ';
            else if (Character.isHighSurrogate(c) && (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1)))) shown = '\uFFFD';
            else if (Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)))) shown = '\uFFFD';
            if (shown == c) continue;
            if (changed == null) changed = new StringBuilder(text);
            changed.setCharAt(i, shown);
        }
        return changed == null ? text : changed.toString();
    }

    private static final class Holder {
        static final Emojis INDEX = read();

        private static Emojis read() {
            var emojis = new Emojis();
            try (var in = new BufferedReader(new InputStreamReader(
                    Emojis.class.getResourceAsStream("/app/parlance/desktop/emoji/index.txt"), StandardCharsets.UTF_8))) {
                for (var line = in.readLine(); line != null; line = in.readLine()) {
                    var part = line.split(" ");
                    var text = new StringBuilder();
                    for (var hex : part[0].split("-")) text.appendCodePoint(Integer.parseInt(hex, 16));
                    var sequence = text.toString();
                    emojis.bySequence.put(bare(sequence),
                            new Segment.Emoji(sequence, Integer.parseInt(part[1]), Integer.parseInt(part[2])));
                    emojis.first.set(sequence.codePointAt(0));
                    emojis.longest = Math.max(emojis.longest, sequence.length() + 2);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the emoji index", e);
            }
            return emojis;
        }
    }
}
