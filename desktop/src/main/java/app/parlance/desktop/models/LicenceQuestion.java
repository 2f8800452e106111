package app.parlance.desktop.models;

import static app.parlance.desktop.models.ModelWords.TEXTS;

import app.parlance.desktop.widget.Buttons;
import app.parlance.desktop.widget.Dialogs;
import app.parlance.desktop.widget.Labels;
import app.parlance.model.CatalogueEntry;
import app.parlance.model.Licence;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;

/** Shows a licence before the first download under it, and asks for agreement; afterwards Get gets at once. */
final class LicenceQuestion {
    private static final double WIDTH = 560;
    private static final double HEIGHT = 300;

    private final ModelsModel model;
    private final Dialogs dialogs;

    LicenceQuestion(ModelsModel model, Dialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
    }

    void get(CatalogueEntry entry) {
        if (model.agreed(entry)) {
            model.get(entry);
            return;
        }
        var agree = Buttons.accent(TEXTS.get("licence.agree"), () -> {
            dialogs.close();
            model.agree(entry);
        });
        agree.setId("agree");
        agree.setDefaultButton(true);
        var foot = new HBox(agree);
        foot.setAlignment(Pos.CENTER_RIGHT);
        dialogs.show(TEXTS.get("licence.title", entry.name()), new DialogColumn(12,
                Labels.paragraph(TEXTS.get("licence.ask", entry.licence()), "muted"), text(entry.licence()), foot));
        Platform.runLater(agree::requestFocus);
    }

    /** Shows the text alone. */
    void show(String licence) {
        dialogs.show(TEXTS.get("licence.of", licence), text(licence));
    }

    private static Node text(String name) {
        var licence = Licence.of(name);
        // licences are broken into lines of 80 characters, which are wider than the dialog: long lines flow on
        var flowing = licence.text().replaceAll("(?<=.{50})\\R[ \t]*(?=\\S)", " ");
        var text = Labels.paragraph(flowing, licence.whole() ? "licence-text" : "muted");
        var scroll = new ScrollPane(text);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(HEIGHT);
        scroll.setPrefWidth(WIDTH);
        scroll.setAccessibleText(TEXTS.get("licence.of", name));
        scroll.getStyleClass().add("licence");
        return scroll;
    }
}
