package app.parlance.desktop.widget;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Cards of equal width in as many columns as fit; the cards of a row share the tallest one's height. */
public final class CardGrid extends Pane {
    private static final double GAP = 12;

    private final double minCard;
    private final int maxColumns;

    /** @param minCard the width in pixels below which a column goes */
    public CardGrid(double minCard, int maxColumns, Node... cards) {
        this.minCard = minCard;
        this.maxColumns = maxColumns;
        getChildren().addAll(cards);
        setMinWidth(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return minCard * maxColumns + GAP * (maxColumns - 1);
    }

    @Override
    protected double computePrefHeight(double width) {
        return arrange(width < 0 ? prefWidth(-1) : width, false);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        arrange(getWidth(), true);
    }

    private double arrange(double width, boolean place) {
        var cards = getManagedChildren();
        if (cards.isEmpty()) return 0;
        int columns = Math.clamp((int) ((width + GAP) / (minCard + GAP)), 1, maxColumns);
        double each = Math.floor((width - GAP * (columns - 1)) / columns);
        double y = 0;
        for (int row = 0; row < cards.size(); row += columns) {
            var line = cards.subList(row, Math.min(row + columns, cards.size()));
            double height = line.stream().mapToDouble(card -> Math.ceil(card.prefHeight(each))).max().orElse(0);
            if (place) {
                for (int i = 0; i < line.size(); i++) line.get(i).resizeRelocate(i * (each + GAP), y, each, height);
            }
            y += height + GAP;
        }
        return y - GAP;
    }
}
