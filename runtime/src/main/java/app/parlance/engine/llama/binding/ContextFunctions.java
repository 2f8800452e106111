package app.parlance.engine.llama.binding;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.MethodHandle;

/** Functions of llama.h about contexts, their memory and their state. */
final class ContextFunctions {
    final MethodHandle defaults;
    final MethodHandle open;
    final MethodHandle free;
    final MethodHandle batchLimit;
    final MethodHandle microBatchLimit;
    final MethodHandle decode;
    final MethodHandle encode;
    final MethodHandle logits;
    final MethodHandle embeddingOfSequence;
    final MethodHandle setAbort;
    final MethodHandle setThreads;
    final MethodHandle setAdapters;

    final MethodHandle memory;
    final MethodHandle clear;
    final MethodHandle remove;
    final MethodHandle copy;
    final MethodHandle firstPosition;
    final MethodHandle lastPosition;

    final MethodHandle stateBytes;
    final MethodHandle saveState;
    final MethodHandle restoreState;

    ContextFunctions(Symbols symbols) throws UnfitLibraryException {
        defaults = symbols.function("llama_context_default_params", Structs.CONTEXT.layout());
        open = symbols.function("llama_init_from_model", ADDRESS, ADDRESS, Structs.CONTEXT.layout());
        free = symbols.procedure("llama_free", ADDRESS);
        batchLimit = symbols.function("llama_n_batch", JAVA_INT, ADDRESS);
        microBatchLimit = symbols.function("llama_n_ubatch", JAVA_INT, ADDRESS);
        decode = symbols.function("llama_decode", JAVA_INT, ADDRESS, Structs.BATCH.layout());
        encode = symbols.function("llama_encode", JAVA_INT, ADDRESS, Structs.BATCH.layout());
        logits = symbols.function("llama_get_logits_ith", ADDRESS, ADDRESS, JAVA_INT);
        embeddingOfSequence = symbols.function("llama_get_embeddings_seq", ADDRESS, ADDRESS, JAVA_INT);
        setAbort = symbols.procedure("llama_set_abort_callback", ADDRESS, ADDRESS, ADDRESS);
        setThreads = symbols.procedure("llama_set_n_threads", ADDRESS, JAVA_INT, JAVA_INT);
        setAdapters = symbols.function("llama_set_adapters_lora", JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS);

        memory = symbols.function("llama_get_memory", ADDRESS, ADDRESS);
        clear = symbols.procedure("llama_memory_clear", ADDRESS, JAVA_BOOLEAN);
        remove = symbols.function("llama_memory_seq_rm", JAVA_BOOLEAN, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT);
        copy = symbols.procedure("llama_memory_seq_cp", ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
        firstPosition = symbols.function("llama_memory_seq_pos_min", JAVA_INT, ADDRESS, JAVA_INT);
        lastPosition = symbols.function("llama_memory_seq_pos_max", JAVA_INT, ADDRESS, JAVA_INT);

        stateBytes = symbols.function("llama_state_seq_get_size", JAVA_LONG, ADDRESS, JAVA_INT);
        saveState = symbols.function("llama_state_seq_get_data", JAVA_LONG, ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT);
        restoreState = symbols.function("llama_state_seq_set_data", JAVA_LONG, ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT);
    }
}
