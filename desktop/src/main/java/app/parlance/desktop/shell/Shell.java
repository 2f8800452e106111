package app.parlance.desktop.shell;

import app.parlance.connection.ConnectionLog;
import app.parlance.desktop.widget.Dialogs;
import app.parlance.settings.Settings;
import java.util.List;
import javafx.stage.Stage;

/**
 * The window's frame: the rail at the left, one {@link Pane} beside it, quiet notices at the bottom and
 * dialogs above. It knows no pane in particular: make it first, hand what the panes need of it to them,
 * then {@link #show} them. For the JavaFX thread only.
 */
public final class Shell {
    public Shell(Stage stage, Settings settings, ConnectionLog connections) {
        throw new UnsupportedOperationException("being written");
    }

    /**
     * Fills the rail and shows the window, where and as it was left last time, with the pane that was open then.
     *
     * @param top the rail's entries from above, Ctrl+1 to Ctrl+n
     * @param bottom its entries at the foot, numbered on
     */
    public void show(List<Pane> top, List<Pane> bottom) {
    }

    /** Brings a pane to the front; an unknown id changes nothing. */
    public void open(String paneId) {
    }

    /** Short messages at the window's foot. */
    public Notices notices() {
        return null;
    }

    /** Questions and details above the whole window. */
    public Dialogs dialogs() {
        return null;
    }

    public Theme theme() {
        return null;
    }

    /** A new header with an offline mark at its right end; a pane makes one for the top of its main part. */
    public PaneHeader newHeader(String title) {
        return null;
    }

    /** A new offline mark over the same log; each header carries its own. */
    public OfflineMark newOfflineMark() {
        return null;
    }
}
