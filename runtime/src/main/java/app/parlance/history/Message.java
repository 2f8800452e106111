package app.parlance.history;

import app.parlance.engine.ChatMessage;
import java.time.Instant;

/**
 * One message: a node of the conversation's tree. Children of one parent are its branches, oldest first.
 *
 * @param parent 0 for a first message
 * @param state whether an answer is whole
 * @param mode that an answer was written in, as {@link ConversationSettings#mode()}; empty where there was none
 * @param figures what the answer took; null for a person's message and for an answer under way
 */
public record Message(long id, long conversation, long parent, ChatMessage.Role role, String text, Instant created,
        State state, String model, String mode, Figures figures) {
    public enum State {
        /** Whole. */
        COMPLETE,
        /** Being written; after a crash it is read back as {@link #INTERRUPTED}. */
        STREAMING,
        /** The person stopped it. */
        STOPPED,
        /** Its token limit or the context ended it; it can be continued. */
        CUT,
        /** The worker or the application ended under it; it can be continued. */
        INTERRUPTED
    }

    public record Figures(int promptTokens, int completionTokens, double timeToFirstTokenMillis, double millisPerToken) { }
}
