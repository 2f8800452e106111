package app.parlance.history;

import app.parlance.engine.ChatMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Conversations on disk: SQLite in WAL mode, one row per message, a tree for branches. Several
 * processes may use one file. Thread-safe; methods block for milliseconds (search: tens).
 */
public final class History implements AutoCloseable {
    /** Opens or makes the file and brings its schema up to date; a newer schema is refused with a sentence. */
    public static History open(Path file) throws HistoryException {
        throw new UnsupportedOperationException("being written");
    }

    /** In memory only: for temporary chats; nothing touches a disk. */
    public static History temporary() throws HistoryException {
        throw new UnsupportedOperationException("being written");
    }

    public Conversation create(ConversationSettings settings) throws HistoryException {
        throw new UnsupportedOperationException("being written");
    }

    public Optional<Conversation> conversation(long id) throws HistoryException {
        throw new UnsupportedOperationException("being written");
    }

    /** All that are not deleted: pinned first, then by last change, newest first. */
    public List<Conversation> conversations() throws HistoryException {
        throw new UnsupportedOperationException("being written");
    }

    /** The branch that is shown: from the first message to the conversation's leaf. */
    public List<Message> messages(long conversation) throws HistoryException {
        throw new UnsupportedOperationException("being written");
    }

    /** The message and its siblings, oldest first: the branches at this place. */
    public List<Message> branches(long message) throws HistoryException {
        throw new UnsupportedOperationException("being written");
    }

    /** Shows the branch through this message, down to its newest descendant. */
    public void select(long message) throws HistoryException {
        throw new UnsupportedOperationException("being written");
    }

    /** Adds a whole message under {@code parent} (0 = a first one) and makes it the leaf; on disk when this returns. */
    public Message add(long conversation, long parent, ChatMessage.Role role, String text) throws HistoryException {
        throw new UnsupportedOperationException("being written");
    }

    /** Adds an empty answer in state STREAMING and makes it the leaf. */
    public Message beginAnswer(long conversation, long parent, String model) throws HistoryException {
        throw new UnsupportedOperationException("being written");
    }

    /** Saves an answer's whole text so far. */
    public void saveText(long message, String text) throws HistoryException {
        throw new UnsupportedOperationException("being written");
    }

    public void finishAnswer(long message, String text, Message.State state, Message.Figures figures) throws HistoryException {
        throw new UnsupportedOperationException("being written");
    }

    public void rename(long conversation, String title, boolean byPerson) throws HistoryException {
        throw new UnsupportedOperationException("being written");
    }

    public void pin(long conversation, boolean pinned) throws HistoryException {
        throw new UnsupportedOperationException("being written");
    }

    public void configure(long conversation, ConversationSettings settings) throws HistoryException {
        throw new UnsupportedOperationException("being written");
    }

    /** Hides a conversation; {@link #restore} brings it back until {@link #purge} is called. */
    public void delete(long conversation) throws HistoryException {
        throw new UnsupportedOperationException("being written");
    }

    public void restore(long conversation) throws HistoryException {
        throw new UnsupportedOperationException("being written");
    }

    /** Removes deleted conversations for good: rows, search index, write-ahead log; their bytes are overwritten. */
    public void purge() throws HistoryException {
        throw new UnsupportedOperationException("being written");
    }

    /** Messages with all these words (accents and case do not matter, any script), best first, of conversations that are not deleted. */
    public List<SearchHit> search(String words, int limit) throws HistoryException {
        throw new UnsupportedOperationException("being written");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("being written");
    }
}
