package app.parlance.engine.llama.binding;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** A llama_token_data_array: tokens with their logits, which samplers sort, cut and choose from. */
final class TokenCandidates {
    private static final long ENTRY = Structs.TOKEN_DATA.size();
    private static final long ID = Structs.TOKEN_DATA.offset("id");
    private static final long LOGIT = Structs.TOKEN_DATA.offset("logit");
    private static final long DATA = Structs.TOKEN_DATA_ARRAY.offset("data");
    private static final long SIZE = Structs.TOKEN_DATA_ARRAY.offset("size");
    private static final long SELECTED = Structs.TOKEN_DATA_ARRAY.offset("selected");
    private static final long SORTED = Structs.TOKEN_DATA_ARRAY.offset("sorted");
    private static final long NONE = -1;

    private final MemorySegment entries;
    private final MemorySegment array;

    TokenCandidates(Arena arena, int capacity) {
        entries = arena.allocate(Structs.TOKEN_DATA.layout(), capacity);
        array = arena.allocate(Structs.TOKEN_DATA_ARRAY.layout());
    }

    /** All tokens of a vocabulary. */
    void fill(MemorySegment logits) {
        int count = (int) (logits.byteSize() / Float.BYTES);
        for (int token = 0; token < count; token++) put(token, token, logits.getAtIndex(JAVA_FLOAT, token));
        reset(count);
    }

    void fillWith(int token) {
        put(0, token, 1);
        reset(1);
    }

    void apply(SamplerFunctions functions, MemorySegment sampler) {
        try {
            functions.apply.invokeExact(sampler, array);
        } catch (Throwable e) {
            throw Invoke.unchecked(e);
        }
    }

    /** The token that a sampler chose. */
    int selected() {
        long index = array.get(JAVA_LONG, SELECTED);
        if (index < 0) throw new IllegalStateException("no sampler chose a token");
        return current().get(JAVA_INT, index * ENTRY + ID);
    }

    /** Whether a candidate remains possible. */
    boolean anyLeft() {
        MemorySegment current = current();
        for (long offset = LOGIT; offset < current.byteSize(); offset += ENTRY) {
            if (current.get(JAVA_FLOAT, offset) > Float.NEGATIVE_INFINITY) return true;
        }
        return false;
    }

    /** Samplers may cut the array, and put another in its place. */
    private MemorySegment current() {
        return array.get(ADDRESS, DATA).reinterpret(array.get(JAVA_LONG, SIZE) * ENTRY);
    }

    private void put(int index, int token, float logit) {
        entries.set(JAVA_INT, index * ENTRY + ID, token);
        entries.set(JAVA_FLOAT, index * ENTRY + LOGIT, logit);
    }

    private void reset(long count) {
        array.set(ADDRESS, DATA, entries);
        array.set(JAVA_LONG, SIZE, count);
        array.set(JAVA_LONG, SELECTED, NONE);
        array.set(JAVA_BOOLEAN, SORTED, false);
    }
}
