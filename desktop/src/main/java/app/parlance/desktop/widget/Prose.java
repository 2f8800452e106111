package app.parlance.desktop.widget;

import app.parlance.desktop.markdown.Emojis;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Text that a person or a model wrote, over several lines. JavaFX cannot wrap right-to-left text
 * (docs/decisions/0003-composer-input.md): where some may come, each paragraph stays on one line.
 */
public final class Prose {
    private Prose() { }

    /** Wraps; Tab and Shift+Tab go to the next control instead of into the text. */
    public static void area(TextArea area) {
        area.wrapTextProperty().bind(area.textProperty().map(text -> !Emojis.mayRunRightToLeft(text)));
        area.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() != KeyCode.TAB || key.isShortcutDown() || key.isAltDown()) return;
            area.requestFocusTraversal(key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            key.consume();
        });
    }

    /** Wraps. */
    public static void label(Labeled label) {
        label.wrapTextProperty().bind(label.textProperty().map(text -> !Emojis.mayRunRightToLeft(text)));
    }
}
