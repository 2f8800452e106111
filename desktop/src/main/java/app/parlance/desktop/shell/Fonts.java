package app.parlance.desktop.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/** The bundled typefaces (SIL Open Font License, texts beside the files): Inter for text, JetBrains Mono for code. */
public final class Fonts {
    private static final List<String> FILES = List.of("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Bold.otf",
            "Inter-Italic.otf", "JetBrainsMono-Regular.ttf", "JetBrainsMono-Bold.ttf");
    private static boolean loaded;

    private Fonts() { }

    /** Makes them known to JavaFX; must come before the first scene. Later calls do nothing. */
    public static synchronized void load() {
        if (loaded) return;
        for (var file : FILES) {
            try (var in = Fonts.class.getResourceAsStream("/app/parlance/desktop/fonts/" + file)) {
                if (in == null || Font.loadFont(in, 0) == null) throw new IllegalStateException("no typeface in " + file);
            } catch (IOException e) {
                throw new UncheckedIOException("typeface " + file, e);
            }
        }
        loaded = true;
    }
}
