package app.parlance.model;

import app.parlance.gguf.GgufHeader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The models on offer, from the data file {@code catalogue.json}. */
public record Catalogue(List<CatalogueEntry> entries) {
    public Catalogue {
        entries = List.copyOf(entries);
    }

    /** The catalogue that ships with the program. */
    public static Catalogue bundled() {
        return Bundled.CATALOGUE;
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

    public Optional<CatalogueEntry> find(String id) {
        return entries.stream().filter(entry -> entry.id().equalsIgnoreCase(id)).findFirst();
    }

    /** The entry that this file is, told by its exact length and its architecture. */
    Optional<CatalogueEntry> match(GgufHeader header) {
        return entries.stream().filter(entry -> entry.bytes() == header.bytes() && entry.architecture().equals(header.architecture())).findFirst();
    }

    private static final class Bundled {
        static final Catalogue CATALOGUE = read();

        private static Catalogue read() {
            try (var data = Catalogue.class.getResourceAsStream("catalogue.json")) {
                return CatalogueReader.read(data);
            } catch (IOException broken) {
                throw new UncheckedIOException("the bundled catalogue cannot be read", broken);
            }
        }
    }
}
