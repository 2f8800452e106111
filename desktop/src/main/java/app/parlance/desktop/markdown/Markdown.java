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
    public List<Line> lines(String source) { return part(source, Cut.START).lines(); }

    /** The lines from a cut on. */
    public Part part(String source, Cut cut) {
        var text = source.substring(cut.open(), cut.head()) + source.substring(cut.from());
        Node document = PARSER.parse(text);
        var renderer = new BlockRenderer(message, text, cut, highlighter);
        var next = cut;
        int settled = 0;
        for (var block = document.getFirstChild(); block != null; block = block.getNext()) {
            int begins = BlockRenderer.begins(block);
            // A block whose first line has not ended may yet turn out to belong to the one before.
            if (block != document.getFirstChild() && begins >= 0 && text.indexOf('\n', begins) >= 0) {
                next = Cut.at(renderer.at(begins));
                settled = renderer.lines().size();
            }
            renderer.block(block, BlockRenderer.Place.TOP);
        }
        var unit = renderer.unit();
        if (unit != null && unit.line() > Math.max(settled, cut.skip())) {
            next = unit.cut();
            settled = unit.line();
        }
        var lines = renderer.lines();
        int skip = Math.min(cut.skip(), lines.size());
        return new Part(List.copyOf(lines.subList(skip, lines.size())), Math.max(0, settled - skip), next);
    }

    /**
     * Lines of the rest of a message.
     *
     * @param settled how many of the lines no longer change
     * @param next    where to go on behind them
     */
    public record Part(List<Line> lines, int settled, Cut next) { }

    /**
     * Where a message is cut so that what is settled need not be read again: between blocks, or within a long list, table
     * or code block. There, the block's head is read again, since what follows makes no sense without it.
     *
     * @param open  where the block begins
     * @param head  where its head ends; the same as {@code open} for a block that needs none
     * @param from  where to read on
     * @param units how many items, rows or lines of the block come before
     * @param skip  how many lines the head has
     */
    public record Cut(int open, int head, int from, int units, int skip) {
        /** The beginning of a message. */
        public static final Cut START = at(0);

        static Cut at(int block) { return new Cut(block, block, block, 0, 0); }
    }
}
