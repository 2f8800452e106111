package app.parlance.desktop.models;

import static app.parlance.desktop.models.ModelWords.TEXTS;

import app.parlance.desktop.widget.Badge;
import app.parlance.desktop.widget.Buttons;
import app.parlance.desktop.widget.Dialogs;
import app.parlance.desktop.widget.Icons;
import app.parlance.desktop.widget.Labels;
import app.parlance.desktop.widget.Sizes;
import app.parlance.model.CatalogueEntry;
import app.parlance.model.ModelStore;
import app.parlance.model.StoredModel;
import app.parlance.variant.VariantPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.stage.PopupWindow.AnchorLocation;
import org.kordamp.ikonli.feather.Feather;

/** Cards for the files on this computer, sound or refused. */
final class StoredCards {
    /** Fast, Balanced and Accurate; Auto picks anew each time. */
    private static final int ALL_MODES = 3;

    private final ModelsModel model;
    private final Dialogs dialogs;
    private final CardNotes notes;
    private final Runnable showRuntime;

    /** @param showRuntime leads to the newer runtime */
    StoredCards(ModelsModel model, Dialogs dialogs, CardNotes notes, Runnable showRuntime) {
        this.model = model;
        this.dialogs = dialogs;
        this.notes = notes;
        this.showRuntime = showRuntime;
    }

    Node card(StoredModel stored, Shelf shelf) {
        var entry = shelf.entryOf(stored);
        var sentence = entry.map(CatalogueEntry::expect).orElseGet(() -> ModelWords.own(stored));
        var badges = new ArrayList<Badge>();
        var right = new ArrayList<Node>();
        if (!stored.header().isEncoder()) {
            boolean chosen = stored.equals(model.onlyChatModelProperty().get());
            right.add(chosen ? new Badge(TEXTS.get("default"), Badge.Tone.CHOSEN) : use(stored));
        }
        right.add(more(stored, shelf));
        var modes = notes.modes().apply(stored);
        if (!modes.isEmpty()) badges.add(new Badge(modes.size() == ALL_MODES ? TEXTS.get("modes.all") : String.join(", ", modes), Badge.Tone.PLAIN));
        badges.add(FitBadge.of(stored, shelf.freeMemory()));
        var facts = ModelWords.facts(stored, entry, notes.speed().apply(stored));
        var card = new ModelCard(title(stored, entry), sentence, ModelCard.foot(facts, right.toArray(Node[]::new)), badges.toArray(Badge[]::new));
        card.setId(ModelWords.id("model", stored.name()));
        return card;
    }

    /** One that the runtime in use does not know. @param how leads to the one that does */
    Node waiting(StoredModel stored, Shelf shelf, Badge needs, Button how) {
        var entry = shelf.entryOf(stored);
        var card = new ModelCard(title(stored, entry), entry.map(CatalogueEntry::expect).orElseGet(() -> ModelWords.own(stored)),
                ModelCard.foot(ModelWords.facts(stored, entry, Optional.empty()), how, more(stored, shelf)), needs);
        card.setId(ModelWords.id("model", stored.name()));
        return card;
    }

    Node refused(ModelStore.Rejected file) {
        return new ModelCard(file.file().getFileName().toString(), file.reason(),
                Labels.line(file.file().getParent().toString(), "faint"), new Badge(TEXTS.get("refused.badge"), Badge.Tone.BAD));
    }

    private static MenuItem item(String key, Runnable run) {
        var item = new MenuItem(TEXTS.get(key));
        // after the menu is gone: it gives the focus back to its button, and a dialog's field would lose it again
        item.setOnAction(_ -> Platform.runLater(run));
        return item;
    }

    private void makeSmaller(List<VariantPlan> plans, Shelf shelf) {
        if (shelf.canMakeVariants()) {
            VariantTable.showPlans(plans, shelf, model, dialogs);
        } else {
            dialogs.choose(TEXTS.get("variant.newer"), TEXTS.get("variant.newer.text"), new Dialogs.Choice(TEXTS.get("needs.newer.how"), showRuntime));
        }
    }

    private void remove(StoredModel stored) {
        var ask = TEXTS.get("remove.ask." + stored.origin(), stored.name());
        dialogs.confirm(ask, TEXTS.get("remove.text." + stored.origin(), Sizes.bytes(stored.bytes()), stored.file()), TEXTS.get("remove.do." + stored.origin()),
                () -> model.remove(stored, () -> dialogs.confirm(ask, TEXTS.get("remove.good.text", Sizes.bytes(stored.bytes()), stored.file()),
                        TEXTS.get("remove.good.do"), () -> model.delete(stored))));
    }

    private Button use(StoredModel stored) {
        var use = Buttons.plain(TEXTS.get("use"), () -> model.useForChat(stored));
        use.setId(ModelWords.id("use", stored.name()));
        use.setAccessibleText(TEXTS.get("use.accessible", stored.name()));
        return use;
    }

    /** The catalogue's name without the kind, which stands below; a name that the person gave as it is. */
    private static String title(StoredModel stored, Optional<CatalogueEntry> entry) {
        return entry.map(CatalogueEntry::name).filter(stored.name()::startsWith).orElse(stored.name());
    }

    private Button more(StoredModel stored, Shelf shelf) {
        var menu = new ContextMenu(item("details", () -> dialogs.show(stored.name(), new DialogColumn(0, ModelDetails.of(stored, shelf.entryOf(stored),
                        licence -> new LicenceQuestion(model, dialogs).show(licence))))),
                item("rename", () -> RenameQuestion.ask(stored, model, dialogs)),
                item("show", () -> model.showInFolder(stored)));
        var variants = shelf.entryOf(stored).map(entry -> model.catalogue().variants(entry.model())).orElse(List.of());
        if (variants.size() > 1) menu.getItems().add(item("variants.other", () -> VariantTable.showOffers(variants, shelf, new LicenceQuestion(model, dialogs), dialogs)));
        var plans = VariantPlan.of(stored);
        if (!plans.isEmpty()) menu.getItems().add(item("variant", () -> makeSmaller(plans, shelf)));
        if (stored.origin() != StoredModel.Origin.ALSO) menu.getItems().add(item("remove." + stored.origin(), () -> remove(stored)));
        var more = Icons.button(Feather.MORE_HORIZONTAL, TEXTS.get("more.accessible", stored.name()), () -> { });
        more.setId(ModelWords.id("more", stored.name()));
        menu.setAnchorLocation(AnchorLocation.CONTENT_TOP_RIGHT); // the button stands at the card's right edge
        more.setOnAction(_ -> {
            var place = more.localToScreen(more.getBoundsInLocal());
            menu.show(more, place.getMaxX(), place.getMaxY() + 4);
        });
        return more;
    }
}
