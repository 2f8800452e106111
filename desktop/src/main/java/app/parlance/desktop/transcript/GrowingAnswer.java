package app.parlance.desktop.transcript;

import app.parlance.desktop.markdown.Kind;
import app.parlance.desktop.markdown.Line;
import app.parlance.desktop.markdown.LineStyle;
import app.parlance.desktop.markdown.Markdown;
import app.parlance.desktop.markdown.Segment;
import app.parlance.desktop.markdown.Span;
import app.parlance.desktop.markdown.TextStyle;
import app.parlance.desktop.markdown.TextStyle.Tone;
import app.parlance.desktop.transcript.Transcript.Entry;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer while it grows. Text comes in and waits; {@link #take} parses from the last block on that may still change.
 * Blocks before it are settled and never looked at again. For any thread; parsing is for one in the background.
 */
final class GrowingAnswer {
    private static final Span CARET = new Span(new Segment.Caret(), TextStyle.PLAIN);

    private final Entry entry;
    private final MessageLines messageLines;
    private final Markdown markdown;
    private final StringBuilder waiting = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private String status = "";
    private boolean statusChanged;
    private int parsed;
    private int drawn;
    private Markdown.Part part;
    private Markdown.Cut cut = Markdown.Cut.START;
    private int settled = 1;   // the byline

    GrowingAnswer(Entry entry, MessageLines messageLines) {
        this.entry = entry;
        this.messageLines = messageLines;
        this.markdown = new Markdown(entry.id());
        text.append(entry.markdown());
    }

    Entry entry() { return entry; }

    /** What it has been given and shown so far. */
    synchronized String text() { return text.toString(); }

    void append(String more) {
        synchronized (waiting) { waiting.append(more); }
    }

    synchronized void status(String status) {
        statusChanged |= text.isEmpty() && !status.equals(this.status);
        this.status = status;
    }

    /** Whether something has come that is not drawn yet. */
    synchronized boolean hasMore() {
        synchronized (waiting) { return statusChanged || drawn < text.length() || !waiting.isEmpty(); }
    }

    /** How many of the answer's lines will not change any more. */
    synchronized int settled() { return settled; }

    /** All lines after the settled ones, if something has come that is not drawn yet; otherwise null. */
    synchronized List<Line> take() {
        if (!hasMore()) return null;
        synchronized (waiting) {
            text.append(waiting);
            waiting.setLength(0);
        }
        return rest();
    }

    /** All lines after the settled ones. */
    synchronized List<Line> rest() {
        statusChanged = false;
        part = markdown.part(text.toString(), cut);
        parsed = text.length();
        var lines = new ArrayList<>(part.lines());
        if (settled == 1 && lines.isEmpty()) {
            lines.add(messageLines.status(entry, status.isEmpty() ? List.of(CARET) : List.of(Span.of(status, TextStyle.of(Tone.FAINT)))));
        } else addCaret(lines);
        lines.add(messageLines.actions(entry));
        return lines;
    }

    /** The lines that were last given out are drawn: settles what can no longer change of them. */
    synchronized void settle() {
        drawn = parsed;
        if (part.settled() >= part.lines().size()) return;
        settled += part.settled();
        cut = part.next();
    }

    private static void addCaret(List<Line> lines) {
        int at = lines.size() - 1;
        while (at >= 0 && lines.get(at).style().kind() instanceof Kind.Foot(boolean framed) && framed) at--;
        var line = at < 0 ? null : lines.get(at);
        if (line == null || !(line.style().kind() instanceof Kind.Text || line.style().kind() instanceof Kind.CodeLine
                || line.style().kind() instanceof Kind.Heading)) {
            int end = lines.isEmpty() ? 0 : lines.getLast().style().to();
            long message = lines.isEmpty() ? 0 : lines.getLast().style().message();
            lines.add(new Line(LineStyle.around(new Frame.Status(), message, end, end, 2, false), List.of(CARET)));
            return;
        }
        var spans = new ArrayList<>(line.spans());
        spans.add(CARET);
        lines.set(at, new Line(line.style(), List.copyOf(spans)));
    }
}
