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
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The models as they lay on this machine when last looked at.
 *
 * @param stored every one that runs
 * @param waiting sound ones that only the newer runtime runs, which is not in use
 * @param rejected files that are no sound models or that the engine cannot run, with the reason
 * @param entries the catalogue entry of those that came from the catalogue, by model name
 * @param notRunning the catalogue's architectures that the runtime in use does not run, and why
 * @param freeMemory bytes that programs could have then without swapping
 * @param freeDisk bytes free then where the models lie
 * @param cacheBytes what caches take on disk
 * @param indexBytes what indexes of documents take on disk
 * @param canMakeVariants whether the runtime in use makes smaller variants
 * @param namesNow today's name of every model's former names that something still calls it by
 */
public record Shelf(List<StoredModel> stored, List<StoredModel> waiting, List<ModelStore.Rejected> rejected, Map<String, CatalogueEntry> entries,
        Map<String, Support> notRunning, long freeMemory, long freeDisk, long cacheBytes, long indexBytes, boolean canMakeVariants, UnaryOperator<String> namesNow) {
    /** Before the first look. */
    public static final Shelf UNREAD = new Shelf(List.of(), List.of(), List.of(), Map.of(), Map.of(), 0, 0, 0, 0, false, name -> name);

    public Shelf {
        stored = List.copyOf(stored);
        waiting = List.copyOf(waiting);
        rejected = List.copyOf(rejected);
        notRunning = Map.copyOf(notRunning);
        entries = Map.copyOf(entries);
    }

    /**
     * Looks at the disk: not for the JavaFX thread.
     *
     * @param support whether an architecture runs; models of unknown ones count as rejected
     */
    static Shelf read(ModelStore store, Catalogue catalogue, Function<String, Support> support, ModelTools tools) {
        var byUse = store.list().stream().collect(Collectors.groupingBy(model -> support.apply(model.header().architecture())));
        var rejected = new ArrayList<>(store.rejected());
        byUse.getOrDefault(Support.UNKNOWN, List.of())
                .forEach(model -> rejected.add(new ModelStore.Rejected(model.file(), TEXTS.get("unsupported", model.header().architecture()))));
        catalogue.unread().forEach(unread -> rejected.add(new ModelStore.Rejected(unread.file(), unread.reason())));
        var notRunning = new HashMap<String, Support>();
        catalogue.entries().stream().map(CatalogueEntry::architecture).distinct().forEach(architecture -> notRunning.put(architecture, support.apply(architecture)));
        notRunning.values().removeIf(Support.RUNS::equals);
        var entries = new HashMap<String, CatalogueEntry>();
        for (var entry : catalogue.entries()) {
            store.find(entry).ifPresent(model -> entries.put(model.name(), entry));
        }
        return new Shelf(byUse.getOrDefault(Support.RUNS, List.of()), byUse.getOrDefault(Support.NEEDS_NEWER, List.of()), rejected, entries, notRunning,
                Machine.freeMemory(), Machine.freeDisk(store.folder()), tools.cacheBytes().getAsLong(), tools.indexBytes().getAsLong(),
                tools.variants().get().isPossible(), store::nameNow);
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

    Support support(CatalogueEntry entry) {
        return notRunning.getOrDefault(entry.architecture(), Support.RUNS);
    }

    String nameNow(String name) {
        return namesNow.apply(name);
    }

    long modelBytes() {
        return Stream.of(stored, waiting).flatMap(List::stream).mapToLong(StoredModel::bytes).sum();
    }

    boolean has(CatalogueEntry entry) {
        return entries.containsValue(entry);
    }
}
