package app.parlance.desktop.widget;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A small pill with a word on a tinted ground. */
public final class Badge extends Label {
    /** Its tint; the word must carry the meaning too. */
    public enum Tone { PLAIN, GOOD, TIGHT, BAD, CHOSEN }

    public Badge(String text, Tone tone) {
        super(text);
        setMinWidth(Region.USE_PREF_SIZE);
        getStyleClass().addAll("badge", tone.name().toLowerCase(java.util.Locale.ROOT));
    }
}
