package app.parlance.engine.llama.kherud;

import java.util.Arrays;

/**
 * What each of the native side's slots remembers. Two conversations that take turns keep a slot each,
 * and neither has to be read anew.
 */
final class Slots {
    private final int[][] known;
    private final long[] lastUse;
    private long uses;

    Slots(int count) {
        known = new int[count][0];
        lastUse = new long[count];
    }

    /** The slot that remembers most of this prompt; where that is little, the one unused for longest. */
    int choose(int[] prompt) {
        int best = 0;
        int oldest = 0;
        for (int slot = 1; slot < known.length; slot++) {
            if (shared(slot, prompt) > shared(best, prompt)) best = slot;
            if (lastUse[slot] < lastUse[oldest]) oldest = slot;
        }
        boolean goesOn = 2 * shared(best, prompt) > Math.min(prompt.length, known[best].length) && known[best].length > 0;
        int chosen = goesOn ? best : oldest;
        lastUse[chosen] = ++uses;
        return chosen;
    }

    /** Tokens at the prompt's beginning that the slot remembers. */
    int shared(int slot, int[] prompt) {
        int mismatch = Arrays.mismatch(known[slot], prompt);
        return mismatch < 0 ? prompt.length : mismatch;
    }

    void remember(int slot, int[] tokens) {
        known[slot] = tokens;
    }
}
