package app.parlance.desktop.models;

import static app.parlance.desktop.models.ModelWords.TEXTS;

import app.parlance.desktop.shell.PaneHeader;
import app.parlance.desktop.widget.Badge;
import app.parlance.desktop.widget.Buttons;
import app.parlance.desktop.widget.CardGrid;
import app.parlance.desktop.widget.Dialogs;
import app.parlance.desktop.widget.FileChoice;
import app.parlance.desktop.widget.Icons;
import app.parlance.desktop.widget.Labels;
import app.parlance.desktop.widget.Sizes;
import app.parlance.model.CatalogueEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The cards of the Models pane, built anew from each {@link Shelf}. */
final class ModelsView extends VBox {
    private static final double MIN_CARD = 400;
    private static final int MAX_COLUMNS = 3;

    private final ModelsModel model;
    private final Dialogs dialogs;
    private final StoredCards storedCards;
    private final Label free = Labels.line("", "faint");
    private final VBox sections = new VBox(32);
    private final RuntimeCard runtimeCard;
    private final ScrollPane scroll;

    ModelsView(ModelsModel model, RuntimeModel runtime, PaneHeader header, Dialogs dialogs, FileChoice files) {
        this.model = model;
        this.dialogs = dialogs;
        storedCards = new StoredCards(model, dialogs);
        var question = new ImportQuestion(model, dialogs, files);
        var choose = Buttons.plain(TEXTS.get("import"), question::chooseFile);
        choose.setId("import");
        header.setTools(free, choose);
        runtimeCard = new RuntimeCard(runtime, dialogs);
        var column = new VBox(24, runtimeCard, sections);
        column.getStyleClass().add("sections");
        scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getStyleClass().add("models");
        getStylesheets().add(ModelsView.class.getResource("models.css").toExternalForm());
        getChildren().addAll(header, scroll);
        question.acceptDrops(this);
        model.shelfProperty().subscribe(this::show);
        model.chatModelProperty().subscribe(() -> show(model.shelf()));
        model.importing().stateProperty().subscribe((before, now) -> {
            if (before.getClass() != now.getClass()) show(model.shelf());
        });
    }

    private void show(Shelf shelf) {
        var focused = getScene() == null || getScene().getFocusOwner() == null ? null : getScene().getFocusOwner().getId();
        var built = new ArrayList<Node>();
        if (shelf != Shelf.UNREAD) {
            free.setText(TEXTS.get("free", Sizes.bytes(shelf.freeMemory()), Sizes.bytes(shelf.freeDisk())));
            built.add(here(shelf));
            section("offer.chat", offers(shelf, false)).ifPresent(built::add);
            section("offer.embeddings", Stream.concat(
                    shelf.encoders().stream().map(each -> (Node) storedCards.card(each, shelf)), offers(shelf, true).stream()).toList()).ifPresent(built::add);
            section("refused", shelf.rejected().stream().map(storedCards::refused).toList()).ifPresent(built::add);
        }
        sections.getChildren().setAll(built);
        // the cards are new: the keyboard goes on where it was
        if (focused != null && getScene().getFocusOwner() == null || focused != null && getScene().getFocusOwner().getScene() == null) {
            var again = lookup("#" + focused);
            if (again != null) again.requestFocus();
        }
    }

    private Node here(Shelf shelf) {
        var cards = new ArrayList<Node>();
        if (!(model.importing().state() instanceof Transfer.State.Idle)) cards.add(importCard());
        shelf.generating().forEach(each -> cards.add(storedCards.card(each, shelf)));
        shelf.waiting().forEach(each -> cards.add(storedCards.waiting(each, shelf, needsNewer(), showRuntime(each.name()))));
        if (cards.isEmpty()) {
            return new VBox(12, Labels.line(TEXTS.get("here"), "section-title"), Labels.paragraph(TEXTS.get("here.none"), "muted"));
        }
        return section("here", cards).orElseThrow();
    }

    private static Optional<Node> section(String key, List<? extends Node> cards) {
        if (cards.isEmpty()) return Optional.empty();
        var title = Labels.line(TEXTS.get(key), "section-title");
        return Optional.of(new VBox(12, title, new CardGrid(MIN_CARD, MAX_COLUMNS, cards.toArray(Node[]::new))));
    }

    private List<Node> offers(Shelf shelf, boolean embeddings) {
        return model.catalogue().entries().stream()
                .filter(entry -> entry.task().startsWith("embed") == embeddings && !shelf.has(entry))
                .map(entry -> (Node) offer(entry, shelf)).toList();
    }

    private Node offer(CatalogueEntry entry, Shelf shelf) {
        var details = Buttons.plain(TEXTS.get("details"), () -> dialogs.show(entry.name(), ModelDetails.of(entry)));
        details.setId(ModelWords.id("details", entry.id()));
        details.setAccessibleText(TEXTS.get("details.accessible", entry.name()));
        boolean runs = shelf.runs(entry);
        var idle = ModelCard.foot(ModelWords.facts(entry), details, runs ? DownloadBox.getButton(model, entry) : showRuntime(entry.name()));
        return new ModelCard(entry.name(), entry.expect(), new DownloadBox(model, entry, idle, false),
                runs ? ModelWords.fit(entry.bytes(), shelf.freeMemory()) : needsNewer());
    }

    private static Badge needsNewer() {
        return new Badge(TEXTS.get("needs.newer"), Badge.Tone.TIGHT);
    }

    /** The way to what a model needs: up to the card that gets it. */
    private Button showRuntime(String name) {
        var show = Buttons.plain(TEXTS.get("needs.newer.how"), () -> {
            scroll.setVvalue(0);
            runtimeCard.focusGet();
        });
        show.setId(ModelWords.id("needs", name));
        show.setAccessibleText(TEXTS.get("needs.newer.how.accessible", name));
        return show;
    }

    private Node importCard() {
        var name = model.importNameProperty().get();
        var cancel = Icons.button(Feather.X, TEXTS.get("import.cancel"), model::cancelImport);
        var line = new ProgressLine(name, false, cancel);
        model.importing().stateProperty().subscribe(state -> {
            if (state instanceof Transfer.State.Running running) line.show(running);
        });
        return new ModelCard(name, TEXTS.get("import.running"), line);
    }
}
