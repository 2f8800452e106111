package app.parlance.desktop.markdown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.ThematicBreak;

/** Turns blocks into lines. Each line knows where in the source it comes from. */
final class BlockRenderer {
    private static final int LIST_INDENT = 24;
    private static final int QUOTE_INDENT = 18;
    private static final int DEEPEST = 8;
    private static final int BLOCK_GAP = 8;
    /** A line of more characters is shown as several: laying out one of a million would take seconds. */
    private static final int LONGEST = 2_000;

    private final long message;
    private final String text;
    private final Markdown.Cut cut;
    private final Highlighter highlighter;
    private final List<Line> lines = new ArrayList<>();
    private String marker = "";
    private int markerFrom = -1;
    private List<Integer> barsAbove = List.of();
    private int end;
    private Unit unit;

    /** @param text what was parsed: the message's source from this cut on */
    BlockRenderer(long message, String text, Markdown.Cut cut, Highlighter highlighter) {
        this.message = message;
        this.text = text;
        this.cut = cut;
        this.highlighter = highlighter;
    }

    /** Where a block stands: how far from the left, beside which quotes' bars, how deep. */
    record Place(int indent, List<Integer> bars, int depth) {
        static final Place TOP = new Place(0, List.of(), 0);

        Place inList() { return new Place(depth < DEEPEST ? indent + LIST_INDENT : indent, bars, depth + 1); }

        Place inQuote() {
            if (depth >= DEEPEST) return new Place(indent, bars, depth + 1);
            var more = new ArrayList<>(bars);
            more.add(indent);
            return new Place(indent + QUOTE_INDENT, List.copyOf(more), depth + 1);
        }
    }

    /** The last item, row or line of a block that is long enough to be cut: where its lines begin, and the cut before it. */
    record Unit(int line, Markdown.Cut cut) { }

    List<Line> lines() { return lines; }

    /** Where the last block may be cut, or null. */
    Unit unit() { return unit; }

    /** Where in the message's source a place of the parsed text is. */
    int at(int place) {
        int head = cut.head() - cut.open();
        return place < head ? cut.open() + place : cut.from() + place - head;
    }

    /** Where in the parsed text a block begins, or -1 if that is not known. */
    static int begins(Node block) {
        var spans = block.getSourceSpans();
        return spans.isEmpty() ? -1 : spans.getFirst().getInputIndex();
    }

    void block(Node block, Place place) {
        if (place.equals(Place.TOP)) {
            barsAbove = List.of();
            unit = null;
        }
        switch (block) {
            case Heading heading -> text(heading, new Kind.Heading(heading.getLevel()), place, TextStyle.PLAIN.asBold());
            case Paragraph _ -> text(block, new Kind.Text(), place, TextStyle.PLAIN);
            case BlockQuote _ -> children(block, place.inQuote());
            case ListBlock list -> list(list, place);
            case FencedCodeBlock code -> code(code, code.getInfo() == null ? "" : language(code.getInfo()), code.getLiteral(), true, place);
            case IndentedCodeBlock code -> code(code, "", code.getLiteral(), false, place);
            case HtmlBlock html -> html(html, place);
            case ThematicBreak _ -> add(new Kind.Rule(), from(block), to(block), begins(block), gap(block), place, List.of());
            case TableBlock table -> table(table, place);
            case LinkReferenceDefinition _ -> { /* says where a link leads; shown where the link stands */ }
            default -> children(block, place);
        }
    }

    private void children(Node parent, Place place) {
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Block) block(child, place);
        }
        if (!marker.isEmpty()) {   // an item without any text still shows its marker
            add(new Kind.Text(), from(parent), to(parent), begins(parent), gap(parent), place, List.of());
        }
    }

    private void list(ListBlock list, Place place) {
        int number = list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null ? ordered.getMarkerStartNumber() : 1;
        int before = lines.isEmpty() ? cut.units() : 0;
        number += before;
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (place.equals(Place.TOP) && item.getPrevious() != null && begins(item) >= 0 && text.indexOf('\n', begins(item)) >= 0) {
                unit = new Unit(lines.size(), new Markdown.Cut(at(end), at(end), at(end), before, 0));
            }
            before++;
            marker = item.getFirstChild() instanceof TaskListItemMarker task ? task.isChecked() ? "\u2611" : "\u2610"
                    : list instanceof BulletList ? "\u2022" : number + ".";
            number++;
            markerFrom = begins(item);
            children(item, place.inList());
        }
    }

    private void text(Node block, Kind kind, Place place, TextStyle style) {
        int gap = gap(block);
        for (var spans : InlineRenderer.lines(block, style)) {
            for (var piece : pieces(spans)) {
                add(kind, from(block), to(block), begins(block), gap, place, piece);
                gap = 0;
            }
        }
    }

    private void html(HtmlBlock html, Place place) {
        int gap = gap(html);
        for (var line : html.getLiteral().split("\n", -1)) {
            for (var piece : pieces(Emojis.index().spans(line, TextStyle.PLAIN))) {
                add(new Kind.Text(), from(html), to(html), begins(html), gap, place, piece);
                gap = 0;
            }
        }
    }

    private void code(Node block, String language, String literal, boolean fenced, Place place) {
        var rows = List.of(literal.split("\n", -1));
        if (rows.size() > 1 && rows.getLast().isEmpty()) rows = rows.subList(0, rows.size() - 1);
        if (fenced && literal.isEmpty()) rows = List.of();
        int fence = fenced ? 1 : 0;
        int begins = begins(block);
        var spans = new HashMap<Integer, SourceSpan>();   // by line: empty ones have none
        for (var span : block.getSourceSpans()) spans.put(span.getLineIndex(), span);
        int line = block.getSourceSpans().getFirst().getLineIndex();
        int headEnd = fenced ? endOf(spans.get(line)) : from(block);
        add(new Kind.CodeHead(language), from(block), headEnd, begins, gap(block), place, List.of());
        int before = place.equals(Place.TOP) && lines.size() == 1 ? cut.units() : 0;
        var coloured = highlighter.colour(at(begins), language, rows, before);
        for (int i = 0; i < rows.size(); i++) {
            var span = spans.get(line + fence + i);
            int from = span == null ? Math.min(end + 1, text.length()) : span.getInputIndex();
            int to = span == null ? from : endOf(span);
            if (fenced && place.equals(Place.TOP) && i == rows.size() - 1 && i > 0) {
                unit = new Unit(lines.size(), new Markdown.Cut(at(begins), at(headEnd) + 1, at(from), before + i, 1));
            }
            for (var piece : pieces(coloured.get(i))) add(new Kind.CodeLine(), from, to, begins, 0, place, piece);
        }
        var closing = fenced ? spans.get(line + rows.size() + 1) : null;
        int foot = closing == null ? end : closing.getInputIndex();
        add(new Kind.Foot(true), foot, closing == null ? end : endOf(closing), begins, 0, place, List.of());
    }

    private void table(TableBlock table, Place place) {
        int gap = gap(table);
        for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
            boolean header = part instanceof TableHead;
            for (var row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (!(row instanceof TableRow)) continue;
                var cells = new ArrayList<Segment.Cell>();
                for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                    var spans = new ArrayList<Span>();
                    for (var line : InlineRenderer.lines(cell, header ? TextStyle.PLAIN.asBold() : TextStyle.PLAIN)) spans.addAll(line);
                    cells.add(new Segment.Cell(List.copyOf(spans), align((TableCell) cell)));
                }
                if (place.equals(Place.TOP) && !header && row.getPrevious() != null && begins(row) >= 0) {
                    unit = new Unit(lines.size(), new Markdown.Cut(at(begins(table)), at(delimiterEnd(table)) + 1, at(begins(row)), 0, 1));
                }
                int to = header ? delimiterEnd(table) : to(row);
                add(new Kind.TableRow(header), from(row), to, begins(table), gap, place,
                        List.of(new Span(new Segment.Row(List.copyOf(cells), header), TextStyle.PLAIN)));
                gap = 0;
            }
        }
        add(new Kind.Foot(false), to(table), to(table), begins(table), 0, place, List.of());
    }

    /** A header without the line below it would not be a table. */
    private int delimiterEnd(TableBlock table) {
        var spans = table.getSourceSpans();
        return spans.size() > 1 ? endOf(spans.get(1)) : to(table);
    }

    private static Segment.Align align(TableCell cell) {
        return switch (cell.getAlignment()) {
            case CENTER -> Segment.Align.CENTER;
            case RIGHT -> Segment.Align.RIGHT;
            case null, default -> Segment.Align.LEFT;
        };
    }

    /** @param begins where the block begins in the parsed text, from and to are its part of it */
    private void add(Kind kind, int from, int to, int begins, int gap, Place place, List<Span> spans) {
        if (!marker.isEmpty() && markerFrom >= 0) from = lineStart(markerFrom);
        int joined = 0;
        while (joined < Math.min(barsAbove.size(), place.bars.size()) && barsAbove.get(joined).equals(place.bars.get(joined))) joined++;
        barsAbove = place.bars;
        var line = new Line(null, spans);
        boolean rtl = !(kind instanceof Kind.CodeLine) && !(kind instanceof Kind.TableRow) && Line.startsRightToLeft(line.text());
        lines.add(Line.of(new LineStyle(kind, message, at(from), at(Math.max(from, to)), at(Math.max(begins, 0)), gap,
                place.indent, marker, place.bars, joined, rtl), spans));
        marker = "";
        end = to;
    }

    /** The space above a block: none before the first, little between the items of a tight list. */
    private int gap(Node block) {
        if (lines.isEmpty() && cut.from() == 0) return 2;
        if (block instanceof Heading heading) return heading.getLevel() <= 2 ? 20 : 16;
        boolean goesOn = lines.isEmpty() && cut.units() > 0;
        if (!goesOn && block.getParent() instanceof ListItem item && item.getPrevious() == null
                && item.getParent().getParent() instanceof Document && item.getFirstChild() == firstText(block)) return BLOCK_GAP;
        boolean inItem = block.getParent() instanceof ListItem || block instanceof ListItem;
        int from = begins(block);
        boolean tight = inItem && from > end && text.substring(Math.min(Math.max(end, 0), from), from).chars().filter(c -> c == '\n').count() < 2;
        return tight && !(block instanceof FencedCodeBlock) ? 4 : BLOCK_GAP;
    }

    /** The block itself, or the box to tick that stands before it. */
    private static Node firstText(Node block) {
        return block.getPrevious() instanceof TaskListItemMarker box ? box : block;
    }

    private int from(Node block) {
        int begins = begins(block);
        return begins < 0 ? Math.max(end, 0) : lineStart(begins);
    }

    /** Back over indents and the marks of quotes, which belong to the first line as to the others. */
    private int lineStart(int from) {
        int at = from;
        while (at > 0 && " \t>".indexOf(text.charAt(at - 1)) >= 0) at--;
        return at == 0 || text.charAt(at - 1) == '\n' ? at : from;
    }

    private int to(Node block) {
        var spans = block.getSourceSpans();
        return spans.isEmpty() ? Math.max(end, 0) : endOf(spans.getLast());
    }

    private static int endOf(SourceSpan span) { return span.getInputIndex() + span.getLength(); }

    private static String language(String info) {
        var word = info.strip().split("[\\s{,]", 2)[0];
        return Emojis.visible(word.length() > 40 ? word.substring(0, 40) : word);
    }

    private static List<List<Span>> pieces(List<Span> spans) {
        int length = 0;
        for (var span : spans) length += span.segment().length();
        if (length <= LONGEST) return List.of(spans);
        var pieces = new ArrayList<List<Span>>();
        var piece = new ArrayList<Span>();
        int room = LONGEST;
        for (var span : spans) {
            var rest = span;
            while (rest.segment().length() > room && rest.segment() instanceof Segment.Run(var run)) {
                int cut = Character.isLowSurrogate(run.charAt(room)) && room > 0 ? room - 1 : room;
                if (cut > 0) piece.add(Span.of(run.substring(0, cut), rest.style()));
                rest = Span.of(run.substring(cut), rest.style());
                pieces.add(piece);
                piece = new ArrayList<>();
                room = LONGEST;
            }
            piece.add(rest);
            room = Math.max(1, room - rest.segment().length());
        }
        pieces.add(piece);
        return pieces;
    }
}
