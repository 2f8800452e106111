package app.parlance.desktop.settings;

import app.parlance.desktop.widget.Labels;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A titled group of settings: on each line what it is at the left, the control at the right, a hairline between. */
final class SettingRows extends VBox {
    private final VBox box = new VBox();

    SettingRows(String title) {
        super(8);
        box.getStyleClass().add("setting-rows");
        getChildren().addAll(Labels.line(title, "section-title"), box);
    }

    /** @return the faint line under the name, to be changed as the setting changes */
    Label row(String name, String text, Node... controls) {
        var faint = Labels.paragraph(text, "muted");
        var words = new VBox(2, Labels.line(name, "setting-name"), faint);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        var right = new HBox(8, controls);
        right.setAlignment(Pos.CENTER_RIGHT);
        right.setMinWidth(Region.USE_PREF_SIZE);
        var row = new HBox(24, words, right);
        row.setAlignment(Pos.CENTER_LEFT);
        add(row);
        return faint;
    }

    /** A setting whose control needs the whole width, under its name. */
    void wide(String name, String text, Node control) {
        add(new VBox(8, new VBox(2, Labels.line(name, "setting-name"), Labels.paragraph(text, "muted")), control));
    }

    private void add(Region row) {
        row.getStyleClass().add("setting-row");
        if (box.getChildren().isEmpty()) row.getStyleClass().add("first");
        box.getChildren().add(row);
    }
}
