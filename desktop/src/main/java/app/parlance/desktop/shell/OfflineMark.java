package app.parlance.desktop.shell;

import app.parlance.connection.ConnectionLog;
import javafx.scene.control.Button;

/** The pill that says whether a connection is open now; pressed, it lists every one made since the start. */
public final class OfflineMark extends Button {
    OfflineMark(ConnectionLog connections) {
    }
}
