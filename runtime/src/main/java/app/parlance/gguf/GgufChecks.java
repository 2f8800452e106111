package app.parlance.gguf;

import java.util.Optional;

/** Holds a header's figures against sense, because native code takes them as they are. */
final class GgufChecks {
    private static final long MOST_LAYERS = 1000;
    private static final long MOST_WIDTH = 1 << 20;
    private static final long MOST_HEADS = 4096;
    private static final long MOST_HEAD_SIZE = 4096;
    private static final long MOST_CONTEXT = 1 << 27;
    private static final long MOST_EXPERTS = 4096;

    private final GgufInput in;
    private final GgufMetadata metadata;
    private final String architecture;

    GgufChecks(GgufInput in, GgufMetadata metadata, String architecture) {
        this.in = in;
        this.metadata = metadata;
        this.architecture = architecture;
    }

    int layers() throws GgufException {
        return required("block_count", MOST_LAYERS);
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
        if (optional("rope.dimension_count", 0, MOST_HEAD_SIZE).orElse(0L) > headSize) {
            throw in.refuse("is damaged: its positions take " + number("rope.dimension_count") + " dimensions of heads that have only " + headSize);
        }
        return heads;
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

    private long number(String name) throws GgufException {
        return metadata.number(architecture + "." + name).orElse(0L);
    }
}
