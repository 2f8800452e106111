package app.parlance.engine.llama.binding;

/** The structs of llama.h as of llama.cpp v0.4.0. When the pinned version changes, this and {@link LayoutAlarm} are what to compare with its header. */
final class Structs {
    static final CStruct MODEL = CStruct.named("llama_model_params")
            .pointers("devices", "tensor_buft_overrides")
            .ints("n_gpu_layers", "split_mode", "load_mode", "lazy_mode", "main_gpu")
            .pointers("tensor_split", "progress_callback", "progress_callback_user_data", "kv_overrides")
            .booleans("vocab_only", "check_tensors", "use_extra_bufts", "no_host", "no_alloc", "load_mtp")
            .end();

    static final CStruct CONTEXT = CStruct.named("llama_context_params")
            .ints("n_ctx", "n_batch", "n_ubatch", "n_seq_max", "n_rs_seq", "n_outputs_max", "n_outputs_max_per_seq", "n_threads", "n_threads_batch")
            .ints("ctx_type", "rope_scaling_type", "pooling_type", "attention_type", "flash_attn_type")
            .floats("rope_freq_base", "rope_freq_scale", "yarn_ext_factor", "yarn_attn_factor", "yarn_beta_fast", "yarn_beta_slow")
            .ints("yarn_orig_ctx")
            .floats("defrag_thold")
            .pointers("cb_eval", "cb_eval_user_data")
            .ints("type_k", "type_v")
            .pointers("abort_callback", "abort_callback_data")
            .booleans("embeddings", "offload_kqv", "no_perf", "op_offload", "swa_full", "kv_unified")
            .pointers("samplers")
            .longs("n_samplers")
            .pointers("ctx_other")
            .end();

    static final CStruct QUANTIZE = CStruct.named("llama_model_quantize_params")
            .ints("nthread", "ftype", "output_tensor_type", "token_embedding_type")
            .booleans("allow_requantize", "quantize_output_tensor", "only_copy", "pure", "keep_split", "dry_run")
            .pointers("imatrix", "kv_overrides", "tensor_types", "prune_layers")
            .longs("max_buffer_size")
            .end();

    static final CStruct CHAIN = CStruct.named("llama_sampler_chain_params").booleans("no_perf").end();

    static final CStruct BATCH = CStruct.named("llama_batch")
            .ints("n_tokens")
            .pointers("token", "embd", "pos", "n_seq_id", "seq_id", "logits")
            .end();

    static final CStruct TOKEN_DATA = CStruct.named("llama_token_data").ints("id").floats("logit", "p").end();

    static final CStruct TOKEN_DATA_ARRAY = CStruct.named("llama_token_data_array")
            .pointers("data")
            .longs("size", "selected")
            .booleans("sorted")
            .end();

    static final CStruct CHAT_MESSAGE = CStruct.named("llama_chat_message").pointers("role", "content").end();

    private Structs() { }
}
