package app.parlance.engine.llama.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sizes and offsets as a C compiler prints them for llama.h of v0.4.0. */
class StructsTest {
    @Test
    void modelParameters() {
        assertEquals(80, Structs.MODEL.size());
        assertOffsets(Structs.MODEL, Map.of("devices", 0, "n_gpu_layers", 16, "load_mode", 24, "lazy_mode", 28, "main_gpu", 32, "tensor_split", 40,
                "progress_callback", 48, "vocab_only", 72, "use_extra_bufts", 74, "load_mtp", 77));
    }

    @Test
    void contextParameters() {
        assertEquals(160, Structs.CONTEXT.size());
        assertOffsets(Structs.CONTEXT, Map.of("n_ctx", 0, "n_threads", 28, "pooling_type", 44, "flash_attn_type", 52, "rope_freq_base", 56,
                "type_k", 104, "abort_callback", 112, "embeddings", 128, "kv_unified", 133, "ctx_other", 152));
        assertOffsets(Structs.CONTEXT, Map.of("cb_eval", 88, "offload_kqv", 129, "swa_full", 132, "samplers", 136, "n_samplers", 144));
    }

    @Test
    void quantizeParameters() {
        assertEquals(64, Structs.QUANTIZE.size());
        assertOffsets(Structs.QUANTIZE, Map.of("nthread", 0, "ftype", 4, "allow_requantize", 16, "dry_run", 21, "imatrix", 24, "prune_layers", 48, "max_buffer_size", 56));
    }

    @Test
    void batchesAndTokens() {
        assertEquals(56, Structs.BATCH.size());
        assertOffsets(Structs.BATCH, Map.of("n_tokens", 0, "token", 8, "embd", 16, "pos", 24, "n_seq_id", 32, "seq_id", 40, "logits", 48));
        assertEquals(12, Structs.TOKEN_DATA.size());
        assertEquals(32, Structs.TOKEN_DATA_ARRAY.size());
        assertOffsets(Structs.TOKEN_DATA_ARRAY, Map.of("data", 0, "size", 8, "selected", 16, "sorted", 24));
        assertEquals(16, Structs.CHAT_MESSAGE.size());
        assertEquals(1, Structs.CHAIN.size());
    }

    private static void assertOffsets(CStruct struct, Map<String, Integer> offsets) {
        offsets.forEach((field, offset) -> assertEquals(offset.longValue(), struct.offset(field), struct.name() + "." + field));
    }
}
