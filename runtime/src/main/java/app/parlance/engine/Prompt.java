package app.parlance.engine;

import java.util.List;

/** What a model is asked to go on from. */
public sealed interface Prompt {
    /**
     * A conversation, rendered with the model's own chat template. Control tokens inside a message's
     * text are text to the model.
     *
     * @param messages at most one system message, first; then user and assistant in turn
     * @param continueLast true when the last message is a cut assistant's, to be written on
     */
    record Chat(List<ChatMessage> messages, boolean continueLast) implements Prompt {
        public Chat {
            messages = List.copyOf(messages);
        }

        public static Chat of(ChatMessage... messages) {
            return new Chat(List.of(messages), false);
        }
    }

    /** Text as it is, without a template; control tokens in it work as such. */
    record Text(String text) implements Prompt { }
}
