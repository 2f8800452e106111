package app.parlance.model;

/** Told of progress, at most some ten times a second, on the working thread. */
@FunctionalInterface
public interface ByteProgress {
    ByteProgress NONE = (done, total) -> { };

    void at(long done, long total);
}
