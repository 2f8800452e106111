package app.parlance.history;

import app.parlance.engine.Sampling;

/**
 * What a conversation is answered with.
 *
 * @param model a stored model's name, or empty for the default
 * @param system the system prompt, or empty for none
 * @param maxTokens the longest answer in tokens; 0 = as the context allows
 * @param contextTokens the context to open the model with; 0 = the default
 */
public record ConversationSettings(String model, String system, Sampling sampling, int maxTokens, int contextTokens) {
    public static final ConversationSettings DEFAULT = new ConversationSettings("", "", Sampling.DEFAULT, 0, 0);

    /** The same answered by another model. */
    public ConversationSettings withModel(String newModel) {
        return new ConversationSettings(newModel, system, sampling, maxTokens, contextTokens);
    }

    /** The same with another system prompt. */
    public ConversationSettings withSystem(String newSystem) {
        return new ConversationSettings(model, newSystem, sampling, maxTokens, contextTokens);
    }

    /** The same with other sampling. */
    public ConversationSettings withSampling(Sampling newSampling) {
        return new ConversationSettings(model, system, newSampling, maxTokens, contextTokens);
    }

    /** The same with another longest answer. */
    public ConversationSettings withMaxTokens(int newMaxTokens) {
        return new ConversationSettings(model, system, sampling, newMaxTokens, contextTokens);
    }

    /** The same in another context. */
    public ConversationSettings withContextTokens(int newContextTokens) {
        return new ConversationSettings(model, system, sampling, maxTokens, newContextTokens);
    }
}
