package app.parlance.engine;

import java.util.List;
import java.util.Optional;

/**
 * One answer to write.
 *
 * @param maxTokens the most tokens to write; 0 = as many as the context holds
 * @param stop texts at which to end; they are not part of the answer
 * @param grammar a GBNF grammar for engines with {@link Capability#GRAMMAR}, or the empty string; see {@link app.parlance.engine.grammar.JsonSchema}
 * @param reusePrefix false reads the whole prompt anew and alone, where the same seed must give the same text
 * @param cache where the conversation's state is kept, for engines with {@link Capability#PROMPT_CACHE}
 */
public record GenerateRequest(Prompt prompt, Sampling sampling, int maxTokens, List<String> stop, String grammar, boolean reusePrefix,
        Optional<PromptCache> cache) {
    public GenerateRequest {
        stop = List.copyOf(stop);
    }

    public static GenerateRequest of(Prompt prompt, Sampling sampling, int maxTokens) {
        return new GenerateRequest(prompt, sampling, maxTokens, List.of(), "", true, Optional.empty());
    }

    public GenerateRequest withStop(List<String> texts) {
        return new GenerateRequest(prompt, sampling, maxTokens, texts, grammar, reusePrefix, cache);
    }

    public GenerateRequest withGrammar(String gbnf) {
        return new GenerateRequest(prompt, sampling, maxTokens, stop, gbnf, reusePrefix, cache);
    }

    /** The same, read anew and alone. */
    public GenerateRequest withoutReuse() {
        return new GenerateRequest(prompt, sampling, maxTokens, stop, grammar, false, cache);
    }

    public GenerateRequest withCache(PromptCache kept) {
        return new GenerateRequest(prompt, sampling, maxTokens, stop, grammar, reusePrefix, Optional.of(kept));
    }
}
