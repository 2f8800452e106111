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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The models as they lay on this machine when last looked at.
 *
 * @param stored every one that runs
 * @param waiting sound ones that only the newer runtime runs, which is not in use
 * @param rejected files that are no sound models or that the engine cannot run, with the reason
 * @param entries the catalogue entry of those that came from the catalogue, by model name
 * @param needNewer the ids of catalogue entries that only the newer runtime runs, which is not in use
 * @param freeMemory bytes that programs could have then without swapping
 * @param freeDisk bytes free then where the models lie
 */
public record Shelf(List<StoredModel> stored, List<StoredModel> waiting, List<ModelStore.Rejected> rejected, Map<String, CatalogueEntry> entries,
        Set<String> needNewer, long freeMemory, long freeDisk) {
    /** Before the first look. */
    public static final Shelf UNREAD = new Shelf(List.of(), List.of(), List.of(), Map.of(), Set.of(), 0, 0);

    public Shelf {
        stored = List.copyOf(stored);
        waiting = List.copyOf(waiting);
        rejected = List.copyOf(rejected);
        needNewer = Set.copyOf(needNewer);
        entries = Map.copyOf(entries);
    }

    /**
     * Looks at the disk: not for the JavaFX thread.
     *
     * @param support whether an architecture runs; models of unknown ones count as rejected
     */
    static Shelf read(ModelStore store, Catalogue catalogue, Function<String, Support> support) {
        var byUse = store.list().stream().collect(Collectors.groupingBy(model -> support.apply(model.header().architecture())));
        var rejected = new ArrayList<>(store.rejected());
        byUse.getOrDefault(Support.UNKNOWN, List.of())
                .forEach(model -> rejected.add(new ModelStore.Rejected(model.file(), TEXTS.get("unsupported", model.header().architecture()))));
        var needNewer = catalogue.entries().stream().filter(entry -> support.apply(entry.architecture()) == Support.NEEDS_NEWER)
                .map(CatalogueEntry::id).collect(Collectors.toSet());
        var entries = new HashMap<String, CatalogueEntry>();
        for (var entry : catalogue.entries()) {
            store.find(entry).ifPresent(model -> entries.put(model.name(), entry));
        }
        return new Shelf(byUse.getOrDefault(Support.RUNS, List.of()), byUse.getOrDefault(Support.NEEDS_NEWER, List.of()), rejected, entries, needNewer,
                Machine.freeMemory(), Machine.freeDisk(store.folder()));
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

    boolean runs(CatalogueEntry entry) {
        return !needNewer.contains(entry.id());
    }

    boolean has(CatalogueEntry entry) {
        return entries.containsValue(entry);
    }
}
