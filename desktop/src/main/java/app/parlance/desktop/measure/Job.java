package app.parlance.desktop.measure;

import app.parlance.engine.CacheType;
import app.parlance.model.StoredModel;
import java.nio.file.Path;
import java.util.Optional;

/** One measurement of a run. */
sealed interface Job {
    StoredModel model();

    /** Reading, writing, memory, energy. */
    record Quickness(StoredModel model, CacheType cache) implements Job { }

    /** @param file rows of the task; empty = the set that ships */
    record Questions(StoredModel model, CacheType cache, String task, Optional<Path> file) implements Job { }

    /** The best threads, batch and KV-cache type. */
    record Tune(StoredModel model) implements Job { }
}
