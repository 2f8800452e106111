package app.parlance.sqlite;

import app.parlance.sqlite.Database.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/**
 * SQLite's result codes in plain sentences. Whatever it was, the transaction was undone and the file keeps what it held.
 *
 * @param what The and a noun
 * @param file null for one in memory
 */
record SqliteProblem<E extends StorageException>(String what, Path file, Problem<E> maker) {
    /** For the beginning of a sentence. */
    String name() {
        return file == null ? what + " in memory" : what + " " + file;
    }

    /** For the middle of one. */
    String noun() {
        return what.substring("The ".length());
    }

    E of(String message, String remedy) {
        return maker.of(message, remedy, null);
    }

    E of(String message, String remedy, Throwable cause) {
        return maker.of(message, remedy, cause);
    }

    E cannotBeMade(IOException cause) {
        return of(name() + " cannot be made or opened.", "Check that its folder exists, that you may write there, and that the disk is not full.", cause);
    }

    E of(SQLException problem) {
        return switch (primaryCode(problem)) {
            case SQLITE_FULL -> of("The disk is full, so this could not be saved; what was saved before is safe.",
                    "Free some space and try again.", problem);
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH -> of(name() + " may not be written to; nothing was changed.",
                    "Check the permissions of the file and its folder.", problem);
            case SQLITE_CANTOPEN -> of(name() + " cannot be opened.",
                    "Check that its folder exists and that you may write there.", problem);
            case SQLITE_BUSY, SQLITE_LOCKED -> of(name() + " is being written by another program and was not free in time; nothing was changed.",
                    "Try again, or close the other program.", problem);
            case SQLITE_NOTADB -> of(name() + " is not a " + noun() + ", or is damaged; it was left as it is.",
                    "Move the file elsewhere to begin a new " + noun() + ", or put a sound copy in its place.", problem);
            case SQLITE_CORRUPT -> of(name() + " is damaged; it was left as it is.",
                    "Keep a copy of the file. Move it elsewhere to begin a new " + noun() + ", or put a sound copy in its place.", problem);
            case SQLITE_IOERR -> of(name() + " could not be read or written; what was saved before is safe.",
                    "Check the disk, then try again.", problem);
            default -> of(name() + " could not be used: " + problem.getMessage(), "", problem);
        };
    }

    /** SQLite's extended codes hold the primary one in their low byte. */
    private static SQLiteErrorCode primaryCode(SQLException problem) {
        return SQLiteErrorCode.getErrorCode(problem.getErrorCode() & 0xFF);
    }
}
