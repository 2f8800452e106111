package app.parlance.desktop.models;

/**
 * Whether a model can be held in memory beside everything else that runs now.
 *
 * @param needed bytes it is likely to take: its file, a fifth more for the context, and 300 MB for the worker
 * @param free bytes of memory available now
 */
record Fit(long needed, long free) {
    enum Level { FITS, TIGHT, TOO_BIG }

    private static final long WORKER = 300_000_000L;
    /** Above this share of the free memory other programs begin to feel it. */
    private static final double EASY = 0.75;

    static Fit of(long fileBytes, long free) {
        return new Fit(fileBytes + fileBytes / 5 + WORKER, free);
    }

    Level level() {
        return needed <= free * EASY ? Level.FITS : needed <= free ? Level.TIGHT : Level.TOO_BIG;
    }
}
