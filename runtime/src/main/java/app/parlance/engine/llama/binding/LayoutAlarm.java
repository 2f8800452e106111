package app.parlance.engine.llama.binding;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandle;
import java.util.List;

/**
 * Refuses a library whose structs are laid out otherwise than {@link Structs} says: the known functions that
 * return default parameters must write exactly the struct's size, and known defaults must stand at their places.
 * It cannot see two fields swapped that have the same default: against those stands the pinned file hash.
 */
final class LayoutAlarm {
    private static final byte CANARY = (byte) 0xA5;
    /** A struct may end in padding that nobody writes. */
    private static final int LARGEST_ALIGNMENT = 8;

    /**
     * A value that llama.cpp v0.4.0 gives by default.
     *
     * @param value a boolean's is 0 or 1
     */
    record Default(String field, Number value) { }

    static final List<Default> MODEL = List.of(
            new Default("n_gpu_layers", -1),
            new Default("split_mode", 1),
            new Default("load_mode", -1),
            new Default("lazy_mode", 1),
            new Default("main_gpu", 0),
            new Default("progress_callback", 0L),
            new Default("vocab_only", 0),
            new Default("use_extra_bufts", 1),
            new Default("no_alloc", 0));

    static final List<Default> CONTEXT = List.of(
            new Default("n_ctx", 512),
            new Default("n_batch", 2048),
            new Default("n_ubatch", 512),
            new Default("n_seq_max", 1),
            new Default("n_outputs_max_per_seq", 1),
            new Default("n_threads", 4),
            new Default("n_threads_batch", 4),
            new Default("ctx_type", 0),
            new Default("rope_scaling_type", -1),
            new Default("pooling_type", -1),
            new Default("flash_attn_type", -1),
            new Default("yarn_beta_slow", -1f),
            new Default("defrag_thold", -1f),
            new Default("type_k", 1),
            new Default("type_v", 1),
            new Default("abort_callback", 0L),
            new Default("embeddings", 0),
            new Default("offload_kqv", 1),
            new Default("op_offload", 1),
            new Default("swa_full", 1),
            new Default("kv_unified", 0),
            new Default("n_samplers", 0L));

    static final List<Default> QUANTIZE = List.of(
            new Default("nthread", 0),
            new Default("ftype", 7),
            new Default("output_tensor_type", 43),
            new Default("allow_requantize", 0),
            new Default("quantize_output_tensor", 1),
            new Default("dry_run", 0),
            new Default("max_buffer_size", 8L << 30));

    static final List<Default> CHAIN = List.of(new Default("no_perf", 1));

    private LayoutAlarm() { }

    static void check(Symbols symbols) throws UnfitLibraryException {
        check(symbols, "llama_model_default_params", Structs.MODEL, MODEL);
        check(symbols, "llama_context_default_params", Structs.CONTEXT, CONTEXT);
        check(symbols, "llama_model_quantize_default_params", Structs.QUANTIZE, QUANTIZE);
        check(symbols, "llama_sampler_chain_default_params", Structs.CHAIN, CHAIN);
    }

    static void check(Symbols symbols, String function, CStruct struct, List<Default> defaults) throws UnfitLibraryException {
        MethodHandle call = symbols.function(function, struct.layout());
        boolean byValue = struct.size() <= 2 * Long.BYTES;
        try (var arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(struct.size() + 256, LARGEST_ALIGNMENT).fill(CANARY);
            SegmentAllocator canaries = (_, _) -> buffer.asSlice(0, struct.size());
            MemorySegment written = (MemorySegment) call.invokeExact(canaries);
            if (!byValue) checkLength(buffer, struct);
            for (Default known : defaults) {
                Number value = struct.get(written, known.field());
                if (!value.equals(known.value())) throw new UnfitLibraryException(known.field() + " is " + value + " where " + known.value() + " is expected");
            }
        } catch (UnfitLibraryException e) {
            throw e;
        } catch (Throwable e) {
            throw Invoke.unchecked(e);
        }
    }

    private static void checkLength(MemorySegment buffer, CStruct struct) throws UnfitLibraryException {
        long end = buffer.byteSize();
        while (end > 0 && buffer.get(JAVA_BYTE, end - 1) == CANARY) end--;
        long rounded = (end + LARGEST_ALIGNMENT - 1) / LARGEST_ALIGNMENT * LARGEST_ALIGNMENT;
        if (rounded != struct.size()) throw new UnfitLibraryException("the library wrote " + end + " of " + struct.size() + " bytes of " + struct.name());
    }
}
