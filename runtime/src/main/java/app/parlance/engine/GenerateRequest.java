package app.parlance.engine;

import java.util.List;

/**
 * One answer to write.
 *
 * @param maxTokens the most tokens to write; 0 = as many as the context holds
 * @param stop texts at which to end; they are not part of the answer
 * @param grammar a GBNF grammar for engines with {@link Capability#GRAMMAR}, or the empty string
 * @param reusePrefix false reads the whole prompt anew, where the same seed must give the same text
 */
public record GenerateRequest(Prompt prompt, Sampling sampling, int maxTokens, List<String> stop, String grammar, boolean reusePrefix) {
    public GenerateRequest {
        stop = List.copyOf(stop);
    }

    public static GenerateRequest of(Prompt prompt, Sampling sampling, int maxTokens) {
        return new GenerateRequest(prompt, sampling, maxTokens, List.of(), "", true);
    }
}
