package app.parlance.desktop.models;

import static app.parlance.desktop.models.ModelWords.TEXTS;

import app.parlance.desktop.widget.Badge;
import app.parlance.desktop.widget.Labels;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The frame that all cards share: name and badges on top, a sentence, and a foot. */
final class ModelCard extends VBox {
    /** @param sentence what to expect of it */
    ModelCard(String name, String sentence, Node foot, Badge... badges) {
        getStyleClass().addAll("card-box", "model-card");
        var title = Labels.line(name, "card-title");
        var head = new HBox(8, title, gap());
        head.setAlignment(Pos.CENTER_LEFT);
        head.getChildren().addAll(badges);
        var text = Labels.paragraph(sentence, "muted");
        var gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        getChildren().addAll(head, text, gap, foot);
        setAccessibleText(TEXTS.get("card.accessible", name, sentence));
    }

    /** Facts at the left, what can be done at the right. */
    static HBox foot(String facts, Node... right) {
        Label label = Labels.line(facts, "faint");
        var foot = new HBox(8, label, gap());
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.setMinHeight(30);
        foot.getChildren().addAll(right);
        return foot;
    }

    private static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
