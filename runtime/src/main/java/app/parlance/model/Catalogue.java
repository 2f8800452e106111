package app.parlance.model;

import app.parlance.gguf.GgufHeader;
import app.parlance.model.CatalogueModel.Task;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The models on offer: the data file that ships with the program, and the person's own beside it.
 *
 * @param entries every variant of every model; variants of one model stand together
 * @param unread own files that could not be read, with the reason
 */
public record Catalogue(List<CatalogueEntry> entries, List<Unread> unread) {
    /** The folder, in the configuration's, of files with more models, by the same schema. */
    public static final String MORE = "catalogue.d";

    /** A file that was passed over. */
    public record Unread(Path file, String reason) { }

    public Catalogue {
        entries = List.copyOf(entries);
        unread = List.copyOf(unread);
    }

    public Catalogue(List<CatalogueEntry> entries) {
        this(entries, List.of());
    }

    /** The catalogue that ships with the program. */
    public static Catalogue bundled() {
        return Bundled.CATALOGUE;
    }

    /**
     * The bundled catalogue, and after it the files of the folder {@link #MORE}, by name. A model with the id of an earlier one
     * takes its place; a broken file is passed over.
     */
    public static Catalogue of(Path configuration) {
        var folder = configuration.resolve(MORE);
        var unread = new ArrayList<Unread>();
        List<CatalogueEntry> entries = bundled().entries();
        for (var file : dataFiles(folder, unread)) {
            try (var data = Files.newInputStream(file)) {
                entries = with(entries, CatalogueReader.read(data));
            } catch (JsonProcessingException broken) {
                unread.add(new Unread(file, "This file of models is no JSON, near line " + (broken.getLocation() == null ? 1 : broken.getLocation().getLineNr()) + "."));
            } catch (IOException broken) {
                unread.add(new Unread(file, "This file of models cannot be used: " + broken.getMessage() + "."));
            }
        }
        return new Catalogue(entries, unread);
    }

    private static List<Path> dataFiles(Path folder, List<Unread> unread) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json")).sorted().toList();
        } catch (IOException unreadable) {
            unread.add(new Unread(folder, "This folder cannot be read: " + unreadable.getMessage() + "."));
            return List.of();
        }
    }

    private static List<CatalogueEntry> with(List<CatalogueEntry> before, List<CatalogueEntry> more) throws IOException {
        var kept = before.stream().filter(entry -> more.stream().noneMatch(other -> other.model().id().equals(entry.model().id()))).toList();
        for (var entry : more) {
            if (kept.stream().anyMatch(other -> other.id().equalsIgnoreCase(entry.id()))) {
                throw new IOException("the variant " + entry.id() + " belongs to another model already");
            }
        }
        var all = new ArrayList<>(kept);
        all.addAll(more);
        return all;
    }

    /** The starter models, smallest first. */
    public List<CatalogueEntry> starters() {
        return entries.stream().filter(entry -> entry.starter() > 0).sorted(Comparator.comparingInt(CatalogueEntry::starter)).toList();
    }

    /**
     * The best starter for a machine with this much memory free, in bytes: one that fits twice, for the
     * conversation's context takes about as much again. The smallest where none does.
     */
    public CatalogueEntry starterFor(long freeMemory) {
        var starters = starters();
        return starters.reversed().stream().filter(entry -> entry.bytes() <= freeMemory / 2).findFirst().orElseGet(starters::getFirst);
    }

    /** The variants of the models that are made for a task, among other things. */
    public List<CatalogueEntry> to(Task task) {
        return entries.stream().filter(entry -> entry.model().tasks().contains(task)).toList();
    }

    /**
     * The model to propose for a task: the one named default for it, where the machine holds it, or else the largest that it holds.
     *
     * @param holds whether the machine has memory for a variant, and an engine that loads it
     */
    public Optional<CatalogueEntry> proposal(Task task, Predicate<CatalogueEntry> holds) {
        var held = to(task).stream().filter(holds).sorted(Comparator.comparingLong(CatalogueEntry::bytes).reversed()).toList();
        return held.stream().filter(entry -> entry.model().defaultFor().contains(task)).findFirst().or(() -> held.stream().findFirst());
    }

    /** A model's variants, smallest first. */
    public List<CatalogueEntry> variants(CatalogueModel model) {
        return entries.stream().filter(entry -> entry.model().equals(model)).sorted(Comparator.comparingLong(CatalogueEntry::bytes)).toList();
    }

    public Optional<CatalogueEntry> find(String id) {
        return entries.stream().filter(entry -> entry.id().equalsIgnoreCase(id)).findFirst();
    }

    /** The entry that this file is, told by its exact length and its architecture. */
    public Optional<CatalogueEntry> match(GgufHeader header) {
        return entries.stream().filter(entry -> entry.bytes() == header.bytes() && entry.architecture().equals(header.architecture())).findFirst();
    }

    private static final class Bundled {
        static final Catalogue CATALOGUE = read();

        private static Catalogue read() {
            try (var data = Catalogue.class.getResourceAsStream("catalogue.json")) {
                return new Catalogue(CatalogueReader.read(data));
            } catch (IOException broken) {
                throw new UncheckedIOException("the bundled catalogue cannot be read", broken);
            }
        }
    }
}
