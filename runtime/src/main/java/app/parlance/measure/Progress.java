package app.parlance.measure;

/** Told on the measuring thread how far a measurement is. */
@FunctionalInterface
public interface Progress {
    /** @param what in words, for example {@code reading 2,048 tokens} */
    void at(int done, int total, String what);
}
