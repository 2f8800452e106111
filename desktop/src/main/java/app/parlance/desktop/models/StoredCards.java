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
import java.util.ArrayList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.stage.PopupWindow.AnchorLocation;
import org.kordamp.ikonli.feather.Feather;

/** Cards for the files on this computer, sound or refused. */
final class StoredCards {
    private final ModelsModel model;
    private final Dialogs dialogs;

    StoredCards(ModelsModel model, Dialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
    }

    Node card(StoredModel stored, Shelf shelf) {
        var entry = shelf.entryOf(stored);
        var sentence = entry.map(CatalogueEntry::expect).orElseGet(() -> ModelWords.own(stored));
        var right = new ArrayList<Node>();
        if (!stored.header().isEncoder()) {
            boolean chosen = model.chatModelProperty().get() != null && model.chatModelProperty().get().name().equals(stored.name());
            right.add(chosen ? new Badge(TEXTS.get("default"), Badge.Tone.CHOSEN) : use(stored));
        }
        right.add(more(stored));
        var card = new ModelCard(entry.map(CatalogueEntry::name).orElse(stored.name()), sentence,
                ModelCard.foot(ModelWords.facts(stored), right.toArray(Node[]::new)), ModelWords.fit(stored.bytes(), shelf.freeMemory()));
        card.setId(ModelWords.id("model", stored.name()));
        return card;
    }

    /** One that the runtime in use does not know. @param how leads to the one that does */
    Node waiting(StoredModel stored, Shelf shelf, Badge needs, Button how) {
        var entry = shelf.entryOf(stored);
        var card = new ModelCard(entry.map(CatalogueEntry::name).orElse(stored.name()), entry.map(CatalogueEntry::expect).orElseGet(() -> ModelWords.own(stored)),
                ModelCard.foot(ModelWords.facts(stored), how, more(stored)), needs);
        card.setId(ModelWords.id("model", stored.name()));
        return card;
    }

    Node refused(ModelStore.Rejected file) {
        return new ModelCard(file.file().getFileName().toString(), file.reason(),
                Labels.line(file.file().getParent().toString(), "faint"), new Badge(TEXTS.get("refused.badge"), Badge.Tone.BAD));
    }

    private Button use(StoredModel stored) {
        var use = Buttons.plain(TEXTS.get("use"), () -> model.useForChat(stored));
        use.setId(ModelWords.id("use", stored.name()));
        use.setAccessibleText(TEXTS.get("use.accessible", stored.name()));
        return use;
    }

    private Button more(StoredModel stored) {
        var details = new MenuItem(TEXTS.get("details"));
        details.setOnAction(_ -> dialogs.show(stored.name(), ModelDetails.of(stored)));
        var menu = new ContextMenu(details);
        if (stored.origin() != StoredModel.Origin.ALSO) {
            var remove = new MenuItem(TEXTS.get("remove." + stored.origin()));
            remove.setOnAction(_ -> dialogs.confirm(TEXTS.get("remove.ask." + stored.origin(), stored.name()),
                    TEXTS.get("remove.text." + stored.origin(), Sizes.bytes(stored.bytes()), stored.file()),
                    TEXTS.get("remove.do." + stored.origin()), () -> model.remove(stored)));
            menu.getItems().add(remove);
        }
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
