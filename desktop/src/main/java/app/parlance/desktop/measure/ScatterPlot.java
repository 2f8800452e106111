package app.parlance.desktop.measure;

import static app.parlance.desktop.measure.Words.TEXTS;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Line;
import javafx.util.Duration;

/** Milliseconds a token to the right, accuracy upwards: a point for each row that has both, a ring around those that modes stand for. */
final class ScatterPlot extends Pane {
    private static final double LEFT = 52;
    private static final double BOTTOM = 48;
    private static final double TOP = 14;
    private static final double RIGHT = 16;
    private static final double RADIUS = 9;

    private record Point(Figures row, StackPane dot, Label label, double x, double y) { }

    private final List<Point> points = new ArrayList<>();
    private Scale millis = Scale.millis(150);
    private Scale percent = Scale.percent(50, 70);

    ScatterPlot() {
        getStyleClass().add("plot");
        setMinSize(260, 220);
        setPrefSize(600, 380);
    }

    /** @param task what stands on the upright axis */
    void show(List<Figures> rows, String task) {
        points.clear();
        var drawn = rows.stream().filter(row -> row.isPoint(task)).toList();
        millis = Scale.millis(drawn.stream().mapToDouble(row -> row.paces().get(task)).max().orElse(Bench.LIMIT_MILLIS));
        percent = Scale.percent(drawn.stream().mapToDouble(row -> percent(row, task)).min().orElse(50), drawn.stream().mapToDouble(row -> percent(row, task)).max().orElse(70));
        for (var row : drawn) {
            var label = line(Words.name(row), "plot-label");
            points.add(new Point(row, dot(row), label, row.paces().get(task), percent(row, task)));
        }
        requestLayout();
    }

    private static double percent(Figures row, String task) {
        return row.accuracy(task).orElseThrow().accuracy() * 100;
    }

    private static StackPane dot(Figures row) {
        var core = new Region();
        core.getStyleClass().add("core");
        var dot = new StackPane(core);
        dot.getStyleClass().add("point");
        if (!row.modes().isEmpty()) dot.getStyleClass().add("mode");
        dot.setFocusTraversable(true);
        dot.setAccessibleRole(AccessibleRole.TEXT);
        var words = FigureWords.sentence(row);
        dot.setAccessibleText(words);
        var tip = new Tooltip(FigureWords.lines(row));
        tip.setShowDelay(Duration.millis(100));
        tip.setShowDuration(Duration.INDEFINITE);
        Tooltip.install(dot, tip);
        dot.focusVisibleProperty().subscribe(focused -> {
            if (!focused || dot.getScene() == null) tip.hide();
            else {
                var at = dot.localToScreen(dot.getWidth() + 4, dot.getHeight() + 4);
                if (at != null) tip.show(dot, at.getX(), at.getY());
            }
        });
        return dot;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - LEFT - RIGHT;
        double height = getHeight() - TOP - BOTTOM;
        var nodes = new ArrayList<Node>();
        for (double tick : percent.ticks()) {
            double y = snapPositionY(TOP + height * (1 - percent.share(tick))) + 0.5;
            nodes.add(rule(LEFT, y, LEFT + width, y, "grid"));
            var label = line(TEXTS.get("percent", Words.number(tick, percent.step() < 1 ? 1 : 0)), "tick");
            place(nodes, label, LEFT - 10 - size(label, nodes, true), y - size(label, nodes, false) / 2);
        }
        nodes.add(rule(LEFT + 0.5, TOP, LEFT + 0.5, TOP + height, "axis"));
        nodes.add(rule(LEFT, TOP + height + 0.5, LEFT + width, TOP + height + 0.5, "axis"));
        for (double tick : millis.ticks()) {
            var label = line(Words.number(tick, millis.step() < 1 ? 1 : 0), "tick");
            double x = LEFT + width * millis.share(tick);
            double wide = size(label, nodes, true);
            place(nodes, label, Math.min(x - wide / 2, getWidth() - wide), TOP + height + 8);
        }
        var title = line(TEXTS.get("plot.x"), "tick");
        place(nodes, title, LEFT + (width - size(title, nodes, true)) / 2, TOP + height + 28);
        getChildren().setAll(nodes);
        layoutPoints(width, height, drawLimit(width, height));
    }

    /** The line of 150 ms where it lies within; gives what its label covers. */
    private List<Bounds> drawLimit(double width, double height) {
        if (millis.high() < Bench.LIMIT_MILLIS) return List.of();
        double x = Math.round(LEFT + width * millis.share(Bench.LIMIT_MILLIS)) + 0.5;
        var limit = rule(x, TOP - 8, x, TOP + height, "limit");
        var words = line(TEXTS.get("plot.limit", Words.number(Bench.LIMIT_MILLIS, 0)), "limit-label");
        getChildren().addAll(limit, words);
        words.applyCss();
        words.autosize();
        double left = x + 8 + words.getWidth() > getWidth() ? x - 8 - words.getWidth() : x + 8;
        words.relocate(left, TOP - 10);
        return List.of(words.getBoundsInParent(), new BoundingBox(x - 2, TOP - 8, 4, height + 8));
    }

    private void layoutPoints(double width, double height, List<Bounds> taken) {
        var labelled = new ArrayList<LabelPlaces.Labelled>();
        for (var point : points) {
            getChildren().addAll(point.label(), point.dot());
            point.label().applyCss();
            point.label().autosize();
            double x = LEFT + width * millis.share(point.x());
            double y = TOP + height * (1 - percent.share(point.y()));
            point.dot().resizeRelocate(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
            labelled.add(new LabelPlaces.Labelled(x, y, RADIUS, point.label().getWidth(), point.label().getHeight()));
        }
        var places = LabelPlaces.of(labelled, new BoundingBox(LEFT, 0, getWidth() - LEFT, TOP + height), taken);
        for (int i = 0; i < places.size(); i++) points.get(i).label().relocate(places.get(i).getMinX(), places.get(i).getMinY());
    }

    private double size(Label label, List<Node> nodes, boolean width) {
        if (label.getScene() == null) {
            getChildren().add(label);
            label.applyCss();
            label.autosize();
        }
        return width ? label.getWidth() : label.getHeight();
    }

    private static void place(List<Node> nodes, Label label, double x, double y) {
        label.relocate(x, y);
        nodes.add(label);
    }

    private static Line rule(double fromX, double fromY, double toX, double toY, String style) {
        var rule = new Line(fromX, fromY, toX, toY);
        rule.getStyleClass().add(style);
        rule.setManaged(false);
        return rule;
    }

    private static Label line(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setManaged(false);
        label.setMouseTransparent(true);
        return label;
    }
}
