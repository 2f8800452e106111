package app.parlance.desktop.shell;

import app.parlance.settings.Settings;
import javafx.beans.property.ReadOnlyBooleanProperty;

/** Light, dark, or as the system; kept in the settings and switched while the window is open. For the JavaFX thread only. */
public final class Theme {
    /** What the person chose. */
    public enum Choice { SYSTEM, LIGHT, DARK }

    Theme(Settings settings) {
    }

    public Choice choice() {
        return Choice.SYSTEM;
    }

    /** Switches every window and keeps the choice. */
    public void choose(Choice choice) {
    }

    /** Whether the colours are dark now; for what CSS cannot reach. */
    public ReadOnlyBooleanProperty darkProperty() {
        return null;
    }

    /** Whether the system asks for no movement. */
    public static boolean calm() {
        return false;
    }
}
