package app.parlance.sqlite;

import app.parlance.problem.ProblemException;

/** A file of rows could not be read or written: disk full, no permission, damaged or newer file. What was kept before is as it was. */
public class StorageException extends ProblemException {
    public StorageException(String message, String remedy) {
        super(message, remedy);
    }

    public StorageException(String message, String remedy, Throwable cause) {
        super(message, remedy, cause);
    }
}
