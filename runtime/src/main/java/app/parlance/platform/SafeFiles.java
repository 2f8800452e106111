package app.parlance.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;

/** Files that survive a crash in the middle of writing, and that no other user can read. */
public final class SafeFiles {
    /** A file lock holds only between processes; this one holds between threads of one. */
    private static final Object CHANGING = new Object();

    /** Something that reads or writes files. */
    @FunctionalInterface
    public interface Change {
        void run() throws IOException;
    }

    private SafeFiles() { }

    /** Runs {@code change} while no other thread or process changes the same file this way; beside it lies a file that ends in .lock. */
    public static void exclusively(Path file, Change change) throws IOException {
        createPrivateFolders(file.toAbsolutePath().getParent());
        synchronized (CHANGING) {
            try (var channel = FileChannel.open(file.resolveSibling(file.getFileName() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                change.run();
            }
        }
    }

    /** Replaces {@code file} as a whole: temporary neighbour, forced to disk, moved. The file is its owner's alone; missing folders are made so too. */
    public static void write(Path file, String text) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        createPrivateFolders(folder);
        var temporary = Files.createTempFile(folder, "." + file.getFileName(), ".new", owner("rw-------"));
        try {
            try (var out = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            moveInto(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Moves within one drive, replacing what is there; atomic where the file system can. */
    public static void moveInto(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException plain) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Makes the missing folders of this path, open to their owner only; existing ones stay as they are. */
    public static void createPrivateFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getParent() != null) {
            createPrivateFolders(folder.getParent());
        }
        try {
            Files.createDirectory(folder, owner("rwx------"));
        } catch (FileAlreadyExistsException raced) {
            if (!Files.isDirectory(folder)) {
                throw raced;
            }
        }
    }

    /** Makes an empty file for its owner only, where there is none; missing folders are made so too. */
    public static void createPrivateFile(Path file) throws IOException {
        createPrivateFolders(file.toAbsolutePath().getParent());
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.createFile(file, owner("rw-------"));
        } catch (FileAlreadyExistsException raced) {
            return; // another process was faster, with the same permissions
        }
    }

    /** Deletes a folder with all in it; one that is not there is no error. */
    public static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> inside;
        try (var files = Files.walk(folder)) {
            inside = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (var file : inside) {
            Files.deleteIfExists(file);
        }
    }

    private static FileAttribute<?>[] owner(String permissions) {
        // Windows gives a profile's files to their owner by inheritance.
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }
}
