package app.parlance.engine.llama.host;

import app.parlance.engine.CacheType;
import app.parlance.engine.EngineException;
import app.parlance.engine.EngineException.Kind;
import app.parlance.engine.llama.protocol.Order;

/**
 * How much context a model is given.
 *
 * @param tokens the most that one conversation can take
 * @param conversations how many can be remembered in full at the same time
 */
public record ContextSize(int tokens, int conversations) {
    /** Tokens of a conversation where nothing else is asked for, and the model was trained on no fewer. */
    public static final int DEFAULT = 4096;
    /** Memory that a second conversation may take; two that take turns are worth that. */
    private static final long SECOND_BYTES = 256L << 20;

    public static ContextSize toWrite(Order.Open order, ModelFacts facts) {
        int trained = facts.trainedContext() == 0 ? DEFAULT : facts.trainedContext();
        int tokens = order.contextTokens() > 0 ? order.contextTokens() : Math.clamp(trained, 1, DEFAULT);
        return toWrite(tokens, facts.cacheElementsPerToken(), facts.cacheFor(order.cache()));
    }

    /**
     * The same from the sizes alone, for who wants to know what it would take.
     *
     * @param tokens 0 = the default
     */
    public static ContextSize toWrite(int tokens, long cacheElementsPerToken, CacheType cache) {
        int each = tokens > 0 ? tokens : DEFAULT;
        return new ContextSize(each, cache.bytes(cacheElementsPerToken * each) <= SECOND_BYTES ? 2 : 1);
    }

    /** @throws EngineException where the prompt is empty or leaves no room for an answer */
    public int[] fitting(int[] prompt) throws EngineException {
        if (prompt.length == 0) throw new EngineException(Kind.NOT_POSSIBLE, "There is nothing to go on from: the prompt is empty.", "Write something first.");
        if (prompt.length >= tokens) {
            throw new EngineException(Kind.PROMPT_TOO_LONG,
                    "The text is too long for this model: %,d tokens, where %,d fit with room for an answer. Nothing was cut.".formatted(prompt.length, tokens - 1),
                    "Shorten it, or choose a larger context.");
        }
        return prompt;
    }
}
