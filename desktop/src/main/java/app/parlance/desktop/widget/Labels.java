package app.parlance.desktop.widget;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Texts in the sizes of the base stylesheet. */
public final class Labels {
    private Labels() { }

    /** One line in a style class of the base stylesheet; cut with dots where it is too long. */
    public static Label line(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(0);
        return label;
    }

    /** Wrapped over as many lines as it takes. */
    public static Label paragraph(String text, String style) {
        var label = line(text, style);
        Prose.label(label);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
