package app.parlance.history;

import app.parlance.sqlite.StorageException;

/** The history could not be read or written: disk full, no permission, damaged or newer file. */
public class HistoryException extends StorageException {
    public HistoryException(String message, String remedy) {
        super(message, remedy);
    }

    public HistoryException(String message, String remedy, Throwable cause) {
        super(message, remedy, cause);
    }

    /** A row that somebody asked for is not there. */
    public static HistoryException gone() {
        return new HistoryException("This conversation or message is no longer there.", "It may have been deleted in another window.");
    }
}
