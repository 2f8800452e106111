package app.parlance.desktop.models;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** A dialog's content, one below the other, as high as its wrapped texts are: the dialog asks for the height before it tells the width. */
public final class DialogColumn extends VBox {
    /** Inside the padding of a dialog. */
    private static final double WIDTH = 424;

    public DialogColumn(double spacing, Node... children) {
        super(spacing, children);
        setPrefWidth(WIDTH);
    }

    @Override
    protected double computePrefHeight(double width) {
        return super.computePrefHeight(width < 0 ? WIDTH : width);
    }
}
