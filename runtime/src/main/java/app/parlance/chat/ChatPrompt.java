package app.parlance.chat;

import app.parlance.engine.ChatMessage;
import app.parlance.engine.EngineException;
import app.parlance.engine.OpenModel;
import app.parlance.engine.Prompt;
import app.parlance.history.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model is given of a branch: the system prompt, then the messages in turn. Empty answers are left
 * out, and messages of one side that then stand together become one, since templates want turns.
 *
 * @param continueLast true when the last message is an answer to be written on
 */
record ChatPrompt(List<ChatMessage> messages, boolean continueLast) {
    /** The room that an answer should have at least, where the context is large enough. */
    private static final int ANSWER_TOKENS = 512;

    ChatPrompt {
        messages = List.copyOf(messages);
    }

    static ChatPrompt of(String system, List<Message> branch, boolean continueLast) {
        List<ChatMessage> messages = new ArrayList<>();
        if (!system.isBlank()) messages.add(ChatMessage.system(system));
        for (Message message : branch) {
            if (!message.text().isBlank()) append(messages, message.role(), message.text());
        }
        return new ChatPrompt(messages, continueLast);
    }

    private static void append(List<ChatMessage> messages, ChatMessage.Role role, String text) {
        ChatMessage last = messages.isEmpty() ? null : messages.getLast();
        if (last == null || last.role() != role) messages.add(new ChatMessage(role, text));
        else messages.set(messages.size() - 1, new ChatMessage(role, last.content() + "\n\n" + text));
    }

    /** The same with one more message of the person. */
    ChatPrompt followedBy(String text) {
        List<ChatMessage> more = new ArrayList<>(messages);
        append(more, ChatMessage.Role.USER, text);
        return new ChatPrompt(more, false);
    }

    Prompt.Chat toPrompt() {
        return new Prompt.Chat(messages, continueLast);
    }

    /** The tokens kept free for the answer: 512, at most a quarter of the context, and no more than the answer may have. */
    static int reserve(int contextTokens, int maxTokens) {
        int reserve = Math.min(ANSWER_TOKENS, contextTokens / 4);
        return maxTokens > 0 ? Math.min(reserve, maxTokens) : reserve;
    }

    /**
     * This prompt if it fits, else, if allowed, without as many of the oldest turns as it must lose.
     *
     * @param question the message that waits, for the exception
     * @throws OutgrownException when it does not fit as it is but would without its oldest turns
     * @throws EngineException when even the last turn alone is too long
     */
    ChatPrompt fit(OpenModel model, int maxTokens, boolean withoutOldest, long question)
            throws EngineException, OutgrownException, InterruptedException {
        int limit = model.contextTokens();
        int room = limit - reserve(limit, maxTokens);
        int tokens = model.countTokens(toPrompt());
        if (tokens <= room) return this;
        ChatPrompt lastTurn = withoutOldest(Integer.MAX_VALUE);
        int least = model.countTokens(lastTurn.toPrompt());
        if (least > room) {
            throw new EngineException(EngineException.Kind.PROMPT_TOO_LONG, "This message has " + least
                    + " tokens; with room for an answer the model's context holds " + room + ". It is kept.",
                    "Shorten it, or choose a larger context or another model.");
        }
        if (!withoutOldest) throw new OutgrownException(question, tokens, limit);
        ChatPrompt shorter = this;
        while (tokens > room) {
            shorter = shorter.withoutOldest((int) ((long) shorter.length() * (tokens - room) / tokens));
            tokens = model.countTokens(shorter.toPrompt());
        }
        return shorter;
    }

    /** Leaves out whole turns from the oldest on, until this many characters are gone; at least one turn, never the last. */
    private ChatPrompt withoutOldest(int characters) {
        int first = messages.getFirst().role() == ChatMessage.Role.SYSTEM ? 1 : 0;
        int end = first;
        for (int gone = 0; end < lastTurn() && (end == first || gone < characters); ) {
            do gone += messages.get(end++).content().length();
            while (end < lastTurn() && messages.get(end).role() != ChatMessage.Role.USER);
        }
        List<ChatMessage> kept = new ArrayList<>(messages.subList(0, first));
        kept.addAll(messages.subList(end, messages.size()));
        return new ChatPrompt(kept, continueLast);
    }

    /** Where the person's last message stands. */
    private int lastTurn() {
        int at = messages.size() - 1;
        while (at > 0 && messages.get(at).role() != ChatMessage.Role.USER) at--;
        return at;
    }

    private int length() {
        return messages.stream().mapToInt(message -> message.content().length()).sum();
    }
}
