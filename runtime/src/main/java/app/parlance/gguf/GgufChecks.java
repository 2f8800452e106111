package app.parlance.gguf;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds a header's figures against sense, because native code takes them as they are, and ends its process over some. */
final class GgufChecks {
    /** LLAMA_MAX_LAYERS. */
    private static final long MOST_LAYERS = 512;
    private static final long MOST_WIDTH = 1 << 20;
    private static final long MOST_HEADS = 4096;
    private static final long MOST_HEAD_SIZE = 4096;
    private static final long MOST_CONTEXT = 1 << 27;
    /** LLAMA_MAX_EXPERTS. */
    private static final long MOST_EXPERTS = 512;
    /** Whose positions turn all of a head, or native code ends its process; others turn a part. */
    private static final Set<String> TURNS_WHOLE_HEADS = Set.of("llama", "qwen2", "qwen2moe", "qwen2vl", "qwen3", "qwen3moe", "granite", "ernie4_5",
            "seed_oss", "smollm3", "exaone", "exaone4", "internlm2", "olmo", "olmo2", "olmoe", "starcoder2", "baichuan", "orion", "xverse");
    /** LLAMA_POOLING_TYPE_RANK. */
    private static final long MOST_POOLING = 4;
    private static final Set<String> ROPE_SCALINGS = Set.of("none", "linear", "yarn", "longrope");

    private final GgufInput in;
    private final GgufMetadata metadata;
    private final String architecture;

    GgufChecks(GgufInput in, GgufMetadata metadata, String architecture) {
        this.in = in;
        this.metadata = metadata;
        this.architecture = architecture;
    }

    int layers() throws GgufException {
        int layers = required("block_count", MOST_LAYERS);
        optional("nextn_predict_layers", 0, layers);
        fullAttention(layers);
        return layers;
    }

    /** These look at a window of the text in most layers, and native code needs one that sees everything. */
    private void fullAttention(int layers) throws GgufException {
        int every = switch (architecture) {
            case "gemma3", "gemma-embedding" -> 6;
            default -> 0;
        };
        boolean windows = optional("attention.sliding_window", 0, Integer.MAX_VALUE).orElse(0L) > 0;
        var pattern = metadata.list(architecture + ".attention.sliding_window_pattern");
        boolean everywhere = pattern.map(layer -> layer.least() == 1).orElse(layers < every);
        if (every > 0 && windows && everywhere) {
            throw in.refuse("is damaged: none of its " + layers + " layers sees the whole text, and every " + every + "th should");
        }
    }

    int width() throws GgufException {
        return required("embedding_length", MOST_WIDTH);
    }

    /** 0 where the file does not say. */
    int context() throws GgufException {
        return (int) (long) optional("context_length", 1, MOST_CONTEXT).orElse(0L);
    }

    /** Attention heads; 0 for architectures without attention. */
    int heads(int width) throws GgufException {
        boolean recurrent = metadata.hasKeyBelow(architecture + ".ssm.") || metadata.hasKeyBelow(architecture + ".wkv.");
        if (recurrent) {
            return (int) (long) optional("attention.head_count", 0, MOST_HEADS).orElse(0L);
        }
        int heads = required("attention.head_count", MOST_HEADS);
        var keyLength = optional("attention.key_length", 1, MOST_HEAD_SIZE);
        optional("attention.value_length", 1, MOST_HEAD_SIZE);
        if (keyLength.isEmpty() && (width % heads != 0 || width / heads > MOST_HEAD_SIZE)) {
            throw in.refuse("is damaged: its width of " + width + " cannot be shared among " + heads + " attention heads");
        }
        long headSize = keyLength.orElse((long) (width / heads));
        long positions = optional("rope.dimension_count", 0, MOST_HEAD_SIZE).orElse(0L);
        if (positions > headSize) {
            throw in.refuse("is damaged: its positions take " + positions + " dimensions of heads that have only " + headSize);
        }
        if (positions != headSize && TURNS_WHOLE_HEADS.contains(architecture) && metadata.number(architecture + ".rope.dimension_count").isPresent()) {
            throw in.refuse("is damaged: its positions take " + positions + " dimensions of heads that have " + headSize + ", and all of them should");
        }
        if (positions % 2 != 0) {
            throw in.refuse("is damaged: its positions take " + positions + " dimensions, which come in pairs");
        }
        return heads;
    }

    void positionsNormsAndPooling() throws GgufException {
        optional("pooling_type", 0, MOST_POOLING);
        var scaling = metadata.text(architecture + ".rope.scaling.type");
        if (scaling.isPresent() && !ROPE_SCALINGS.contains(scaling.get())) {
            throw in.refuse("scales its positions in a way that nothing knows: " + GgufMetadata.shown(scaling.get()));
        }
        for (var key : List.of("attention.layer_norm_rms_epsilon", "attention.layer_norm_epsilon")) {
            var least = metadata.real(architecture + "." + key);
            if (least.isPresent() && least.get() < 0) {
                throw in.refuse("is damaged: its " + architecture + "." + key + " is " + least.get() + ", less than nothing");
            }
        }
    }

    int headsKv(int heads) throws GgufException {
        long kv = optional("attention.head_count_kv", 0, MOST_HEADS).orElse((long) heads);
        if (kv > heads || kv > 0 && heads % kv != 0) {
            throw in.refuse("is damaged: " + heads + " attention heads cannot share " + kv + " heads of keys and values");
        }
        return (int) kv;
    }

    void feedForwardAndExperts() throws GgufException {
        optional("feed_forward_length", 0, MOST_WIDTH);
        long experts = optional("expert_count", 0, MOST_EXPERTS).orElse(0L);
        long used = optional("expert_used_count", 0, MOST_EXPERTS).orElse(0L);
        if (used > experts || experts > 0 && used == 0) {
            throw in.refuse("is damaged: it asks " + used + " of " + experts + " experts");
        }
        long groups = optional("expert_group_count", 0, MOST_EXPERTS).orElse(0L);
        long usedGroups = optional("expert_group_used_count", 0, MOST_EXPERTS).orElse(0L);
        if (groups > 0 && groups >= experts || groups > 1 && (experts % groups != 0 || usedGroups < 1 || usedGroups >= groups)) {
            throw in.refuse("is damaged: it asks " + usedGroups + " of " + groups + " groups of " + experts + " experts");
        }
    }

    /** The tokenizer's name; the vocabulary's lists must be of one length, because native code reads them side by side. */
    String vocabulary() throws GgufException {
        var tokenizer = metadata.text("tokenizer.ggml.model").orElse("");
        var tokens = metadata.array("tokenizer.ggml.tokens").filter(GgufMetadata.Array::strings);
        if (tokenizer.isEmpty() || tokens.isEmpty() || tokens.get().length() == 0) {
            throw in.refuse("holds no vocabulary, so it can neither read nor write text");
        }
        for (var beside : new String[] {"tokenizer.ggml.scores", "tokenizer.ggml.token_type"}) {
            var list = metadata.array(beside);
            if (list.isPresent() && (list.get().strings() || list.get().length() != tokens.get().length())) {
                throw in.refuse("is damaged: its vocabulary has " + tokens.get().length() + " tokens, but " + beside + " does not match");
            }
        }
        long last = tokens.get().length() - 1;
        optional("decoder_start_token_id", 0, last);
        var begin = metadata.number("tokenizer.ggml.bos_token_id");
        if (begin.isPresent() && (begin.get() < 0 || begin.get() > last)) {
            throw in.refuse("is damaged: its texts begin with token " + begin.get() + ", and its last is " + last);
        }
        return tokenizer;
    }

    private int required(String name, long most) throws GgufException {
        return (int) (long) optional(name, 1, most)
                .orElseThrow(() -> in.refuse("is damaged: it does not say its " + architecture + "." + name));
    }

    private Optional<Long> optional(String name, long least, long most) throws GgufException {
        var value = metadata.number(architecture + "." + name);
        if (value.isPresent() && (value.get() < least || value.get() > most)) {
            throw in.refuse("is damaged: its " + architecture + "." + name + " is " + value.get() + ", and " + least + " to " + most + " would make sense");
        }
        return value;
    }
}
