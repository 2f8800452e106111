package app.parlance.desktop.models;

import static app.parlance.desktop.models.ModelWords.TEXTS;

import app.parlance.desktop.widget.Badge;
import app.parlance.desktop.widget.Buttons;
import app.parlance.desktop.widget.CardGrid;
import app.parlance.desktop.widget.Dialogs;
import app.parlance.desktop.widget.FileChoice;
import app.parlance.desktop.widget.Labels;
import app.parlance.desktop.widget.Sizes;
import app.parlance.model.CatalogueEntry;
import app.parlance.model.StoredModel;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What stands in place of a conversation while no model is on this computer: three starters to choose from,
 * or a file of one's own. Nothing is fetched before Get is pressed. Fills the space that it is given.
 */
public final class StarterView extends ScrollPane {
    private static final double MIN_CARD = 216;
    private static final double MAX_WIDTH = 880;
    private static final double LOW = 600;

    private final ModelsModel model;
    private final ImportQuestion question;
    private final LicenceQuestion licence;
    private final VBox column = new VBox(8);
    private Node importLine = new Region();

    /**
     * @param ready told once, as soon as there is a model that writes text
     */
    public StarterView(ModelsModel model, Dialogs dialogs, FileChoice files, Consumer<StoredModel> ready) {
        this.model = model;
        question = new ImportQuestion(model, dialogs, files);
        licence = new LicenceQuestion(model, dialogs);
        column.getStyleClass().add("starter");
        column.setMaxWidth(MAX_WIDTH);
        column.setAlignment(Pos.CENTER);
        var centre = new StackPane(column);
        centre.setAlignment(Pos.CENTER);
        setContent(centre);
        setFitToWidth(true);
        setFitToHeight(true);
        getStylesheets().add(StarterView.class.getResource("models.css").toExternalForm());
        question.acceptDrops(this);
        model.shelfProperty().subscribe(this::show);
        model.importing().stateProperty().subscribe(this::showImport);
        var told = new boolean[1];
        model.chatModelProperty().subscribe(chosen -> {
            if (chosen == null || told[0]) return;
            told[0] = true;
            ready.accept(chosen);
        });
    }

    private void show(Shelf shelf) {
        if (shelf == Shelf.UNREAD || !shelf.generating().isEmpty()) return;
        var recommended = model.catalogue().starterFor(shelf.freeMemory());
        var cards = model.catalogue().starters().stream().map(entry -> card(entry, shelf, entry.equals(recommended))).toArray(Node[]::new);
        var own = Buttons.plain(TEXTS.get("starter.own"), question::chooseFile);
        own.setId("starter-import");
        var foot = new HBox(8, Labels.line(TEXTS.get("starter.own.text"), "muted"), own);
        foot.setAlignment(Pos.CENTER);
        var sign = new StackPane(new FontIcon(Feather.MESSAGE_SQUARE));
        sign.getStyleClass().add("starter-sign");
        sign.visibleProperty().bind(heightProperty().greaterThan(LOW)); // a low window needs the room for Get
        sign.managedProperty().bind(sign.visibleProperty());
        var title = Labels.paragraph(TEXTS.get("starter.title"), "title-large");
        title.getStyleClass().add("starter-title");
        var text = Labels.paragraph(TEXTS.get("starter.text", Sizes.bytes(shelf.freeMemory())), "muted");
        text.getStyleClass().add("starter-text");
        var grid = new CardGrid(MIN_CARD, 3, cards);
        grid.getStyleClass().add("starter-cards");
        VBox.setMargin(grid, new Insets(8, 0, 8, 0));
        column.getChildren().setAll(sign, title, text, grid, importLine, foot);
        showImport(model.importing().state());
    }

    private Node card(CatalogueEntry entry, Shelf shelf, boolean recommended) {
        var speed = Labels.line(TEXTS.get("starter." + entry.starter()), "starter-kind");
        var head = new HBox(8, speed);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(21);
        if (recommended) head.getChildren().add(new Badge(TEXTS.get("starter.recommended"), Badge.Tone.CHOSEN));
        var facts = new VBox(4,
                fact("details.size", Sizes.bytes(entry.bytes())),
                fact("details.licence", entry.licence()),
                fact("details.languages", ModelWords.languages(entry.languages())),
                fact("from", ModelWords.from(entry)));
        var gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        var get = DownloadBox.getButton(licence, entry);
        get.setMaxWidth(Double.MAX_VALUE);
        if (!recommended) get.getStyleClass().remove("accent");
        var fit = new HBox(FitBadge.of(entry, shelf.freeMemory()));
        var card = new VBox(8, head, Labels.paragraph(entry.name(), "card-title"), Labels.paragraph(entry.expect(), "muted"), gap, facts, fit,
                new DownloadBox(model, entry, get, true));
        card.getStyleClass().addAll("card-box", "starter-card");
        if (recommended) card.getStyleClass().add("recommended");
        card.setId(ModelWords.id("starter", entry.id()));
        card.setAccessibleText(TEXTS.get("card.accessible", entry.name(), entry.expect()));
        return card;
    }

    private static Node fact(String key, String value) {
        var name = Labels.line(TEXTS.get(key), "faint");
        name.setMinWidth(72);
        return new HBox(name, Labels.line(value, "fact-value"));
    }

    private void showImport(Transfer.State state) {
        if (state instanceof Transfer.State.Running running) {
            if (!(importLine instanceof ProgressLine)) {
                replaceImportLine(new ProgressLine(model.importNameProperty().get(), false,
                        Buttons.plain(TEXTS.get("import.cancel"), model::cancelImport)));
            }
            ((ProgressLine) importLine).show(running);
        } else if (importLine instanceof ProgressLine) {
            replaceImportLine(new Region());
        }
    }

    private void replaceImportLine(Node line) {
        int at = column.getChildren().indexOf(importLine);
        importLine = line;
        if (at >= 0) column.getChildren().set(at, line);
    }
}
