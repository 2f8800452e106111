package app.parlance.chat;

import app.parlance.problem.ProblemException;

/**
 * The conversation no longer fits the context. The person's message is stored; the choices are to
 * answer without the oldest turns ({@link Chat#answerWithoutOldest}), to start a new conversation, or a
 * larger context.
 */
public class OutgrownException extends ProblemException {
    private final long message;
    private final int tokens;
    private final int limit;

    public OutgrownException(long message, int tokens, int limit) {
        super("This conversation has " + tokens + " tokens; the model's context holds " + limit + ".",
                "Answer without its oldest messages, start a new conversation, or choose a larger context.");
        this.message = message;
        this.tokens = tokens;
        this.limit = limit;
    }

    /** The stored message that waits for its answer. */
    public long message() {
        return message;
    }

    public int tokens() {
        return tokens;
    }

    public int limit() {
        return limit;
    }
}
