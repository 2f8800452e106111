package app.parlance.history;

import java.time.Instant;

/**
 * A conversation's row.
 *
 * @param title as shown; empty until there is one
 * @param titledByPerson true once renamed by hand: automatic titles then leave it alone
 * @param preview the beginning of its last message, one line
 * @param leaf the last message of the branch that is shown; 0 where there is none
 */
public record Conversation(long id, String title, boolean titledByPerson, boolean pinned, Instant created, Instant updated,
        String preview, long leaf, ConversationSettings settings) {
    /** The same row with other settings; nothing is stored. */
    public Conversation with(ConversationSettings others) {
        return new Conversation(id, title, titledByPerson, pinned, created, updated, preview, leaf, others);
    }
}
