package app.parlance.chat;

import app.parlance.engine.GenerationEvent;
import app.parlance.history.Message;
import app.parlance.problem.ProblemException;

/**
 * An answer under way. One thread reads {@link #next()} to the end; text is saved at least twice a
 * second and at the end, whatever ends it.
 */
public final class Answer implements AutoCloseable {
    /** The person's message that is being answered. */
    public Message question() {
        throw new UnsupportedOperationException("being written");
    }

    /** The answer's row as it began (state STREAMING). */
    public Message message() {
        throw new UnsupportedOperationException("being written");
    }

    /**
     * The next event; loads the model first where needed (an {@link ChatEvent.Loading} says so).
     *
     * @throws ProblemException when it broke off; what had come is saved as INTERRUPTED
     */
    public ChatEvent next() throws ProblemException, InterruptedException {
        throw new UnsupportedOperationException("being written");
    }

    /** Stops; the text so far is kept as STOPPED. From any thread. */
    public void cancel() {
        throw new UnsupportedOperationException("being written");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("being written");
    }

    /** What happens to an answer. */
    public sealed interface ChatEvent {
        record Loading(String model) implements ChatEvent { }

        record Reading(int read, int total) implements ChatEvent { }

        record Text(String text, int tokens) implements ChatEvent { }

        /** The end; nothing follows. */
        record Done(Message message, GenerationEvent.Finished finished) implements ChatEvent { }
    }
}
