package app.parlance.desktop.transcript;

import app.parlance.desktop.markdown.Segment;
import app.parlance.desktop.markdown.Segment.Run;
import app.parlance.desktop.markdown.TextStyle;
import java.util.Optional;
import org.fxmisc.richtext.model.TextOps;

/** How the text area counts, cuts and joins segments. */
final class SegmentRules implements TextOps<Segment, TextStyle> {
    private static final Run EMPTY = new Run("");

    @Override public Segment create(String text) { return new Run(text); }

    @Override public int length(Segment segment) { return segment.length(); }

    @Override public char charAt(Segment segment, int index) { return getText(segment).charAt(index); }

    @Override public String getText(Segment segment) { return segment instanceof Run(var text) ? text : Segment.OBJECT; }

    @Override public Segment subSequence(Segment segment, int start, int end) {
        if (segment instanceof Run(var text)) return new Run(text.substring(start, end));
        return start < end ? segment : EMPTY;
    }

    @Override public Segment subSequence(Segment segment, int start) { return subSequence(segment, start, segment.length()); }

    @Override public Optional<Segment> joinSeg(Segment left, Segment right) {
        return Optional.empty();   // what Markdown set apart stays apart: see Emojis.spans
    }

    @Override public Optional<TextStyle> joinStyle(TextStyle left, TextStyle right) {
        return left.equals(right) ? Optional.of(left) : Optional.empty();
    }

    @Override public Segment createEmptySeg() { return EMPTY; }
}
