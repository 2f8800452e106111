package app.parlance.desktop.measure;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;

/** Where the labels of points go: beside them, and not over one another, another point or the edge. */
final class LabelPlaces {
    private static final double GAP = 6;

    private LabelPlaces() { }

    /** A point of a radius, and how large its label is; in pixels. */
    record Labelled(double x, double y, double radius, double width, double height) {
        private Bounds dot() {
            return new BoundingBox(x - radius, y - radius, 2 * radius, 2 * radius);
        }

        /** Right, left, above, below; then the slanted ones, and again further away. */
        private List<Bounds> candidates() {
            var tried = new ArrayList<Bounds>();
            for (double away = radius + GAP; away <= radius + GAP + 2 * height; away += height) {
                double right = x + away;
                double left = x - away - width;
                double above = y - away - height;
                double below = y + away;
                tried.add(box(right, y - height / 2));
                tried.add(box(left, y - height / 2));
                tried.add(box(x - width / 2, above + GAP / 2));
                tried.add(box(x - width / 2, below - GAP / 2));
                for (double up : List.of(y - radius - height - 1, y + radius + 1)) {
                    tried.add(box(x + radius + 1, up));
                    tried.add(box(x - radius - width - 1, up));
                }
            }
            return tried;
        }

        private Bounds box(double left, double top) {
            return new BoundingBox(left, top, width, height);
        }
    }

    /**
     * @param area that no label leaves where there is another way
     * @param taken what else must not be covered, for example the label of a line
     * @return a place for each, in their order; two can only overlap where there is no room left at all
     */
    static List<Bounds> of(List<Labelled> points, Bounds area, List<Bounds> taken) {
        var covered = new ArrayList<>(taken);
        points.forEach(point -> covered.add(point.dot()));
        var places = new ArrayList<Bounds>();
        for (var point : points) {
            var candidates = point.candidates();
            var place = candidates.stream().filter(each -> area.contains(each) && covered.stream().noneMatch(each::intersects)).findFirst()
                    .orElseGet(() -> candidates.stream().filter(area::contains).min(java.util.Comparator.comparingDouble(each -> overlap(each, covered)))
                            .orElse(candidates.getFirst()));
            covered.add(place);
            places.add(place);
        }
        return places;
    }

    private static double overlap(Bounds box, List<Bounds> covered) {
        return covered.stream().mapToDouble(other -> {
            double width = Math.min(box.getMaxX(), other.getMaxX()) - Math.max(box.getMinX(), other.getMinX());
            double height = Math.min(box.getMaxY(), other.getMaxY()) - Math.max(box.getMinY(), other.getMinY());
            return width > 0 && height > 0 ? width * height : 0;
        }).sum();
    }
}
