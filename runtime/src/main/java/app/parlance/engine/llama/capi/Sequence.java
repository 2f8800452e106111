package app.parlance.engine.llama.capi;

import app.parlance.engine.PromptCache;
import java.util.Arrays;
import java.util.Optional;

/** One line of tokens in the context's memory: what it knows, and who works on it now. */
final class Sequence {
    private final int id;
    private int[] known = new int[256];
    private int length;
    private Task task;
    private long lastUse;
    private PromptCache place;
    private boolean kept = true;

    /** @param id llama.cpp's number for it */
    Sequence(int id) {
        this.id = id;
    }

    int id() {
        return id;
    }

    /** How many tokens the memory holds for it. */
    int length() {
        return length;
    }

    int[] known() {
        return Arrays.copyOf(known, length);
    }

    /** Of the first so many of these tokens, those at the beginning that it knows. */
    int shared(int[] tokens, int most) {
        return shared(known, tokens, Math.min(length, most));
    }

    /** Of the first so many tokens, those at the beginning that are the same. */
    static int shared(int[] some, int[] others, int most) {
        int mismatch = Arrays.mismatch(some, 0, most, others, 0, most);
        return mismatch < 0 ? most : mismatch;
    }

    void append(int[] tokens, int from, int to) {
        if (length + to - from > known.length) known = Arrays.copyOf(known, Math.max(2 * known.length, length + to - from));
        System.arraycopy(tokens, from, known, length, to - from);
        length += to - from;
    }

    /** Forgets all but the first so many. */
    void cut(int newLength) {
        length = newLength;
        if (newLength == 0) belongsTo(null, true);
    }

    /** Null where nobody works on it. */
    Task task() {
        return task;
    }

    boolean isIdle() {
        return task == null;
    }

    void begin(Task next, long use) {
        task = next;
        lastUse = use;
    }

    void end() {
        task = null;
    }

    /** Grows with each use; the lowest is the one unused for longest. */
    long lastUse() {
        return lastUse;
    }

    /** The place on disk that belongs to what it knows. */
    Optional<PromptCache> place() {
        return Optional.ofNullable(place);
    }

    /** Whether that place is up to date. */
    boolean isKept() {
        return kept;
    }

    /** @param upToDate false where it is still to be written there */
    void belongsTo(PromptCache where, boolean upToDate) {
        place = where;
        kept = upToDate;
    }
}
