package app.parlance.desktop.shell;

import app.parlance.connection.ConnectionLog;
import app.parlance.desktop.widget.Texts;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The pill that says whether a connection is open now; pressed, it lists every one made since the start. */
public final class OfflineMark extends Button {
    private static final Texts TEXTS = Texts.of(OfflineMark.class);
    private static final PseudoClass CONNECTED = PseudoClass.getPseudoClass("connected");

    private final ConnectionLog connections;
    private final ConnectionList list = new ConnectionList();
    private final AtomicBoolean due = new AtomicBoolean();

    OfflineMark(ConnectionLog connections) {
        this.connections = connections;
        setId("offline-mark");
        getStyleClass().add("offline-mark");
        setMinWidth(Region.USE_PREF_SIZE);
        setMnemonicParsing(false);
        setGraphic(shield());
        setOnAction(_ -> list.toggle(this));
        connections.addListener(_ -> {
            // told on any thread, perhaps often: one refresh at a time is enough
            if (due.compareAndSet(false, true)) Platform.runLater(this::refresh);
        });
        refresh();
    }

    private void refresh() {
        due.set(false);
        var open = connections.open();
        setText(switch (open.size()) {
            case 0 -> TEXTS.get("offline");
            case 1 -> TEXTS.get("offline.one", open.getFirst().where());
            default -> TEXTS.get("offline.many", open.size());
        });
        pseudoClassStateChanged(CONNECTED, !open.isEmpty());
        setAccessibleText(TEXTS.get(open.isEmpty() ? "offline.accessible" : "offline.accessible.connected", getText()));
        list.update(connections.made(), open);
    }

    /** Two shapes that the stylesheet fills and strokes: a shield and a tick, or an arrow while connected. */
    private static StackPane shield() {
        var shield = new Region();
        shield.getStyleClass().add("shield");
        var sign = new Region();
        sign.getStyleClass().add("sign");
        var both = new StackPane(shield, sign);
        both.getStyleClass().add("shield-icon");
        return both;
    }
}
