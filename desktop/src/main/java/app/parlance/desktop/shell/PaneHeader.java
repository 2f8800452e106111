package app.parlance.desktop.shell;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The 48 px at the top of a pane: its title at the left, tools and the offline mark at the right. */
public final class PaneHeader extends HBox {
    private final Label title = new Label();
    private final HBox lead = new HBox(8, title);
    private final HBox tools = new HBox(12);

    PaneHeader(String text, OfflineMark mark) {
        title.setText(text);
        title.getStyleClass().add("pane-title");
        title.setMinWidth(0);
        lead.getStyleClass().add("lead");
        tools.getStyleClass().add("tools");
        tools.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(lead, Priority.ALWAYS);
        lead.setMinWidth(0);
        getStyleClass().add("pane-header");
        getChildren().addAll(lead, tools, mark);
    }

    /** The text at the left. */
    public void setTitle(String text) {
        title.setText(text);
    }

    /** Puts a node of the pane's own at the left in place of the text, for example a title that can be edited. */
    public void setTitleNode(Node node) {
        lead.getChildren().setAll(node);
    }

    /** What stands between the title and the offline mark, from left to right. */
    public void setTools(Node... nodes) {
        tools.getChildren().setAll(nodes);
    }
}
