package app.parlance.desktop.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.desktop.measure.LabelPlaces.Labelled;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import org.junit.jupiter.api.Test;

class PlotTest {
    @Test
    void ticksAreRoundAndHoldTheData() {
        assertEquals(List.of(0.0, 20.0, 40.0, 60.0), Scale.of(0, 57, 4).ticks());
        for (double most : List.of(0.3, 8.4, 44.0, 89.0, 142.0, 1700.0)) {
            var scale = Scale.millis(most);
            assertTrue(scale.low() == 0 && scale.high() > most, scale::toString);
            assertTrue(scale.ticks().size() >= 3 && scale.ticks().size() <= 9, scale::toString);
        }
    }

    @Test
    void theLimitIsInSightOnlyWhereSomethingComesNearIt() {
        assertTrue(Scale.millis(91).high() > 150);
        assertTrue(Scale.millis(44).high() < 150);
    }

    @Test
    void accuracyStaysWithinAHundredPercentAndNeverShrinksToAPoint() {
        var top = Scale.percent(98, 100);
        assertEquals(100, top.high());
        assertTrue(top.high() - top.low() >= 20);
        assertEquals(0, Scale.percent(0, 3).low());
        var alone = Scale.percent(62, 62);
        assertTrue(alone.low() < 62 && alone.high() > 62);
    }

    @Test
    void labelsGoRightAndCoverNeitherEachOtherNorPointsNorTheEdge() {
        var area = new BoundingBox(50, 0, 600, 400);
        assertEquals(115, LabelPlaces.of(List.of(new Labelled(100, 100, 9, 80, 16)), area, List.of()).getFirst().getMinX());
        var crowd = List.of(new Labelled(300, 200, 9, 150, 16), new Labelled(306, 204, 9, 150, 16), new Labelled(315, 210, 9, 150, 16),
                new Labelled(640, 20, 9, 150, 16), new Labelled(56, 396, 9, 150, 16));
        var places = LabelPlaces.of(crowd, area, List.of(new BoundingBox(520, 0, 4, 400)));
        for (int i = 0; i < places.size(); i++) {
            assertTrue(area.contains(places.get(i)), "label " + i + " leaves the plot");
            for (var other : crowd) assertFalse(places.get(i).intersects(new BoundingBox(other.x() - 9, other.y() - 9, 18, 18)), "label " + i + " covers a point");
            for (int j = 0; j < i; j++) assertFalse(places.get(i).intersects(places.get(j)), i + " covers " + j);
        }
        assertTrue(IntStream.range(0, 3).mapToObj(places::get).map(Bounds::getMinY).distinct().count() > 1);
    }
}
