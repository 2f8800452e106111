package app.parlance.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The steps that lead from an empty file to today's tables. A file's {@code PRAGMA user_version} says which it has.
 * A published step is never changed.
 *
 * @param applicationId {@code PRAGMA application_id} of such files; tells them from others
 */
public record Schema(int applicationId, List<String> steps) {
    public Schema {
        steps = List.copyOf(steps);
    }

    /** Steps that are resources beside a class: {@code schema-1.sql} to {@code schema-<count>.sql}. */
    public static Schema beside(Class<?> owner, int applicationId, int count) {
        return new Schema(applicationId, IntStream.rangeClosed(1, count).mapToObj(step -> resource(owner, "schema-" + step + ".sql")).toList());
    }

    private static String resource(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Brings a file up to date, one transaction for each step, after putting a copy beside it. */
    public <E extends StorageException> void apply(Database<E> database) throws E {
        int from = version(database);
        if (from == 0) requireOurs(database);
        database.useWriteAheadLog();
        if (from > 0 && from < steps.size()) backUp(database, from);
        for (int version = from + 1; version <= steps.size(); version++) step(database, version);
    }

    private <E extends StorageException> void step(Database<E> database, int version) throws E {
        database.inTransaction(() -> {
            if (version(database) >= version) return null; // another process was faster
            database.script(steps.get(version - 1));
            database.script("PRAGMA application_id = " + applicationId);
            database.script("PRAGMA user_version = " + version);
            return null;
        });
    }

    private <E extends StorageException> int version(Database<E> database) throws E {
        long id = database.number("PRAGMA application_id");
        int version = (int) database.number("PRAGMA user_version");
        if (id != 0 && id != applicationId) throw notOurs(database);
        if (version > steps.size()) {
            throw database.problems().of(database.problems().name() + " was written by a newer Parlance (its version is " + version
                    + ", this program knows " + steps.size() + "); it was left as it is.", "Update Parlance.");
        }
        return version;
    }

    private <E extends StorageException> void requireOurs(Database<E> database) throws E {
        boolean othersTables = database.inTransaction(() -> database.number("PRAGMA user_version") == 0
                && database.number("SELECT count(*) FROM sqlite_schema") > 0);
        if (othersTables) throw notOurs(database);
    }

    private static <E extends StorageException> E notOurs(Database<E> database) {
        return database.problems().of(database.file() + " is another program's database; it was left as it is.",
                "Move the file elsewhere to begin a new " + database.problems().noun() + ".");
    }

    /** VACUUM INTO copies what is there and none of the bytes that were there. */
    private <E extends StorageException> void backUp(Database<E> database, int version) throws E {
        if (database.file() == null) return;
        Path copy = backup(database.file(), version);
        try {
            Files.deleteIfExists(copy);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(copy, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
        } catch (IOException e) {
            throw database.problems().of(database.problems().what() + " could not be copied before its update, so it was left as it is.",
                    "Check that the disk is not full and that you may write to " + copy.toAbsolutePath().getParent() + ".", e);
        }
        database.update("VACUUM INTO ?", copy.toString());
    }

    private static Path backup(Path file, int version) {
        return file.resolveSibling(file.getFileName() + ".version-" + version);
    }

    /** Copies hold what the file held then, so they go when something is to be gone for good. */
    public <E extends StorageException> void deleteBackups(Database<E> database) throws E {
        for (int version = 1; version < steps.size(); version++) {
            try {
                Files.deleteIfExists(backup(database.file(), version));
            } catch (IOException e) {
                throw database.problems().of("An older copy of the " + database.problems().noun() + " still holds what was deleted.",
                        "Delete the file " + backup(database.file(), version) + ".", e);
            }
        }
    }
}
