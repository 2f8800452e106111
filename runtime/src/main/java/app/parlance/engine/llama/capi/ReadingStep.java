package app.parlance.engine.llama.capi;

/** How many tokens of prompts to read at once, so that progress shows about once a second. */
final class ReadingStep {
    private static final int SMALLEST = 32;
    private static final double SECONDS = 1;

    private final int largest;
    private int tokens;

    ReadingStep(int largest) {
        this.largest = Math.max(SMALLEST, largest);
        tokens = SMALLEST * 2;
    }

    int tokens() {
        return tokens;
    }

    /** Learns from a step just read; the latest counts, for the machine's load changes. */
    void measured(int read, long nanos) {
        if (read >= SMALLEST) tokens = (int) Math.clamp(read * SECONDS * 1e9 / Math.max(1, nanos), SMALLEST, largest);
    }
}
