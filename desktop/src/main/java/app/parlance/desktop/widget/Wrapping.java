package app.parlance.desktop.widget;

import app.parlance.desktop.markdown.Emojis;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;

/**
 * Wraps text that a person or a model wrote. JavaFX cannot wrap right-to-left text (docs/decisions/0003-composer-input.md):
 * where some may come, it stays on one line per paragraph.
 */
public final class Wrapping {
    private Wrapping() { }

    public static void follow(TextArea area) {
        area.wrapTextProperty().bind(area.textProperty().map(text -> !Emojis.mayRunRightToLeft(text)));
    }

    public static void follow(Labeled label) {
        label.wrapTextProperty().bind(label.textProperty().map(text -> !Emojis.mayRunRightToLeft(text)));
    }
}
