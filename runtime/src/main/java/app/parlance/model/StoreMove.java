package app.parlance.model;

import app.parlance.platform.SafeFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;

/** One move of a store's files: all are brought to the new place before anything at the old one is touched. */
final class StoreMove {
    static final String PARTIAL = ".partial";
    private static final System.Logger LOG = System.getLogger(StoreMove.class.getName());

    private final Path from;
    private final Path to;
    private final boolean newPlace;
    private final List<Path> files = new ArrayList<>();
    private final List<Path> made = new ArrayList<>();

    StoreMove(Path from, Path to) throws ModelException {
        this.from = from;
        this.to = to;
        newPlace = !Files.exists(to);
        if (to.equals(from) || to.startsWith(from)) {
            throw new ModelException("The models lie in " + from + " already.", "Choose a folder outside of it.");
        }
    }

    void copyAll(ByteProgress progress) throws ModelException, InterruptedException {
        boolean done = false;
        try {
            collect(from);
            collect(from.resolve(PARTIAL));
            long total = 0;
            for (var file : files) {
                total += Files.size(file);
            }
            SafeFiles.createPrivateFolders(to);
            long before = 0;
            for (var file : files) {
                long left = total - before;
                long start = before;
                long all = total;
                bring(file, left, copied -> progress.at(start + copied, all));
                before += Files.size(file);
                progress.at(before, total);
            }
            done = true;
        } catch (IOException failure) {
            throw DiskSpace.problem("The models were not moved and are still in " + from, to, failure);
        } finally {
            if (!done) {
                undo();
            }
        }
    }

    /** Deletes what was made at the new place. */
    void undo() {
        made.forEach(this::deleteOrSay);
        deleteIfEmpty(to.resolve(PARTIAL));
        if (newPlace) {
            deleteIfEmpty(to);
        }
    }

    /** The new place holds everything now; what cannot be deleted at the old one only costs room. */
    void deleteOld() {
        files.forEach(this::deleteOrSay);
        deleteIfEmpty(from.resolve(PARTIAL));
        deleteIfEmpty(from);
    }

    private void collect(Path folder) throws IOException, ModelException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        boolean partial = !folder.equals(from);
        try (var found = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            for (var file : found) {
                var name = file.getFileName().toString();
                if (name.endsWith(".lock")) {
                    checkFree(file);
                } else if (partial || name.toLowerCase(Locale.ROOT).endsWith(".gguf") || name.equals(References.FILE_NAME) || name.equals(GivenNames.FILE_NAME)) {
                    files.add(file);
                }
            }
        }
    }

    private static void checkFree(Path lockFile) throws IOException, ModelException {
        try (var channel = FileChannel.open(lockFile, StandardOpenOption.WRITE); var lock = channel.tryLock()) {
            if (lock != null) {
                return;
            }
        } catch (OverlappingFileLockException held) {
            LOG.log(System.Logger.Level.DEBUG, "held by this process: " + lockFile, held);
        }
        throw new ModelException("A model is being fetched into this folder just now, so nothing was moved.", "Pause the download, and try again.");
    }

    private void bring(Path file, long left, LongConsumer copied) throws IOException, ModelException, InterruptedException {
        var target = to.resolve(from.relativize(file));
        SafeFiles.createPrivateFolders(target.getParent());
        if (Files.exists(target)) {
            if (Files.mismatch(file, target) >= 0) {
                throw new ModelException(to + " already holds another file named " + target.getFileName() + ", so nothing was moved.",
                        "Choose an empty folder.");
            }
            return;
        }
        if (!linked(file, target)) {
            DiskSpace.require(to, left);
            made.add(target);
            FileCopy.copy(file, target, copied);
        }
        if (Files.size(target) != Files.size(file)) {
            throw new IOException(target + " has another length than " + file);
        }
    }

    /** On the same drive a second name costs neither time nor room. */
    private boolean linked(Path file, Path target) {
        try {
            Files.createLink(target, file);
            made.add(target);
            return true;
        } catch (IOException | UnsupportedOperationException otherDrive) {
            LOG.log(System.Logger.Level.DEBUG, "copied, not linked: " + file, otherDrive);
            return false;
        }
    }

    private void deleteOrSay(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            LOG.log(System.Logger.Level.WARNING, "could not be deleted: " + file, failure);
        }
    }

    private void deleteIfEmpty(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var entries = Files.newDirectoryStream(folder)) {
            for (var entry : entries) {
                if (!entry.getFileName().toString().endsWith(".lock")) {
                    return;
                }
            }
            try (var locks = Files.newDirectoryStream(folder)) {
                locks.forEach(this::deleteOrSay);
            }
            Files.delete(folder);
        } catch (IOException failure) {
            LOG.log(System.Logger.Level.WARNING, "could not be deleted: " + folder, failure);
        }
    }
}
