package app.parlance.engine.llama.binding;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import app.parlance.engine.CacheType;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Objects;

/**
 * A model at work on some sequences of tokens, and what it remembers of them. For one thread at a time; only
 * {@link #abort} may be called by any. Positions count from 0 in each sequence.
 */
public final class NativeContext implements AutoCloseable {
    private static final int FLASH_ATTENTION_OFF = 0;
    private static final int FLASH_ATTENTION_ON = 1;

    final MemorySegment handle;
    private final NativeModel model;
    private final ContextSettings settings;
    private final ContextFunctions functions;
    private final Arena arena;
    private final AbortFlag abort;
    private final ContextMemory memory;
    private final int batchLimit;
    private final int microBatchLimit;

    private NativeContext(NativeModel model, ContextSettings settings, MemorySegment pointer) {
        this.model = model;
        this.settings = settings;
        functions = model.library.contexts;
        arena = Arena.ofShared();
        abort = new AbortFlag(arena);
        handle = Invoke.owned(pointer, arena, functions.free);
        batchLimit = Invoke.toInt(functions.batchLimit, handle);
        microBatchLimit = Invoke.toInt(functions.microBatchLimit, handle);
        memory = new ContextMemory(functions, Invoke.toPointer(functions.memory, handle).reinterpret(arena, null), settings);
        try {
            functions.setAbort.invokeExact(handle, abort.callback(), abort.userData());
        } catch (Throwable e) {
            throw Invoke.unchecked(e);
        }
    }

    /** @throws LoadException if there is no memory for it, or the model has no weights */
    public static NativeContext open(NativeModel model, ContextSettings settings) throws LoadException {
        if (!model.hasWeights()) throw LoadException.refused("only the vocabulary was loaded");
        ContextFunctions functions = model.library.contexts;
        CStruct struct = Structs.CONTEXT;
        try (var call = Arena.ofConfined(); var errors = new ErrorLines(model.library.log())) {
            MemorySegment parameters = (MemorySegment) functions.defaults.invokeExact((SegmentAllocator) call);
            struct.set(parameters, "n_ctx", settings.cells());
            struct.set(parameters, "n_batch", settings.usableBatch());
            struct.set(parameters, "n_ubatch", settings.usableMicroBatch());
            struct.set(parameters, "n_seq_max", settings.sequences());
            struct.set(parameters, "n_threads", settings.threads());
            struct.set(parameters, "n_threads_batch", settings.threads());
            struct.set(parameters, "flash_attn_type", settings.flashAttention() ? FLASH_ATTENTION_ON : FLASH_ATTENTION_OFF);
            struct.set(parameters, "type_k", ggmlType(settings.cache()));
            struct.set(parameters, "type_v", ggmlType(settings.cache()));
            struct.set(parameters, "kv_unified", settings.unified());
            struct.set(parameters, "pooling_type", settings.pooling().nativeType);
            struct.set(parameters, "embeddings", settings.pooling() != Pooling.NONE);
            struct.set(parameters, "swa_full", true);
            struct.set(parameters, "offload_kqv", false);
            struct.set(parameters, "op_offload", false);
            var pointer = (MemorySegment) functions.open.invokeExact(model.handle, parameters);
            if (Invoke.isNull(pointer)) throw LoadException.refused(errors.reason("failed to initialize the context: ", "no reason was given"));
            return new NativeContext(model, settings, pointer);
        } catch (LoadException e) {
            throw e;
        } catch (Throwable e) {
            throw Invoke.unchecked(e);
        }
    }

    /** GGML_TYPE_ in ggml.h. */
    private static int ggmlType(CacheType cache) {
        return switch (cache) {
            case F32 -> 0;
            case F16 -> 1;
            case Q4_0 -> 2;
            case Q8_0 -> 8;
        };
    }

    /**
     * Computes the batch's tokens and remembers them.
     *
     * @throws IllegalArgumentException if there are more than the settings allow, or more than cells
     */
    public DecodeResult decode(TokenBatch batch) {
        return compute(functions.decode, batch, settings.pooling() == Pooling.NONE ? batchLimit : microBatchLimit);
    }

    /** Runs the encoder over the batch's tokens; what a decoder needs of them is kept for the next decodes. */
    public DecodeResult encode(TokenBatch batch) {
        return compute(functions.encode, batch, microBatchLimit);
    }

    /** More tokens than the limit, which is never above the number of cells, would end the process. */
    private DecodeResult compute(MethodHandle function, TokenBatch batch, int limit) {
        if (batch.size() > limit) throw new IllegalArgumentException(batch.size() + " tokens where " + limit + " are possible");
        try {
            return DecodeResult.of((int) function.invokeExact(handle, batch.struct));
        } catch (Throwable e) {
            throw Invoke.unchecked(e);
        }
    }

    /** The vocabulary's logits, as floats, after a token of the last decode that wanted output; valid until the next. */
    public MemorySegment logits(int batchIndex) {
        return floats(Invoke.toPointer(functions.logits, handle, batchIndex), model.vocabularySize());
    }

    /** Samplers end the process where there are no logits. */
    void checkOutput(int batchIndex) {
        logits(batchIndex);
    }

    /** The embedding of a sequence of the last decode or encode; not normalised. */
    public float[] embedding(int sequence) {
        Objects.checkIndex(sequence, settings.sequences());
        return floats(Invoke.toPointer(functions.embeddingOfSequence, handle, sequence), model.embeddingLength()).toArray(JAVA_FLOAT);
    }

    private static MemorySegment floats(MemorySegment pointer, int count) {
        if (Invoke.isNull(pointer)) throw new IllegalArgumentException("no output was asked for there");
        return pointer.reinterpret(count * (long) Float.BYTES);
    }

    /**
     * Forgets the positions from (inclusive) to (exclusive; -1: all that follow) of a sequence.
     *
     * @return false if that is impossible, as for the middle of a recurrent model's sequence; nothing changed then
     */
    public boolean remove(int sequence, int from, int to) {
        return memory.remove(sequence, from, to);
    }

    /** Gives positions of one sequence to another too; if unified, without copying anything. -1 as an end: all that follow. */
    public void copy(int fromSequence, int toSequence, int from, int to) {
        memory.copy(fromSequence, toSequence, from, to);
    }

    /** Forgets everything. */
    public void clear() {
        memory.clear();
    }

    /** The last remembered position; -1 if there is none. */
    public int lastPosition(int sequence) {
        return memory.lastPosition(sequence);
    }

    /** The first remembered position; -1 if there is none. */
    public int firstPosition(int sequence) {
        return memory.firstPosition(sequence);
    }

    /** Bytes that {@link #saveState} will write. */
    public long stateBytes(int sequence) {
        Objects.checkIndex(sequence, settings.sequences());
        try {
            return (long) functions.stateBytes.invokeExact(handle, sequence);
        } catch (Throwable e) {
            throw Invoke.unchecked(e);
        }
    }

    /**
     * Writes what is remembered of a sequence, for the same library version and model only.
     *
     * @return bytes written; 0 if it failed
     */
    public long saveState(MemorySegment target, int sequence) {
        Objects.checkIndex(sequence, settings.sequences());
        try {
            return (long) functions.saveState.invokeExact(handle, target, target.byteSize(), sequence);
        } catch (Throwable e) {
            throw Invoke.unchecked(e);
        }
    }

    /**
     * Replaces what is remembered of a sequence. The bytes must be just as they were saved: cut ones may end the
     * process, and changed ones may be taken in silence.
     *
     * @return false if it was refused, for example because it does not fit; the sequence is empty then
     */
    public boolean restoreState(MemorySegment source, int sequence) {
        Objects.checkIndex(sequence, settings.sequences());
        try {
            return (long) functions.restoreState.invokeExact(handle, source, source.byteSize(), sequence) > 0;
        } catch (Throwable e) {
            throw Invoke.unchecked(e);
        }
    }

    /**
     * From the next decode on. Threads wait for each other in a spin: beside another busy program fewer are quicker.
     *
     * @param generating for single tokens
     * @param reading for more at once
     */
    public void setThreads(int generating, int reading) {
        try {
            functions.setThreads.invokeExact(handle, generating, reading);
        } catch (Throwable e) {
            throw Invoke.unchecked(e);
        }
    }

    /** While on, computations end with {@link DecodeResult#ABORTED} at their next operation. Any thread. */
    public void abort(boolean on) {
        abort.set(on);
    }

    /** Computes with these adapters, and no others, from the next decode on; what is remembered stays as it was computed. */
    public void setAdapters(List<NativeAdapter> adapters, List<Float> scales) {
        if (adapters.size() != scales.size()) throw new IllegalArgumentException(adapters.size() + " adapters with " + scales.size() + " scales");
        try (var call = Arena.ofConfined()) {
            MemorySegment pointers = call.allocate(ADDRESS, adapters.size());
            MemorySegment factors = call.allocate(JAVA_FLOAT, adapters.size());
            for (int i = 0; i < adapters.size(); i++) {
                pointers.setAtIndex(ADDRESS, i, adapters.get(i).handle);
                factors.setAtIndex(JAVA_FLOAT, i, scales.get(i));
            }
            int failure = (int) functions.setAdapters.invokeExact(handle, pointers, (long) adapters.size(), factors);
            if (failure != 0) throw new IllegalStateException("the adapters were refused: " + failure);
        } catch (Throwable e) {
            throw Invoke.unchecked(e);
        }
    }

    /** Gives the memory back. Not while it computes: abort first. */
    @Override
    public void close() {
        if (arena.scope().isAlive()) arena.close();
    }
}
