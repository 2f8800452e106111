package app.parlance.measure.superglue;

/** A row is not what its task needs; the message is the reason, to stand behind a colon. */
final class RowException extends Exception {
    RowException(String reason) {
        super(reason);
    }
}
