package app.parlance.desktop.markdown;

import app.parlance.desktop.markdown.TextStyle.Tone;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Turns what stands within a block into spans, one list for each line (hard breaks begin a new one). */
final class InlineRenderer {
    /** Deeper nesting is not followed: its text is taken without styles. */
    private static final int DEEPEST = 40;

    private final List<List<Span>> lines = new ArrayList<>();
    private final StringBuilder pending = new StringBuilder();
    private TextStyle pendingStyle = TextStyle.PLAIN;

    private InlineRenderer() {
        lines.add(new ArrayList<>());
    }

    /** The lines of a block's inline children; at least one, perhaps empty. */
    static List<List<Span>> lines(Node block, TextStyle style) {
        var renderer = new InlineRenderer();
        renderer.children(block, style, 0);
        renderer.endRun();
        return renderer.lines;
    }

    private void children(Node parent, TextStyle style, int depth) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (depth > DEEPEST) flat(node, style);
            else inline(node, style, depth + 1);
        }
    }

    private void inline(Node node, TextStyle style, int depth) {
        switch (node) {
            case Text text -> write(text.getLiteral(), style);
            case Code code -> write(code.getLiteral(), style.withTone(Tone.CODE));
            case Emphasis _ -> children(node, style.asItalic(), depth);
            case StrongEmphasis _ -> children(node, style.asBold(), depth);
            case Strikethrough _ -> children(node, style.asStrike(), depth);
            case Link link -> children(node, style.withLink(link.getDestination()), depth);
            case Image image -> image(image, style, depth);
            case HtmlInline html -> write(html.getLiteral(), style);
            case SoftLineBreak _ -> write(" ", style);
            case HardLineBreak _ -> endLine();
            case TaskListItemMarker _, LinkReferenceDefinition _ -> { /* drawn as the item's marker; a definition is not shown */ }
            default -> children(node, style, depth);
        }
    }

    /** An image is never fetched: its description and its address stand for it. */
    private void image(Image image, TextStyle style, int depth) {
        var linked = style.withLink(image.getDestination());
        children(image, linked, depth);
        if (image.getDestination().isEmpty()) return;
        write(image.getFirstChild() == null ? image.getDestination() : " (" + image.getDestination() + ")", linked.withTone(Tone.FAINT));
    }

    private void flat(Node root, TextStyle style) {
        var node = root;
        while (node != null) {
            if (node instanceof Text text) write(text.getLiteral(), style);
            if (node instanceof Code code) write(code.getLiteral(), style);
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                continue;
            }
            while (node != root && node.getNext() == null) node = node.getParent();
            node = node == root ? null : node.getNext();
        }
    }

    private void write(String text, TextStyle style) {
        if (!style.equals(pendingStyle)) endRun();
        pendingStyle = style;
        pending.append(text);
    }

    private void endRun() {
        if (!pending.isEmpty()) lines.getLast().addAll(Emojis.index().spans(pending.toString(), pendingStyle));
        pending.setLength(0);
    }

    private void endLine() {
        endRun();
        lines.add(new ArrayList<>());
    }
}
