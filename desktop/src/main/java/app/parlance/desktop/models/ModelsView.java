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
import app.parlance.fit.Fit;
import app.parlance.model.CatalogueEntry;
import app.parlance.model.CatalogueModel.Task;
import app.parlance.model.StoredModel;
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
    private final LicenceQuestion licence;
    private final Label free = Labels.line("", "faint");
    private final VBox sections = new VBox(32);
    private final RuntimeCard runtimeCard;
    private final ScrollPane scroll;

    ModelsView(ModelsModel model, RuntimeModel runtime, PaneHeader header, Dialogs dialogs, FileChoice files, CardNotes notes) {
        this.model = model;
        this.dialogs = dialogs;
        storedCards = new StoredCards(model, dialogs, notes, this::showRuntime);
        licence = new LicenceQuestion(model, dialogs);
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
        model.onlyChatModelProperty().subscribe(() -> show(model.shelf()));
        // a card shows one variant: another one that is begun takes its place
        var several = model.catalogue().entries().stream().filter(entry -> model.catalogue().variants(entry.model()).size() > 1).map(model::download);
        for (var transfer : Stream.concat(Stream.of(model.importing(), model.making()), several).toList()) {
            transfer.stateProperty().subscribe((before, now) -> {
                if (before.getClass() != now.getClass()) show(model.shelf());
            });
        }
    }

    private void show(Shelf shelf) {
        var focused = getScene() == null || getScene().getFocusOwner() == null ? null : getScene().getFocusOwner().getId();
        var built = new ArrayList<Node>();
        if (shelf != Shelf.UNREAD) {
            free.setText(TEXTS.get("free", Sizes.bytes(shelf.freeMemory()), Sizes.bytes(shelf.freeDisk())));
            built.add(here(shelf));
            for (var task : Task.values()) {
                var encoders = shelf.encoders().stream().filter(each -> taskOf(each, shelf) == task).map(each -> storedCards.card(each, shelf));
                section("offer." + task, Stream.concat(encoders, offers(shelf, task).stream()).toList()).ifPresent(built::add);
            }
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
        if (!(model.making().state() instanceof Transfer.State.Idle)) cards.add(MakingCard.of(model.plan(), model));
        shelf.generating().forEach(each -> cards.add(storedCards.card(each, shelf)));
        shelf.waiting().forEach(each -> cards.add(storedCards.waiting(each, shelf, needsNewer(), runtimeButton(each.name()))));
        if (cards.isEmpty()) {
            return new VBox(12, Labels.line(TEXTS.get("here"), "section-title"), Labels.paragraph(TEXTS.get("here.none"), "muted"));
        }
        var here = (VBox) section("here", cards).orElseThrow();
        here.getChildren().add(Labels.line(diskUse(shelf), "faint"));
        return here;
    }

    private static String diskUse(Shelf shelf) {
        var used = new ArrayList<>(List.of(TEXTS.get("use.models", Sizes.bytes(shelf.modelBytes()))));
        if (shelf.indexBytes() > 0) used.add(TEXTS.get("use.indexes", Sizes.bytes(shelf.indexBytes())));
        if (shelf.cacheBytes() > 0) used.add(TEXTS.get("use.caches", Sizes.bytes(shelf.cacheBytes())));
        return TEXTS.get("use.disk", String.join(", ", used));
    }

    private static Task taskOf(StoredModel encoder, Shelf shelf) {
        return shelf.entryOf(encoder).map(entry -> entry.model().task()).orElse(Task.EMBEDDINGS);
    }

    private static Optional<Node> section(String key, List<? extends Node> cards) {
        if (cards.isEmpty()) return Optional.empty();
        var title = Labels.line(TEXTS.get(key), "section-title");
        return Optional.of(new VBox(12, title, new CardGrid(MIN_CARD, MAX_COLUMNS, cards.toArray(Node[]::new))));
    }

    /** One card for each model of which no variant is here or one is on its way: with that variant, or else the one to begin with. */
    private List<Node> offers(Shelf shelf, Task task) {
        return model.catalogue().entries().stream().map(CatalogueEntry::model).distinct().filter(each -> each.task() == task)
                .map(model.catalogue()::variants).filter(variants -> variants.stream().noneMatch(shelf::has) || variants.stream().anyMatch(each -> !shelf.has(each) && begun(each))).map(variants -> (Node) offer(variants, shelf)).toList();
    }

    private boolean begun(CatalogueEntry entry) {
        return !(model.download(entry).state() instanceof Transfer.State.Idle);
    }

    /** The one to propose for its task on this machine. */
    private boolean isProposed(CatalogueEntry entry, Shelf shelf) {
        var task = entry.model().task();
        return model.catalogue().proposal(task, each -> shelf.support(each) != Support.UNKNOWN && FitBadge.fit(each, shelf.freeMemory()).level() == Fit.Level.FITS).filter(entry::equals).isPresent();
    }

    private Node offer(List<CatalogueEntry> variants, Shelf shelf) {
        var entry = variants.stream().filter(each -> begun(each) && !shelf.has(each)).findFirst()
                .or(() -> variants.stream().filter(each -> each.starter() > 0).findFirst()).orElseGet(variants::getFirst);
        return offer(entry, variants, shelf);
    }

    private Node offer(CatalogueEntry entry, List<CatalogueEntry> variants, Shelf shelf) {
        var details = Buttons.plain(TEXTS.get("details"), () -> dialogs.show(entry.name(), new DialogColumn(0, ModelDetails.of(entry, licence::show))));
        details.setId(ModelWords.id("details", entry.id()));
        details.setAccessibleText(TEXTS.get("details.accessible", entry.name()));
        var buttons = new ArrayList<Node>();
        if (variants.size() > 1) buttons.add(variantsButton(variants, shelf));
        buttons.add(details);
        var support = shelf.support(entry);
        switch (support) {
            case RUNS -> buttons.add(DownloadBox.getButton(licence, entry));
            case NEEDS_NEWER -> buttons.add(runtimeButton(entry.name()));
            case UNKNOWN -> { }
        }
        var idle = ModelCard.foot(ModelWords.facts(entry), buttons.toArray(Node[]::new));
        var sentence = support == Support.UNKNOWN ? TEXTS.get("unsupported", entry.architecture()) : entry.expect();
        var badges = new ArrayList<Badge>();
        if (isProposed(entry, shelf)) badges.add(new Badge(TEXTS.get("starter.recommended"), Badge.Tone.CHOSEN));
        badges.add(switch (support) {
            case RUNS -> FitBadge.of(entry, shelf.freeMemory());
            case NEEDS_NEWER -> needsNewer();
            case UNKNOWN -> new Badge(TEXTS.get("unsupported.badge"), Badge.Tone.BAD);
        });
        return new ModelCard(entry.name(), sentence, new DownloadBox(model, entry, idle, false), badges.toArray(Badge[]::new));
    }

    private Button variantsButton(List<CatalogueEntry> variants, Shelf shelf) {
        var model = variants.getFirst();
        var button = Buttons.plain(TEXTS.get("variants", variants.size()), () -> VariantTable.showOffers(variants, shelf, licence, dialogs));
        button.setId(ModelWords.id("variants", model.model().id()));
        button.setAccessibleText(TEXTS.get("variants.accessible", model.name()));
        return button;
    }

    private static Badge needsNewer() {
        return new Badge(TEXTS.get("needs.newer"), Badge.Tone.TIGHT);
    }

    /** The way to what a model needs: up to the card that gets it. */
    private Button runtimeButton(String name) {
        var show = Buttons.plain(TEXTS.get("needs.newer.how"), this::showRuntime);
        show.setId(ModelWords.id("needs", name));
        show.setAccessibleText(TEXTS.get("needs.newer.how.accessible", name));
        return show;
    }

    private void showRuntime() {
        scroll.setVvalue(0);
        runtimeCard.focusGet();
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
