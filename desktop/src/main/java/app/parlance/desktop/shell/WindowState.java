package app.parlance.desktop.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Rectangle2D;

/**
 * Where the window stood when it was last closed.
 *
 * @param x left edge in screen pixels
 * @param y upper edge
 * @param maximised the other figures are then those it had before
 */
record WindowState(double x, double y, double width, double height, boolean maximised) {
    static final double MIN_WIDTH = 820;
    static final double MIN_HEIGHT = 560;
    static final double FIRST_WIDTH = 1180;
    static final double FIRST_HEIGHT = 780;
    /** So much of the window's top must lie on a screen that it can be grabbed and moved. */
    private static final double GRIP = 96;

    static WindowState first(Rectangle2D screen) {
        double width = Math.min(FIRST_WIDTH, screen.getWidth());
        double height = Math.min(FIRST_HEIGHT, screen.getHeight());
        return new WindowState(screen.getMinX() + (screen.getWidth() - width) / 2, screen.getMinY() + (screen.getHeight() - height) / 3,
                width, height, false);
    }

    /** Reads what {@link #text} wrote; anything else is nothing. */
    static Optional<WindowState> parse(String text) {
        var parts = text.trim().split("\\s+");
        if (parts.length != 5) return Optional.empty();
        try {
            var state = new WindowState(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]),
                    Double.parseDouble(parts[3]), Boolean.parseBoolean(parts[4]));
            boolean finite = Double.isFinite(state.x + state.y + state.width + state.height);
            return finite ? Optional.of(state) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty(); // a hand-edited or damaged value counts as none
        }
    }

    String text() {
        return String.format(Locale.ROOT, "%.0f %.0f %.0f %.0f %s", x, y, width, height, maximised);
    }

    /** The same where it can be seen: moved onto the first screen if its title bar lies on none, never larger than that screen. */
    WindowState within(List<Rectangle2D> screens) {
        var home = screens.stream().filter(screen -> y >= screen.getMinY() - 1 && y < screen.getMaxY() - 24
                && Math.min(x + width, screen.getMaxX()) - Math.max(x, screen.getMinX()) >= GRIP).findFirst();
        var screen = home.orElse(screens.getFirst());
        double w = Math.max(Math.min(width, screen.getWidth()), Math.min(MIN_WIDTH, screen.getWidth()));
        double h = Math.max(Math.min(height, screen.getHeight()), Math.min(MIN_HEIGHT, screen.getHeight()));
        if (home.isPresent()) return new WindowState(x, y, w, h, maximised);
        var centred = first(screen);
        return new WindowState(screen.getMinX() + Math.max(0, screen.getWidth() - w) / 2, centred.y, w, h, maximised);
    }
}
