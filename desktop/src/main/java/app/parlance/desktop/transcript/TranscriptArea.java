package app.parlance.desktop.transcript;

import app.parlance.desktop.markdown.Line;
import app.parlance.desktop.markdown.LineStyle;
import app.parlance.desktop.markdown.Segment;
import app.parlance.desktop.markdown.Span;
import app.parlance.desktop.markdown.TextStyle;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import org.fxmisc.richtext.GenericStyledArea;
import org.fxmisc.richtext.model.Paragraph;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.util.UndoUtils;

/** The text area as a list of lines, of which there is always at least one. Read-only for the reader. */
final class TranscriptArea extends GenericStyledArea<LineStyle, Segment, TextStyle> {
    private static final SegmentRules RULES = new SegmentRules();
    static final Line END = new Line(LineStyle.around(new Frame.End(), -1, 0, 0, 0, false), List.of());

    private final Runnable copy;
    private final Runnable complete;

    /**
     * @param copy     what copying does
     * @param complete puts in lines that are still missing, before all are selected
     */
    TranscriptArea(ParagraphLook look, SegmentNodes nodes, Runnable copy, Runnable complete) {
        super(END.style(), look::apply, TextStyle.PLAIN, RULES,
                segment -> nodes.node(new Span(segment.getSegment(), segment.getStyle())));
        this.copy = copy;
        this.complete = complete;
        setUndoManager(UndoUtils.noOpUndoManager());
        setEditable(false);
        setWrapText(true);
        getStyleClass().add("transcript");
        setAccessibleRole(AccessibleRole.TEXT_AREA);
    }

    int lineCount() { return getParagraphs().size(); }

    Line line(int index) {
        var paragraph = getParagraph(index);
        var spans = new ArrayList<Span>();
        if (paragraph.length() > 0) paragraph.getStyledSegments().forEach(s -> spans.add(new Span(s.getSegment(), s.getStyle())));
        return new Line(paragraph.getParagraphStyle(), List.copyOf(spans));
    }

    LineStyle style(int index) { return getParagraph(index).getParagraphStyle(); }

    /** Puts lines in place of those from {@code from} to before {@code to}, which must not be the last. */
    void replaceLines(int from, int to, List<Line> lines) {
        if (from == to && lines.isEmpty()) return;
        var all = new ArrayList<>(lines);
        int last = to - 1;
        if (from == to || lines.isEmpty()) {   // whole lines are exchanged; the one that follows goes along
            all.add(line(to));
            last = to;
        }
        // The area's own replace would move the caret there, and what the reader has selected were selected no more.
        getContent().replace(getAbsolutePosition(from, 0), getAbsolutePosition(last, getParagraphLength(last)), document(all));
    }

    private static ReadOnlyStyledDocument<LineStyle, Segment, TextStyle> document(List<Line> lines) {
        var builder = new ReadOnlyStyledDocumentBuilder<LineStyle, Segment, TextStyle>(RULES, END.style(), lines.size());
        for (var line : lines) {
            if (line.length() == 0) {
                builder.addParagraph(RULES.createEmptySeg(), TextStyle.PLAIN, line.style());
                continue;
            }
            var styles = new StyleSpansBuilder<TextStyle>(line.spans().size());
            for (var span : line.spans()) styles.add(span.style(), span.segment().length());
            builder.addParagraph(line.spans().stream().map(Span::segment).toList(), styles.create(), line.style());
        }
        return builder.build();
    }

    @Override public void copy() { copy.run(); }

    @Override public void selectAll() {
        complete.run();
        super.selectAll();
    }

    /** RichTextFX tells screen readers nothing: this tells the text, what is selected of it, and where the caret is. */
    @Override public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case TEXT -> spoken(getLength());
            case EDITABLE -> false;
            case SELECTION_START -> spoken(getSelection().getStart()).length();
            case SELECTION_END -> spoken(getSelection().getEnd()).length();
            case CARET_OFFSET -> spoken(getCaretPosition()).length();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    /** What is said of everything before a position: emoji and tables as their characters. */
    private String spoken(int end) {
        var text = new StringBuilder();
        int position = 0;
        for (Paragraph<LineStyle, Segment, TextStyle> paragraph : getParagraphs()) {
            for (var segment : paragraph.getSegments()) {
                if (position >= end) return text.toString();
                var all = segment.text();
                text.append(segment instanceof Segment.Run ? all.substring(0, Math.min(all.length(), end - position)) : all);
                position += segment.length();
            }
            if (position++ < end) text.append('\n');
        }
        return text.toString();
    }
}
