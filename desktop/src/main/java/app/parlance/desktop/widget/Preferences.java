package app.parlance.desktop.widget;

import app.parlance.problem.ProblemException;
import app.parlance.settings.Settings;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The settings as the window uses them: a choice that cannot be written to disk still holds until the
 * window closes, and the person is told so. For the JavaFX thread only.
 */
public final class Preferences {
    private static final Texts TEXTS = Texts.of(Preferences.class);

    private final Settings settings;
    private final Consumer<ProblemException> problems;
    private final Map<String, String> unsaved = new HashMap<>();

    /** @param problems is told when a choice could not be saved */
    public Preferences(Settings settings, Consumer<ProblemException> problems) {
        this.settings = settings;
        this.problems = problems;
    }

    public Optional<String> get(String key) {
        return Optional.ofNullable(unsaved.get(key)).or(() -> settings.get(key));
    }

    public void set(String key, String value) {
        try {
            settings.set(key, value);
            unsaved.remove(key);
        } catch (IOException e) {
            unsaved.put(key, value);
            problems.accept(new ProblemException(TEXTS.get("preferences.unsaved"), TEXTS.get("preferences.unsaved.remedy"), e));
        }
    }
}
