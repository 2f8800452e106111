package app.parlance.desktop.widget;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons of the one icon set, sized and coloured by the stylesheet (style class {@code ikonli-font-icon}). */
public final class Icons {
    private Icons() { }

    /** A flat square button with an icon of 16 px; its name is the tooltip and what a screen reader says. */
    public static Button button(Ikon icon, String name, Runnable run) {
        var button = new Button(name, new FontIcon(icon));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().add("icon-button");
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setOnAction(_ -> run.run());
        return button;
    }
}
