package app.parlance.engine.llama.host;

import app.parlance.engine.CacheType;
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
 * @param cacheElementsPerToken what a token takes in the context's memory, in numbers
 * @param cachesInBlocks whether keys and values can be kept quantized: the blocks of 32 must fill whole heads
 * @param tokenizer {@code tokenizer.ggml.model}
 * @param preTokenizer {@code tokenizer.ggml.pre}
 * @param begins whether every sequence begins with a certain token; empty where the file does not say
 * @param beginToken that token; empty where the file does not say
 */
public record ModelFacts(String architecture, int trainedContext, boolean embeds, boolean pools, long cacheElementsPerToken, boolean cachesInBlocks, String template, String tokenizer,
        String preTokenizer, Optional<Boolean> begins, Optional<Integer> beginToken, String[] tokens, int[] tokenTypes) {
    private static final int BLOCK = 32;

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
                metadata.shape().cacheElementsPerToken(),
                cachesInBlocks(metadata, architecture),
                metadata.text("tokenizer.chat_template").orElse(""),
                metadata.text("tokenizer.ggml.model").orElse(""),
                metadata.text("tokenizer.ggml.pre").orElse(""),
                metadata.number("tokenizer.ggml.add_bos_token").map(flag -> flag != 0),
                metadata.number("tokenizer.ggml.bos_token_id").map(Long::intValue),
                metadata.tokens(), metadata.tokenTypes());
    }

    /** The wanted one where the model allows it, else the usual one. */
    public CacheType cacheFor(CacheType wanted) {
        return cachesInBlocks || !wanted.inBlocks() ? wanted : CacheType.F16;
    }

    private static boolean cachesInBlocks(GgufMetadata metadata, String architecture) throws GgufException {
        long heads = metadata.number(architecture + ".attention.head_count").orElse(0L);
        if (heads == 0) return false;
        long size = metadata.number(architecture + ".embedding_length").orElse(0L) / heads;
        long keys = metadata.number(architecture + ".attention.key_length").orElse(size);
        long values = metadata.number(architecture + ".attention.value_length").orElse(size);
        return keys % BLOCK == 0 && values % BLOCK == 0;
    }
}
