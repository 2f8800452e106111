package app.parlance.desktop.models;

import static app.parlance.desktop.models.ModelWords.TEXTS;

import app.parlance.model.Catalogue;
import app.parlance.model.CatalogueEntry;
import app.parlance.model.ModelStore;
import app.parlance.model.StoredModel;
import app.parlance.platform.Machine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The models as they lay on this machine when last looked at.
 *
 * @param stored every sound one
 * @param rejected files that are no sound models or that the engine cannot run, with the reason
 * @param entries the catalogue entry of those that came from the catalogue, by model name
 * @param freeMemory bytes that programs could have then without swapping
 * @param freeDisk bytes free then where the models lie
 */
public record Shelf(List<StoredModel> stored, List<ModelStore.Rejected> rejected, Map<String, CatalogueEntry> entries,
        long freeMemory, long freeDisk) {
    /** Before the first look. */
    public static final Shelf UNREAD = new Shelf(List.of(), List.of(), Map.of(), 0, 0);

    public Shelf {
        stored = List.copyOf(stored);
        rejected = List.copyOf(rejected);
        entries = Map.copyOf(entries);
    }

    /**
     * Looks at the disk: not for the JavaFX thread.
     *
     * @param supported whether the engine runs an architecture; models of others count as rejected
     */
    static Shelf read(ModelStore store, Catalogue catalogue, Predicate<String> supported) {
        var byUse = store.list().stream().collect(Collectors.partitioningBy(model -> supported.test(model.header().architecture())));
        var stored = byUse.get(true);
        var rejected = new ArrayList<>(store.rejected());
        byUse.get(false).forEach(model -> rejected.add(new ModelStore.Rejected(model.file(), TEXTS.get("unsupported", model.header().architecture()))));
        var entries = new HashMap<String, CatalogueEntry>();
        for (var entry : catalogue.entries()) {
            store.find(entry).ifPresent(model -> entries.put(model.name(), entry));
        }
        return new Shelf(stored, rejected, entries, Machine.freeMemory(), Machine.freeDisk(store.folder()));
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
