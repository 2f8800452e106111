package app.parlance.desktop.models;

import static app.parlance.desktop.models.ModelWords.TEXTS;

import app.parlance.desktop.widget.Buttons;
import app.parlance.desktop.widget.Dialogs;
import app.parlance.desktop.widget.Labels;
import app.parlance.model.StoredModel;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Asks for a model's new name. */
final class RenameQuestion {
    private RenameQuestion() { }

    static void ask(StoredModel stored, ModelsModel model, Dialogs dialogs) {
        var name = new TextField(stored.name());
        name.setId("rename-name");
        name.setAccessibleText(TEXTS.get("rename.field"));
        HBox.setHgrow(name, Priority.ALWAYS);
        var rename = Buttons.accent(TEXTS.get("rename.do"), () -> {
            dialogs.close();
            model.rename(stored, name.getText());
        });
        rename.setId("rename-do");
        rename.disableProperty().bind(name.textProperty().map(text -> text.isBlank() || text.strip().equals(stored.name())));
        name.setOnAction(_ -> rename.fire());
        var line = new HBox(8, name, rename);
        line.setAlignment(Pos.CENTER_LEFT);
        var content = new DialogColumn(12, Labels.paragraph(TEXTS.get("rename.text"), "muted"), line);
        name.selectAll();
        dialogs.show(TEXTS.get("rename.title", stored.name()), content, name);
    }
}
