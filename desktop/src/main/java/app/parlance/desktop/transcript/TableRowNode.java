package app.parlance.desktop.transcript;

import app.parlance.desktop.markdown.Segment;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;

/** A row of a table, as wide as the table or the column, whichever is less; scrolled together with its block. */
final class TableRowNode extends Region {
    static final double HEADER_SIZE = 12;
    private static final double PAD = 6;

    private final List<TextFlow> cells = new ArrayList<>();
    private final InvalidationListener changed = _ -> requestLayout();
    private Sideways sideways;
    private Column column;
    private double indent;

    TableRowNode(Segment.Row row, SegmentNodes nodes) {
        getStyleClass().add(row.header() ? "table-header" : "table-body");
        setAccessibleRole(AccessibleRole.TABLE_ROW);
        setAccessibleText(row.text().replace("\t", ", "));
        for (var cell : row.cells()) {
            var flow = new TextFlow();
            flow.getStyleClass().add("cell-text");
            for (var span : cell.spans()) flow.getChildren().add(nodes.node(span));
            flow.setTextAlignment(switch (cell.align()) {
                case LEFT -> TextAlignment.LEFT;
                case CENTER -> TextAlignment.CENTER;
                case RIGHT -> TextAlignment.RIGHT;
            });
            cells.add(flow);
        }
        getChildren().addAll(cells);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
    }

    /** Sets the row into its block. Must be called before the row is laid out. */
    void attach(Sideways sideways, Column column, double indent) {
        this.sideways = sideways;
        this.column = column;
        this.indent = indent;
        var weak = new WeakInvalidationListener(changed);
        sideways.contentProperty().addListener(weak);
        sideways.offsetProperty().addListener(weak);
        column.widthProperty().addListener(weak);
    }

    @Override protected double computePrefWidth(double height) {
        return Math.floor(Math.min(sideways.contentProperty().get(), column.width() - indent));
    }

    @Override protected double computePrefHeight(double width) {
        double height = 20;
        for (int i = 0; i < cells.size(); i++) height = Math.max(height, cells.get(i).prefHeight(sideways.column(i)));
        return Math.ceil(height + 2 * PAD);
    }

    /** The row fills its line: nothing hangs below. */
    @Override public double getBaselineOffset() { return prefHeight(-1); }

    @Override protected void layoutChildren() {
        double x = -sideways.offsetProperty().get();
        for (int i = 0; i < cells.size(); i++) {
            double width = sideways.column(i);
            cells.get(i).resizeRelocate(x, PAD, width, getHeight() - 2 * PAD);
            x += width + Sideways.CELL_GAP;
        }
    }
}
