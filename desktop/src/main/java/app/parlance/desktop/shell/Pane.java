package app.parlance.desktop.shell;

import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;

/** A room of the window, with an entry in the rail. Everything here is called on the JavaFX thread. */
public interface Pane {
    /** Short and stable: it is kept in the settings to open the same pane at the next start. */
    String id();

    /** The word under the icon in the rail. */
    String title();

    Ikon icon();

    /** All to the right of the rail, its own {@link PaneHeader} on top included; the same node each time. */
    Node content();

    /** The pane has come to the front. */
    default void shown() { }

    /** Ctrl+F was pressed while the pane was in front. */
    default void findRequested() { }
}
