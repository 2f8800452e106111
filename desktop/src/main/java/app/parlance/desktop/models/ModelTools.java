package app.parlance.desktop.models;

import app.parlance.app.Parlance;
import app.parlance.model.Agreements;
import app.parlance.platform.DiskUse;
import app.parlance.platform.Trash;
import app.parlance.variant.VariantMaker;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What is done with models besides fetching and taking them in.
 *
 * @param variants asked for on virtual threads only
 * @param cacheBytes what caches take on disk; asked on virtual threads
 * @param indexBytes the same of indexes of documents
 */
public record ModelTools(Agreements agreements, Trash trash, Supplier<VariantMaker> variants, LongSupplier cacheBytes, LongSupplier indexBytes) {
    /** Those of the whole program. */
    public static ModelTools of(Parlance parts) {
        return new ModelTools(parts.agreements(), parts.trash(), parts::variants, parts::cacheBytes,
                () -> DiskUse.of(parts.folders().data().resolve("index")));
    }
}
