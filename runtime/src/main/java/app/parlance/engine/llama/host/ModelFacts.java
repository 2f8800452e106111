package app.parlance.engine.llama.host;

import app.parlance.engine.EngineException;
import app.parlance.engine.EngineException.Kind;
import app.parlance.gguf.GgufException;
import app.parlance.gguf.GgufMetadata;
import app.parlance.gguf.GgufReader;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a worker needs to know of a model file before and beside llama.cpp.
 *
 * @param trainedContext tokens, or 0 where the file does not say
 * @param embeds whether it turns text into vectors and writes none
 * @param pools whether it says itself how it makes one vector of many
 * @param contextBytesPerToken what a token takes in the context's memory, at two bytes a number
 * @param tokenizer {@code tokenizer.ggml.model}
 * @param preTokenizer {@code tokenizer.ggml.pre}
 * @param begins whether every sequence begins with a certain token; empty where the file does not say
 * @param beginToken that token; empty where the file does not say
 */
public record ModelFacts(String architecture, int trainedContext, boolean embeds, boolean pools, long contextBytesPerToken, String template, String tokenizer,
        String preTokenizer, Optional<Boolean> begins, Optional<Integer> beginToken, String[] tokens, int[] tokenTypes) {

    /** Reads them from the file's header. */
    public static ModelFacts of(Path file) throws EngineException {
        try {
            return of(GgufReader.metadata(file));
        } catch (GgufException unsound) {
            throw refused(unsound);
        }
    }

    /** The engine's word for a file that is no sound model. */
    public static EngineException refused(GgufException unsound) {
        return new EngineException(Kind.REFUSED, unsound.getMessage(), unsound.remedy(), unsound);
    }

    private static ModelFacts of(GgufMetadata metadata) throws GgufException {
        String architecture = metadata.text("general.architecture").orElse("");
        return new ModelFacts(architecture,
                (int) Math.clamp(metadata.number(architecture + ".context_length").orElse(0L), 0, Integer.MAX_VALUE),
                metadata.isEncoder(),
                metadata.number(architecture + ".pooling_type").isPresent(),
                contextBytes(metadata, architecture),
                metadata.text("tokenizer.chat_template").orElse(""),
                metadata.text("tokenizer.ggml.model").orElse(""),
                metadata.text("tokenizer.ggml.pre").orElse(""),
                metadata.number("tokenizer.ggml.add_bos_token").map(flag -> flag != 0),
                metadata.number("tokenizer.ggml.bos_token_id").map(Long::intValue),
                metadata.tokens(), metadata.tokenTypes());
    }

    private static long contextBytes(GgufMetadata metadata, String architecture) throws GgufException {
        long heads = Math.max(1, metadata.number(architecture + ".attention.head_count").orElse(1L));
        long width = metadata.number(architecture + ".embedding_length").orElse(0L);
        long keyLength = metadata.number(architecture + ".attention.key_length").orElse(width / heads);
        return 4 * metadata.number(architecture + ".block_count").orElse(0L) * metadata.number(architecture + ".attention.head_count_kv").orElse(heads) * keyLength;
    }
}
