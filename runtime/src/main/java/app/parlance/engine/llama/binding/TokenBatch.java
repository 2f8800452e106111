package app.parlance.engine.llama.binding;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Tokens for the next decode, each of one sequence; to be filled again and again. For one thread at a time. */
public final class TokenBatch implements AutoCloseable {
    final MemorySegment struct;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment tokens;
    private final MemorySegment positions;
    private final MemorySegment sequences;
    private final MemorySegment wanted;
    private int size;
    private int outputs;

    /** @param capacity the most tokens it holds */
    public TokenBatch(int capacity) {
        tokens = arena.allocate(JAVA_INT, capacity);
        positions = arena.allocate(JAVA_INT, capacity);
        sequences = arena.allocate(JAVA_INT, capacity);
        wanted = arena.allocate(JAVA_BYTE, capacity);
        MemorySegment sequenceCounts = arena.allocate(JAVA_INT, capacity);
        MemorySegment sequencePointers = arena.allocate(ADDRESS, capacity);
        for (int i = 0; i < capacity; i++) {
            sequenceCounts.setAtIndex(JAVA_INT, i, 1);
            sequencePointers.setAtIndex(ADDRESS, i, sequences.asSlice(i * (long) Integer.BYTES));
        }
        struct = arena.allocate(Structs.BATCH.layout());
        Structs.BATCH.set(struct, "token", tokens);
        Structs.BATCH.set(struct, "pos", positions);
        Structs.BATCH.set(struct, "n_seq_id", sequenceCounts);
        Structs.BATCH.set(struct, "seq_id", sequencePointers);
        Structs.BATCH.set(struct, "logits", wanted);
    }

    /**
     * @param wantsOutput whether logits or an embedding will be asked for
     * @return its index, by which to ask
     * @throws IndexOutOfBoundsException if it is full
     */
    public int add(int token, int position, int sequence, boolean wantsOutput) {
        tokens.setAtIndex(JAVA_INT, size, token);
        positions.setAtIndex(JAVA_INT, size, position);
        sequences.setAtIndex(JAVA_INT, size, sequence);
        wanted.set(JAVA_BYTE, size, (byte) (wantsOutput ? 1 : 0));
        if (wantsOutput) outputs++;
        struct.set(JAVA_INT, 0, size + 1);
        return size++;
    }

    public void clear() {
        size = 0;
        outputs = 0;
        struct.set(JAVA_INT, 0, 0);
    }

    public int size() {
        return size;
    }

    /** How many of the tokens want output. */
    public int outputs() {
        return outputs;
    }

    @Override
    public void close() {
        if (arena.scope().isAlive()) arena.close();
    }
}
