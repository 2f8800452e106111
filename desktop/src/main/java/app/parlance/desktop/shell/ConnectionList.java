package app.parlance.desktop.shell;

import app.parlance.connection.ConnectionLog.Connection;
import app.parlance.desktop.widget.Texts;
import atlantafx.base.controls.Popover;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the offline mark unfolds: every connection since the start, and what could ever make one. */
final class ConnectionList {
    private static final Texts TEXTS = Texts.of(ConnectionList.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM);

    /** Negative: Popover counts upwards, and the list must not cover the mark. */
    private static final double GAP = -8;

    private final Label state = new Label();
    private final VBox rows = new VBox(8);
    private final ScrollPane scroll = new ScrollPane(rows);
    private Popover popover;

    void toggle(Node anchor) {
        if (popover == null) popover = make();
        if (popover.isShowing()) popover.hide();
        else popover.show(anchor, GAP);
    }

    void update(List<Connection> made, List<Connection> open) {
        state.setText(TEXTS.get(open.isEmpty() ? "connections.closed" : "connections.open", open.size()));
        if (made.isEmpty()) {
            var none = new Label(TEXTS.get("connections.none"));
            none.getStyleClass().add("faint");
            rows.getChildren().setAll(none);
        } else {
            rows.getChildren().setAll(made.reversed().stream().map(each -> row(each, open.contains(each))).toList());
        }
    }

    private Popover make() {
        state.getStyleClass().add("card-title");
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(240);
        var why = new Label(TEXTS.get("connections.why"));
        why.setWrapText(true);
        why.setMinHeight(Region.USE_PREF_SIZE);
        why.getStyleClass().add("faint");
        var content = new VBox(12, state, scroll, why);
        content.setId("connections");
        content.getStyleClass().add("connections");
        content.setPrefWidth(360);
        var made = new Popover(content);
        made.setHeaderAlwaysVisible(false);
        made.setDetachable(false);
        made.setAnimated(false);
        made.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
        made.setArrowSize(0);
        return made;
    }

    private static Node row(Connection connection, boolean open) {
        var time = new Label(TIME.format(connection.began().atZone(ZoneId.systemDefault())));
        time.getStyleClass().add("faint");
        time.setMinWidth(Region.USE_PREF_SIZE);
        var what = new Label(connection.what());
        what.setMinWidth(0);
        var where = new Label(open ? TEXTS.get("connections.row.open", connection.where()) : connection.where());
        where.getStyleClass().add("faint");
        var text = new VBox(what, where);
        HBox.setHgrow(text, Priority.ALWAYS);
        var row = new HBox(12, time, text);
        row.setAccessibleText(String.join(", ", time.getText(), what.getText(), where.getText()));
        return row;
    }
}
