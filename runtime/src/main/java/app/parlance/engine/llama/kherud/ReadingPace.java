package app.parlance.engine.llama.kherud;

/**
 * How many tokens of a prompt to read at once, so that somebody who cancels waits no longer than
 * {@link #STEP_SECONDS}: native code cannot be interrupted within a step.
 */
final class ReadingPace {
    static final int SMALLEST = 8;
    static final int LARGEST = 256;
    private static final double STEP_SECONDS = 0.4;

    private int step = SMALLEST;

    int step() {
        return step;
    }

    /** Learns from a step just read; the latest counts, for the machine's load changes. */
    void measured(int tokens, long nanos) {
        double perSecond = tokens * 1e9 / Math.max(1, nanos);
        step = (int) Math.clamp(perSecond * STEP_SECONDS, SMALLEST, LARGEST);
    }
}
