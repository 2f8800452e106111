package app.parlance.desktop.widget;

import javafx.scene.Node;

/** Questions and details inside the window, above everything else; Escape closes them. For the JavaFX thread only. */
public interface Dialogs {
    /**
     * Asks before something that cannot be undone; the focus stands on Cancel.
     *
     * @param action the word on the button that does it, for example Delete
     * @param run done when that button is pressed
     */
    void confirm(String title, String text, String action, Runnable run);

    /** Shows content with a title and a Close button. */
    void show(String title, Node content);

    /** The same, with the focus on this part of the content, for example the field to be filled in. */
    void show(String title, Node content, Node focus);

    /** As {@link #confirm} where nothing is lost: several ways to go on, the first the usual one, besides Cancel. */
    void choose(String title, String text, Choice... choices);

    /** A way to go on. */
    record Choice(String action, Runnable run) { }

    void close();
}
