package app.parlance.desktop.markdown;

import java.util.List;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Markdown as lines to show: CommonMark with GitHub's tables, strikethrough and task lists. Never fetches anything; raw
 * HTML is text. One object for one message, since it remembers what it has coloured. Not thread-safe.
 */
public final class Markdown {
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create(), StrikethroughExtension.create(), TaskListItemsExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .maxOpenBlockParsers(60)
            .build();

    private final long message;
    private final Highlighter highlighter = new Highlighter();

    /** For the message with this id. */
    public Markdown(long message) {
        this.message = message;
    }

    /** A whole message. */
    public List<Line> lines(String source) {
        return part(source, 0).lines();
    }

    /**
     * The blocks from {@code offset} on, where a block must begin.
     *
     * @return the lines, and where the last block begins that may still change by what follows
     */
    public Part part(String source, int offset) {
        var text = source.substring(offset);
        Node document = PARSER.parse(text);
        var renderer = new BlockRenderer(message, text, offset, highlighter);
        int open = text.length();
        int settledLines = 0;
        for (var block = document.getFirstChild(); block != null; block = block.getNext()) {
            int begins = BlockRenderer.begins(block);
            // A block whose first line has not ended may yet turn out to belong to the one before.
            if (begins >= 0 && text.indexOf('\n', begins) >= 0 || block == document.getFirstChild()) {
                open = Math.max(begins, 0);
                settledLines = renderer.lines().size();
            }
            renderer.block(block, BlockRenderer.Place.TOP);
        }
        return new Part(List.copyOf(renderer.lines()), settledLines, offset + (document.getFirstChild() == null ? 0 : open));
    }

    /**
     * Lines of the rest of a message.
     *
     * @param settled how many of the lines no longer change
     * @param open    where in the source the first block begins that may still change
     */
    public record Part(List<Line> lines, int settled, int open) { }
}
