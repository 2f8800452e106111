package app.parlance.model;

/** One source did not give the file; the message is a whole sentence, and the next source is tried. */
final class SourceFailure extends Exception {
    SourceFailure(String message) {
        super(message);
    }

    SourceFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
