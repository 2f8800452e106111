package app.parlance.desktop.widget;

import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/** Buttons that never lose letters to a narrow window. */
public final class Buttons {
    private Buttons() { }

    public static Button plain(String text, Runnable run) {
        var button = new Button(text);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setMnemonicParsing(false);
        button.setOnAction(_ -> run.run());
        return button;
    }

    /** The one that most people will press. */
    public static Button accent(String text, Runnable run) {
        var button = plain(text, run);
        button.getStyleClass().add("accent");
        return button;
    }

    /** One that cannot be undone. */
    public static Button danger(String text, Runnable run) {
        var button = plain(text, run);
        button.getStyleClass().addAll("button-outlined", "danger");
        return button;
    }
}
