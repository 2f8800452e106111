package app.parlance.fit;

/**
 * Whether a model can be held in memory beside everything else that runs now.
 *
 * @param free bytes of memory available now, what Parlance's own idle models would give back included
 */
public record Fit(MemoryNeed need, long free) {
    public enum Level { FITS, TIGHT, TOO_BIG }

    /** Above this share of the free memory other programs begin to feel it. */
    private static final double EASY = 0.75;

    public Level level() {
        return need.total() <= free * EASY ? Level.FITS : need.total() <= free ? Level.TIGHT : Level.TOO_BIG;
    }
}
