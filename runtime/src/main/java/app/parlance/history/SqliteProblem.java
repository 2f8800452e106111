package app.parlance.history;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** SQLite's result codes in plain sentences. Whatever it was, the transaction was undone and the file keeps what it held. */
final class SqliteProblem {
    private SqliteProblem() { }

    static HistoryException of(SQLException problem, Path file) {
        String name = file == null ? "The history in memory" : "The history " + file;
        return switch (primaryCode(problem)) {
            case SQLITE_FULL -> new HistoryException("The disk is full, so this could not be saved; what was saved before is safe.",
                    "Free some space and try again.", problem);
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH -> new HistoryException(name + " may not be written to; nothing was changed.",
                    "Check the permissions of the file and its folder.", problem);
            case SQLITE_CANTOPEN -> new HistoryException(name + " cannot be opened.",
                    "Check that its folder exists and that you may write there.", problem);
            case SQLITE_BUSY, SQLITE_LOCKED -> new HistoryException(name + " is being written by another program and was not free in time; nothing was changed.",
                    "Try again, or close the other program.", problem);
            case SQLITE_NOTADB -> new HistoryException(name + " is not a history, or is damaged; it was left as it is.",
                    "Move the file elsewhere to begin a new history, or put a sound copy in its place.", problem);
            case SQLITE_CORRUPT -> new HistoryException(name + " is damaged; it was left as it is.",
                    "Keep a copy of the file. Move it elsewhere to begin a new history, or put a sound copy in its place.", problem);
            case SQLITE_IOERR -> new HistoryException(name + " could not be read or written; what was saved before is safe.",
                    "Check the disk, then try again.", problem);
            default -> new HistoryException(name + " could not be used: " + problem.getMessage(), "", problem);
        };
    }

    /** SQLite's extended codes hold the primary one in their low byte. */
    private static SQLiteErrorCode primaryCode(SQLException problem) {
        return SQLiteErrorCode.getErrorCode(problem.getErrorCode() & 0xFF);
    }
}
