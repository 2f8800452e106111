package app.parlance.history;

import app.parlance.engine.Sampling;

/**
 * What a conversation is answered with.
 *
 * @param model a stored model's name, which then answers in every mode; empty for the mode's model
 * @param system the system prompt, or empty for none
 * @param maxTokens the longest answer in tokens; 0 = as the context allows
 * @param contextTokens the context to open the model with; 0 = the default
 * @param mode FAST, BALANCED, ACCURATE or AUTO; empty for the one chosen for all conversations
 */
public record ConversationSettings(String model, String system, Sampling sampling, int maxTokens, int contextTokens, String mode) {
    public static final ConversationSettings DEFAULT = new ConversationSettings("", "", Sampling.DEFAULT, 0, 0);

    /** In the mode chosen for all conversations. */
    public ConversationSettings(String model, String system, Sampling sampling, int maxTokens, int contextTokens) {
        this(model, system, sampling, maxTokens, contextTokens, "");
    }

    /** The same answered by another model. */
    public ConversationSettings withModel(String newModel) {
        return new ConversationSettings(newModel, system, sampling, maxTokens, contextTokens, mode);
    }

    /** The same with another system prompt. */
    public ConversationSettings withSystem(String newSystem) {
        return new ConversationSettings(model, newSystem, sampling, maxTokens, contextTokens, mode);
    }

    /** The same with other sampling. */
    public ConversationSettings withSampling(Sampling newSampling) {
        return new ConversationSettings(model, system, newSampling, maxTokens, contextTokens, mode);
    }

    /** The same with another longest answer. */
    public ConversationSettings withMaxTokens(int newMaxTokens) {
        return new ConversationSettings(model, system, sampling, newMaxTokens, contextTokens, mode);
    }

    /** The same in another context. */
    public ConversationSettings withContextTokens(int newContextTokens) {
        return new ConversationSettings(model, system, sampling, maxTokens, newContextTokens, mode);
    }

    /** The same in another mode. */
    public ConversationSettings withMode(String newMode) {
        return new ConversationSettings(model, system, sampling, maxTokens, contextTokens, newMode);
    }
}
