package app.parlance.desktop.models;

import app.parlance.model.Catalogue;
import app.parlance.model.CatalogueEntry;
import app.parlance.model.ModelStore;
import app.parlance.model.StoredModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The models as they lay on this machine when last looked at.
 *
 * @param stored every sound one
 * @param rejected files that are no sound models, with the reason
 * @param entries the catalogue entry of those that came from the catalogue, by model name
 * @param machine what was free then
 */
public record Shelf(List<StoredModel> stored, List<ModelStore.Rejected> rejected, Map<String, CatalogueEntry> entries, Machine machine) {
    /** Before the first look. */
    public static final Shelf UNREAD = new Shelf(List.of(), List.of(), Map.of(), new Machine(0, 0));

    public Shelf {
        stored = List.copyOf(stored);
        rejected = List.copyOf(rejected);
        entries = Map.copyOf(entries);
    }

    /** Looks at the disk: not for the JavaFX thread. */
    static Shelf read(ModelStore store, Catalogue catalogue) {
        var stored = store.list();
        var entries = new HashMap<String, CatalogueEntry>();
        for (var entry : catalogue.entries()) {
            store.find(entry).ifPresent(model -> entries.put(model.name(), entry));
        }
        return new Shelf(stored, store.rejected(), entries, Machine.now(store.folder()));
    }

    /** Those that write text. */
    public List<StoredModel> generating() {
        return stored.stream().filter(model -> !model.header().isEncoder()).toList();
    }

    /** Those that embed passages. */
    public List<StoredModel> encoders() {
        return stored.stream().filter(model -> model.header().isEncoder()).toList();
    }

    Optional<CatalogueEntry> entryOf(StoredModel model) {
        return Optional.ofNullable(entries.get(model.name()));
    }

    boolean has(CatalogueEntry entry) {
        return entries.containsValue(entry);
    }
}
