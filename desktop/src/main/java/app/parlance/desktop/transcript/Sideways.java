package app.parlance.desktop.transcript;

import app.parlance.desktop.markdown.Kind;
import app.parlance.desktop.markdown.Line;
import app.parlance.desktop.markdown.Segment;
import java.util.Arrays;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleDoubleProperty;

/**
 * What the lines of one code block or table share: how wide the widest is, how wide the table's columns are, and how far
 * they are scrolled sideways. Only grows, so that a growing block does not flicker.
 */
final class Sideways {
    static final double CELL_GAP = 16;
    private static final double WIDEST_CELL = 320;

    private final ReadOnlyDoubleWrapper content = new ReadOnlyDoubleWrapper();
    private final DoubleProperty offset = new SimpleDoubleProperty();
    private double[] columns = {};

    /** Makes room for a line. */
    void include(Line line) {
        switch (line.style().kind()) {
            case Kind.CodeLine _ -> content.set(Math.max(content.get(), Metrics.width(line.spans(), Metrics.CODE_SIZE)));
            case Kind.TableRow(boolean header) -> {
                if (line.spans().getFirst().segment() instanceof Segment.Row row) include(row, header);
            }
            default -> { }
        }
    }

    private void include(Segment.Row row, boolean header) {
        int count = row.cells().size();
        if (count > columns.length) columns = Arrays.copyOf(columns, count);
        double total = 0;
        for (int i = 0; i < columns.length; i++) {
            if (i < count) {
                double width = Metrics.width(row.cells().get(i).spans(), header ? TableRowNode.HEADER_SIZE : Metrics.TEXT_SIZE);
                columns[i] = Math.max(columns[i], Math.clamp(width + 1, 24, WIDEST_CELL));
            }
            total += columns[i] + CELL_GAP;
        }
        content.set(total);
    }

    /** The width of a table's column; all that there are when {@code index} is too great count as 0. */
    double column(int index) { return index < columns.length ? columns[index] : 0; }

    /** The width of the widest line. Changes whenever a column does. */
    ReadOnlyDoubleProperty contentProperty() { return content.getReadOnlyProperty(); }

    /** How far the lines are moved to the left. */
    DoubleProperty offsetProperty() { return offset; }

    /** Moves the lines, as far as there is something to see. */
    void scroll(double by, double viewport) {
        offset.set(Math.clamp(offset.get() + by, 0, Math.max(0, content.get() - viewport)));
    }
}
