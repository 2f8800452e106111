package app.parlance.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * The steps that lead from an empty file to today's tables. Step n is the resource {@code schema-n.sql}; a
 * file's {@code PRAGMA user_version} says which it has. A published step is never changed.
 */
record Schema(List<String> steps) {
    /** "Prlc": marks a file as ours. */
    private static final int APPLICATION_ID = 0x50726C63;

    static Schema current() {
        return new Schema(List.of(resource("schema-1.sql"), resource("schema-2.sql")));
    }

    private static String resource(String name) {
        try (InputStream in = Schema.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Brings a file up to date, one transaction for each step, after putting a copy beside it. */
    void apply(Database database) throws HistoryException {
        int from = version(database);
        if (from == 0) requireOurs(database);
        database.useWriteAheadLog();
        if (from > 0 && from < steps.size()) backUp(database, from);
        for (int version = from + 1; version <= steps.size(); version++) step(database, version);
    }

    private void step(Database database, int version) throws HistoryException {
        database.inTransaction(() -> {
            if (version(database) >= version) return null; // another process was faster
            database.script(steps.get(version - 1));
            database.script("PRAGMA application_id = " + APPLICATION_ID);
            database.script("PRAGMA user_version = " + version);
            return null;
        });
    }

    private int version(Database database) throws HistoryException {
        long id = database.number("PRAGMA application_id");
        int version = (int) database.number("PRAGMA user_version");
        if (id != 0 && id != APPLICATION_ID) throw notOurs(database);
        if (version > steps.size()) {
            throw new HistoryException("The history " + database.file() + " was written by a newer Parlance (its version is " + version
                    + ", this program knows " + steps.size() + "); it was left as it is.", "Update Parlance.");
        }
        return version;
    }

    private static void requireOurs(Database database) throws HistoryException {
        boolean othersTables = database.inTransaction(() -> database.number("PRAGMA user_version") == 0
                && database.number("SELECT count(*) FROM sqlite_schema") > 0);
        if (othersTables) throw notOurs(database);
    }

    private static HistoryException notOurs(Database database) {
        return new HistoryException(database.file() + " is another program's database; it was left as it is.",
                "Move the file elsewhere to begin a new history.");
    }

    /** VACUUM INTO copies what is there and none of the bytes that were there. */
    private static void backUp(Database database, int version) throws HistoryException {
        if (database.file() == null) return;
        Path copy = backup(database.file(), version);
        try {
            Files.deleteIfExists(copy);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(copy, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
        } catch (IOException e) {
            throw new HistoryException("The history could not be copied before its update, so it was left as it is.",
                    "Check that the disk is not full and that you may write to " + copy.toAbsolutePath().getParent() + ".", e);
        }
        database.update("VACUUM INTO ?", copy.toString());
    }

    private static Path backup(Path file, int version) {
        return file.resolveSibling(file.getFileName() + ".version-" + version);
    }

    /** Copies hold what the history held then, so they go when something is to be gone for good. */
    void deleteBackups(Path file) throws HistoryException {
        for (int version = 1; version < steps.size(); version++) {
            try {
                Files.deleteIfExists(backup(file, version));
            } catch (IOException e) {
                throw new HistoryException("An older copy of the history still holds what was deleted.",
                        "Delete the file " + backup(file, version) + ".", e);
            }
        }
    }
}
