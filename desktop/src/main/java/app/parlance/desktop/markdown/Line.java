package app.parlance.desktop.markdown;

import java.util.ArrayList;
import java.util.List;

/** One line as it will be shown; it may wrap. */
public record Line(LineStyle style, List<Span> spans) {
    /** How many caret positions it has. */
    public int length() {
        int length = 0;
        for (var span : spans) length += span.segment().length();
        return length;
    }

    /** A line in this style; one that is read from right to left gets the mark that says so. */
    public static Line of(LineStyle style, List<Span> spans) {
        if (!style.rtl()) return new Line(style, List.copyOf(spans));
        var marked = new ArrayList<Span>(spans.size() + 1);
        marked.add(new Span(new Segment.RightToLeft(), TextStyle.PLAIN));
        marked.addAll(spans);
        return new Line(style, List.copyOf(marked));
    }

    /** Its characters, emoji and table cells included. */
    public String text() {
        var text = new StringBuilder();
        for (var span : spans) text.append(span.segment().text());
        return text.toString();
    }

    /** Whether the first character that has a direction is read from right to left. */
    public static boolean startsRightToLeft(CharSequence text) {
        for (int i = 0; i < text.length(); ) {
            int c = Character.codePointAt(text, i);
            switch (Character.getDirectionality(c)) {
                case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> { return false; }
                case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> { return true; }
                default -> i += Character.charCount(c);
            }
        }
        return false;
    }
}
