package app.parlance.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowStateTest {
    private static final Rectangle2D SCREEN = new Rectangle2D(0, 0, 1920, 1080);
    private static final Rectangle2D LEFT = new Rectangle2D(-1280, 0, 1280, 1024);

    @Test
    void placeOnAnyScreenStays() {
        var state = new WindowState(-1200, 100, 900, 700, true);
        assertEquals(state, state.within(List.of(SCREEN, LEFT)));
    }

    @Test
    void placeOnAScreenThatHasGoneIsBroughtBack() {
        var moved = new WindowState(-1200, 100, 900, 700, false).within(List.of(SCREEN));
        assertTrue(moved.x() >= 0 && moved.x() + moved.width() <= 1920 && moved.y() >= 0, moved.toString());
        assertEquals(900, moved.width());
        assertTrue(new WindowState(100, -400, 900, 700, false).within(List.of(SCREEN)).y() >= 0, "a title bar above the screen cannot be grabbed");
        assertTrue(new WindowState(1900, 100, 900, 700, false).within(List.of(SCREEN)).x() < 1100, "twenty pixels are too few to grab");
    }

    @Test
    void sizeFitsTheScreenAndIsNeverBelowTheSmallest() {
        var large = new WindowState(0, 0, 4000, 3000, false).within(List.of(SCREEN));
        assertEquals(List.of(1920.0, 1080.0), List.of(large.width(), large.height()));
        var small = new WindowState(0, 0, 10, 10, false).within(List.of(SCREEN));
        assertEquals(List.of(820.0, 560.0), List.of(small.width(), small.height()));
    }

    @Test
    void textComesBackAndDamagedTextCountsAsNone() {
        var state = new WindowState(-12, 30, 900, 600, true);
        assertEquals(Optional.of(state), WindowState.parse(state.text()));
        for (var damaged : List.of("", "1 2 3", "a b c d e", "NaN 0 900 600 false")) assertEquals(Optional.empty(), WindowState.parse(damaged));
    }
}
