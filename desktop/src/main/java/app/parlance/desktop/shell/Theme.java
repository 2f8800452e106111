package app.parlance.desktop.shell;

import app.parlance.desktop.widget.Preferences;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Light, dark, or as the system; kept in the settings and switched while the window is open. For the JavaFX thread only. */
public final class Theme {
    /** What the person chose. */
    public enum Choice { SYSTEM, LIGHT, DARK }

    private static final String KEY = "theme";

    private final Preferences preferences;
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper(this, "dark");
    private Choice choice;

    Theme(Preferences preferences) {
        this.preferences = preferences;
        choice = preferences.get(KEY).map(Theme::parse).orElse(Choice.SYSTEM);
        Platform.getPreferences().colorSchemeProperty().addListener((_, _, _) -> apply());
        apply();
    }

    public Choice choice() {
        return choice;
    }

    /** Switches every window and keeps the choice. */
    public void choose(Choice choice) {
        this.choice = choice;
        apply();
        preferences.set(KEY, choice.name().toLowerCase(Locale.ROOT));
    }

    /** Whether the colours are dark now; for what CSS cannot reach. */
    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    private void apply() {
        boolean now = switch (choice) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
        var sheet = (now ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheetBSS(); // parsed already
        if (!sheet.equals(Application.getUserAgentStylesheet())) Application.setUserAgentStylesheet(sheet);
        dark.set(now);
    }

    private static Choice parse(String text) {
        for (var each : Choice.values()) {
            if (each.name().equalsIgnoreCase(text)) return each;
        }
        return Choice.SYSTEM;
    }
}
