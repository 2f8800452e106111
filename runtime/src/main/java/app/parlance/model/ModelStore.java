package app.parlance.model;

import app.parlance.model.StoredModel.Origin;
import app.parlance.platform.Folders;
import app.parlance.platform.SafeFiles;
import app.parlance.platform.Trash;
import app.parlance.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** The models on this machine: a folder, references to files elsewhere, and folders where models lie ready. Thread-safe. */
public final class ModelStore {
    private static final String CHOSEN_FOLDER = "models.folder";
    private static final int LONGEST_NAME = 80;

    private final List<Path> also;
    private final Catalogue catalogue;
    private final Map<Path, ModelScan.Known> headers = new ConcurrentHashMap<>();
    private final ReentrantLock changing = new ReentrantLock();
    /** Null where a move need not be remembered. */
    private final Settings settings;
    private volatile Path folder;
    private volatile boolean moving;

    /**
     * @param folder the store's own folder; made on first write
     * @param also folders that are looked through but never written to
     */
    public ModelStore(Path folder, List<Path> also) {
        this(folder, also, Catalogue.bundled(), null);
    }

    private ModelStore(Path folder, List<Path> also, Catalogue catalogue, Settings settings) {
        this.folder = folder.toAbsolutePath().normalize();
        this.also = List.copyOf(also);
        this.catalogue = catalogue;
        this.settings = settings;
    }

    /**
     * The store in the place that the person moved it to, or else the system's; a later move is remembered in {@code settings}.
     *
     * @param catalogue names the files that came from it
     */
    public static ModelStore of(Folders folders, Catalogue catalogue, Settings settings) {
        return new ModelStore(settings.get(CHOSEN_FOLDER).map(Path::of).orElse(folders.models()), folders.alsoModels(), catalogue, settings);
    }

    public Path folder() {
        return folder;
    }

    /** Every sound model, by name; files that cannot be read are left out (see {@link #rejected}). Headers are read once and remembered. */
    public List<StoredModel> list() {
        return scan().models().stream().sorted(Comparator.comparing(StoredModel::name, String.CASE_INSENSITIVE_ORDER)).toList();
    }

    /** Files with the ending .gguf that are no sound models, with the reason. */
    public List<Rejected> rejected() {
        return List.copyOf(scan().rejected());
    }

    public record Rejected(Path file, String reason) { }

    /** By name (case-insensitive, also a unique beginning), catalogue id, file name, or path of any GGUF file. */
    public Optional<StoredModel> find(String nameOrFile) throws ModelException {
        return lookup().find(nameOrFile);
    }

    /** What a model is called now that may have had this name once; the name itself where there is none. */
    public String nameNow(String name) {
        return scan().formerly(name).map(StoredModel::name).orElse(name);
    }

    /** The model that is this catalogue entry, where it lies on this machine already. */
    public Optional<StoredModel> find(CatalogueEntry entry) {
        return lookup().find(entry);
    }

    /**
     * Takes a file into the store after checking it. A file that is there already is not taken twice; another
     * one of the same name gets a number.
     *
     * @param copy false leaves the file where it lies and remembers the place
     * @param progress told while copying; may be asked to stop by interrupting the thread, which leaves nothing behind
     */
    public StoredModel importFile(Path file, boolean copy, ByteProgress progress) throws ModelException, InterruptedException {
        var source = ModelScan.real(file);
        ModelScan.soundHeader(source);
        checkThere();
        changing.lockInterruptibly();
        try {
            if (source.startsWith(ModelScan.real(folder))) {
                return lookup().at(source);
            }
            if (!copy) {
                SafeFiles.createPrivateFolders(folder);
                new References(folder).add(source);
                return lookup().at(source);
            }
            for (var model : list()) {
                if (model.origin() == Origin.STORE && model.bytes() == Files.size(source) && Files.mismatch(model.file(), source) < 0) {
                    return model;
                }
            }
            return copied(source, new PacedProgress(progress));
        } catch (IOException failure) {
            throw DiskSpace.problem(file.getFileName() + " was not taken into the store", folder, failure);
        } finally {
            changing.unlock();
        }
    }

    /**
     * Gives a model another name. Its file stays as it is, and its former names go on finding it.
     *
     * @return the same model under its new name
     */
    public StoredModel rename(StoredModel model, String name) throws ModelException {
        var wished = name.strip();
        if (wished.isEmpty() || wished.length() > LONGEST_NAME || wished.chars().anyMatch(Character::isISOControl)) {
            throw new ModelException("A model's name has 1 to " + LONGEST_NAME + " characters on one line. Nothing was changed.", "Choose another name.");
        }
        checkThere();
        changing.lock();
        try {
            if (list().stream().anyMatch(other -> other.name().equalsIgnoreCase(wished) && !other.file().equals(model.file()))) {
                throw new ModelException("Another model is called " + wished + " already. Nothing was changed.", "Choose another name.");
            }
            SafeFiles.createPrivateFolders(folder);
            new GivenNames(folder).give(model.file(), wished);
            return lookup().at(model.file());
        } catch (IOException failure) {
            throw DiskSpace.problem(model.name() + " keeps its name", folder, failure);
        } finally {
            changing.unlock();
        }
    }

    /** Moves a file of the store to the trash, or forgets a reference. @return false where no trash can take it; then nothing was changed */
    public boolean discard(StoredModel model, Trash trash) throws ModelException {
        return remove(model, file -> trash.put(file));
    }

    /** Deletes a file of the store for good, or forgets a reference; models in {@code also} folders cannot be removed. */
    public void remove(StoredModel model) throws ModelException {
        remove(model, file -> {
            Files.deleteIfExists(file);
            return true;
        });
    }

    private interface Removal {
        boolean of(Path file) throws IOException;
    }

    private boolean remove(StoredModel model, Removal removal) throws ModelException {
        changing.lock();
        try {
            boolean gone = switch (model.origin()) {
                case STORE -> removal.of(model.file());
                case REFERENCE -> {
                    forget(model.file());
                    yield true;
                }
                case ALSO -> throw new ModelException(model.name() + " lies in " + model.file().getParent()
                        + ", a folder that Parlance only reads. Nothing was changed.", "Delete the file there yourself, if you want it gone.");
            };
            if (gone) {
                new GivenNames(folder).forget(model.file());
                headers.remove(model.file());
            }
            return gone;
        } catch (IOException failure) {
            throw DiskSpace.problem(model.name() + " was not removed", folder, failure);
        } finally {
            changing.unlock();
        }
    }

    /** Takes a file that vanished off the list of references; harmless where it is not on it. */
    public void forgetReference(Path file) throws ModelException {
        changing.lock();
        try {
            forget(file);
        } catch (IOException failure) {
            throw DiskSpace.problem(file + " was not taken off the list", folder, failure);
        } finally {
            changing.unlock();
        }
    }

    /**
     * Moves the store's files to another folder, also on another drive; on any error the old place stays whole
     * and in use. The new place is remembered in the settings.
     */
    public void moveTo(Path newFolder, ByteProgress progress) throws ModelException, InterruptedException {
        var target = newFolder.toAbsolutePath().normalize();
        checkThere();
        changing.lockInterruptibly();
        moving = true;
        try {
            var move = new StoreMove(folder, target);
            move.copyAll(new PacedProgress(progress));
            try {
                if (settings != null) {
                    settings.set(CHOSEN_FOLDER, target.toString());
                }
            } catch (IOException notRemembered) {
                move.undo();
                throw DiskSpace.problem("The models were not moved, because the new place could not be remembered", target, notRemembered);
            }
            folder = target;
            move.deleteOld();
        } finally {
            moving = false;
            changing.unlock();
        }
    }

    /** Where downloads, copies and variants lie until they are whole; made here. On the store's drive, and never listed. */
    public Path partialFolder() throws ModelException {
        checkThere();
        if (moving) {
            throw new ModelException("The models are being moved to another folder just now.", "Wait until that has ended, and try again.");
        }
        var partial = folder.resolve(StoreMove.PARTIAL);
        try {
            SafeFiles.createPrivateFolders(partial);
        } catch (IOException failure) {
            throw DiskSpace.problem("Nothing could be written", folder, failure);
        }
        return partial;
    }

    /** @throws ModelException with the numbers, where the store's drive has too little room for so many bytes more */
    public void requireRoom(long bytes) throws ModelException {
        try {
            DiskSpace.require(partialFolder(), bytes);
        } catch (IOException failure) {
            throw DiskSpace.problem("Nothing could be written", folder, failure);
        }
    }

    /** Moves a whole file of {@link #partialFolder} into the store, under this name or a numbered one; its header must be sound. */
    public StoredModel adopt(Path whole, String fileName) throws IOException, ModelException {
        changing.lock();
        try {
            var place = freePlace(fileName);
            SafeFiles.moveInto(whole, place);
            return lookup().at(place);
        } finally {
            changing.unlock();
        }
    }

    private StoredModel copied(Path source, ByteProgress progress) throws IOException, ModelException, InterruptedException {
        long size = Files.size(source);
        var partial = partialFolder();
        DiskSpace.require(partial, size);
        var temporary = partial.resolve("import-" + ProcessHandle.current().pid() + "-" + System.nanoTime());
        try {
            FileCopy.copy(source, temporary, done -> progress.at(done, size));
            ModelScan.soundHeader(temporary);
            return adopt(temporary, source.getFileName().toString());
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private Path freePlace(String fileName) {
        var bare = fileName.replaceFirst("(?i)\\.gguf$", "");
        var place = folder.resolve(bare + ".gguf");
        for (int number = 2; Files.exists(place); number++) {
            place = folder.resolve(bare + "-" + number + ".gguf");
        }
        return place;
    }

    private void forget(Path file) throws IOException {
        if (Files.isDirectory(folder)) {
            new References(folder).remove(file);
        }
    }

    /** A folder on a drive that is not connected must not be made anew in the empty place. */
    private void checkThere() throws ModelException {
        if (isAway()) {
            throw new ModelException("The folder of the models, " + folder + ", is not there.",
                    "Connect its drive, or choose another folder in the settings.");
        }
    }

    private boolean isAway() {
        return settings != null && settings.get(CHOSEN_FOLDER).isPresent() && !Files.isDirectory(folder);
    }

    private ModelScan scan() {
        var scan = new ModelScan(headers, catalogue, folder);
        if (isAway()) {
            scan.reject(folder, "The folder of the models, " + folder + ", is not there. Connect its drive, or choose another folder in the settings.");
        }
        scan.folder(folder, Origin.STORE);
        try {
            new References(folder).all().forEach(file -> scan.add(file, Origin.REFERENCE));
        } catch (IOException | InvalidPathException damaged) {
            scan.reject(folder.resolve(References.FILE_NAME), "The list of models that lie elsewhere cannot be read. Import those models again.");
        }
        also.forEach(place -> scan.folder(place, Origin.ALSO));
        return scan;
    }

    private ModelLookup lookup() {
        return new ModelLookup(scan(), headers, catalogue);
    }
}
