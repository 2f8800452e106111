package app.parlance.instance;

import app.parlance.platform.SafeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only their owner may touch. On Windows the user's own folders are so by themselves. */
final class OwnerOnly {
    private OwnerOnly() { }

    /** The folder, made where it is missing, closed to others where it was open to them. */
    static Path folder(Path folder) throws IOException {
        SafeFiles.createPrivateFolders(folder);
        restrict(folder, "rwx------");
        return folder;
    }

    static void file(Path file) throws IOException {
        restrict(file, "rw-------");
    }

    private static void restrict(Path path, String permissions) throws IOException {
        var posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (posix != null) posix.setPermissions(PosixFilePermissions.fromString(permissions));
    }
}
