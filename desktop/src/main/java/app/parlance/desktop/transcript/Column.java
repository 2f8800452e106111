package app.parlance.desktop.transcript;

import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Insets;

/**
 * The column that messages stand in: centred in the pane, and never wider than what is good to read. Lines are as wide as
 * the text area, which is narrower than the pane by its scroll bar.
 */
final class Column {
    private static final double WIDEST = 760;
    private static final double MARGIN = 24;
    /** How much of the column a user's bubble may take. */
    private static final double BUBBLE = 0.8;

    private final DoubleProperty pane = new SimpleDoubleProperty();
    private final DoubleProperty area = new SimpleDoubleProperty();
    private final SimpleDoubleProperty width = new SimpleDoubleProperty();

    Column() {
        width.bind(Bindings.createDoubleBinding(() -> Math.max(120, Math.min(WIDEST, pane.get()) - 2 * MARGIN), pane));
    }

    /** The pane's width, scroll bar included. */
    DoubleProperty paneProperty() { return pane; }

    /** The width of the lines. */
    DoubleProperty areaProperty() { return area; }

    SimpleDoubleProperty widthProperty() { return width; }

    double width() { return width.get(); }

    /** From the lines' left edge to the column's. */
    double left() { return Math.max(MARGIN, Math.floor((pane.get() - width()) / 2)); }

    /** From the column's right edge to the lines'. */
    double right() { return area.get() - width() - left(); }

    /** Insets that follow every change of the column. */
    ObjectBinding<Insets> insets(Supplier<Insets> insets, Observable... more) {
        var all = new Observable[more.length + 2];
        System.arraycopy(more, 0, all, 0, more.length);
        all[more.length] = pane;
        all[more.length + 1] = area;
        return Bindings.createObjectBinding(insets::get, all);
    }

    /** The widest that the text in a bubble may be. */
    double widestTyped() { return Math.floor(width() * BUBBLE) - 2 * ParagraphLook.BUBBLE_PAD; }
}
