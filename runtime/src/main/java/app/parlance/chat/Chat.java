package app.parlance.chat;

import app.parlance.engine.ModelPool;
import app.parlance.history.History;
import app.parlance.model.ModelStore;
import app.parlance.problem.ProblemException;

/**
 * Conversations with a model: stores what the person wrote, has it answered, saves the answer as it
 * grows. Methods block until the first thing is on disk; run them off the JavaFX thread.
 */
public final class Chat {
    /** @param defaultModel the name to use where a conversation names none; may give null: then the first model that writes text */
    public Chat(History history, ModelStore store, ModelPool pool, java.util.function.Supplier<String> defaultModel) {
        throw new UnsupportedOperationException("being written");
    }

    /** Stores the message at the conversation's end and starts the answer. */
    public Answer send(long conversation, String text) throws ProblemException, InterruptedException {
        throw new UnsupportedOperationException("being written");
    }

    /** Another answer to the same message, as a branch beside {@code answer}. */
    public Answer regenerate(long answer) throws ProblemException, InterruptedException {
        throw new UnsupportedOperationException("being written");
    }

    /** Goes on with a stopped, cut or interrupted answer, in place. */
    public Answer continueAnswer(long answer) throws ProblemException, InterruptedException {
        throw new UnsupportedOperationException("being written");
    }

    /** A changed message as a branch beside the old one, and its answer. */
    public Answer edit(long message, String text) throws ProblemException, InterruptedException {
        throw new UnsupportedOperationException("being written");
    }

    /**
     * How full the context is with the shown branch plus {@code draft}; opens no model: where none is
     * in memory the count is an estimate from the text's length.
     */
    public ContextUse contextUse(long conversation, String draft) throws ProblemException, InterruptedException {
        throw new UnsupportedOperationException("being written");
    }

    /** @param exact false for an estimate */
    public record ContextUse(int tokens, int limit, boolean exact) { }

    /**
     * Answers although the conversation outgrew the context: the oldest turns are left out of the
     * prompt (never out of the history). Used after the person chose so.
     */
    public Answer answerWithoutOldest(long message) throws ProblemException, InterruptedException {
        throw new UnsupportedOperationException("being written");
    }
}
