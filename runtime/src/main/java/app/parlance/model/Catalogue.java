package app.parlance.model;

import java.util.List;
import java.util.Optional;

/** The models on offer, from the data file {@code catalogue.json}. */
public record Catalogue(List<CatalogueEntry> entries) {
    public Catalogue {
        entries = List.copyOf(entries);
    }

    /** The catalogue that ships with the program. */
    public static Catalogue bundled() {
        throw new UnsupportedOperationException("being written");
    }

    /** The starter models, smallest first. */
    public List<CatalogueEntry> starters() {
        throw new UnsupportedOperationException("being written");
    }

    /** The best starter for a machine with this much memory free, in bytes. */
    public CatalogueEntry starterFor(long freeMemory) {
        throw new UnsupportedOperationException("being written");
    }

    public Optional<CatalogueEntry> find(String id) {
        throw new UnsupportedOperationException("being written");
    }
}
