package app.parlance.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The models on this machine: a folder, references to files elsewhere, and folders where models lie ready. Thread-safe. */
public final class ModelStore {
    /**
     * @param folder the store's own folder; made on first write
     * @param also folders that are looked through but never written to
     */
    public ModelStore(Path folder, List<Path> also) {
        throw new UnsupportedOperationException("being written");
    }

    public Path folder() {
        throw new UnsupportedOperationException("being written");
    }

    /** Every sound model, by name; files that cannot be read are left out (see {@link #rejected}). Headers are read once and remembered. */
    public List<StoredModel> list() {
        throw new UnsupportedOperationException("being written");
    }

    /** Files with the ending .gguf that are no sound models, with the reason. */
    public List<Rejected> rejected() {
        throw new UnsupportedOperationException("being written");
    }

    public record Rejected(Path file, String reason) { }

    /** By name (case-insensitive, also a unique beginning), catalogue id, file name, or path of any GGUF file. */
    public Optional<StoredModel> find(String nameOrFile) throws ModelException {
        throw new UnsupportedOperationException("being written");
    }

    /**
     * Takes a file into the store after checking it.
     *
     * @param copy false leaves the file where it lies and remembers the place
     * @param progress told while copying; may be asked to stop by interrupting the thread, which leaves nothing behind
     */
    public StoredModel importFile(Path file, boolean copy, ByteProgress progress) throws ModelException, InterruptedException {
        throw new UnsupportedOperationException("being written");
    }

    /** Deletes a file of the store, or forgets a reference; models in {@code also} folders cannot be removed. */
    public void remove(StoredModel model) throws ModelException {
        throw new UnsupportedOperationException("being written");
    }

    /** Moves the store's files to another folder, also on another drive; on any error the old place stays whole and in use. */
    public void moveTo(Path newFolder, ByteProgress progress) throws ModelException, InterruptedException {
        throw new UnsupportedOperationException("being written");
    }
}
