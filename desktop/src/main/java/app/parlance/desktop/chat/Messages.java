package app.parlance.desktop.chat;

import app.parlance.desktop.mode.ModeWords;
import app.parlance.desktop.transcript.Transcript;
import app.parlance.desktop.transcript.Transcript.Entry;
import app.parlance.engine.ChatMessage;
import app.parlance.history.Conversation;
import app.parlance.history.History;
import app.parlance.history.HistoryException;
import app.parlance.history.Message;
import app.parlance.mode.Mode;
import app.parlance.mode.Modes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A conversation as it was on disk at one moment.
 *
 * @param row empty where it is gone
 * @param entries the branch that is shown
 * @param switched the mode of the last answer, where the one before it was given in another
 */
record Messages(Optional<Conversation> row, List<Entry> entries, Optional<Mode> switched) {
    static final Messages NONE = new Messages(Optional.empty(), List.of(), Optional.empty());

    interface Reader {
        Messages read() throws HistoryException;
    }

    static Messages read(History history, long conversation) throws HistoryException {
        var entries = new ArrayList<Entry>();
        var messages = history.messages(conversation);
        for (Message message : messages) entries.add(entry(message, history.branches(message.id())));
        return new Messages(history.conversation(conversation), List.copyOf(entries), switched(messages));
    }

    private static Optional<Mode> switched(List<Message> messages) {
        var modes = messages.stream().map(Message::mode).filter(mode -> !mode.isEmpty()).toList();
        return modes.size() < 2 || modes.getLast().equals(modes.get(modes.size() - 2)) ? Optional.empty() : Modes.named(modes.getLast());
    }

    /** A branch's place among its siblings, from 0. */
    static int place(List<Message> branches, long message) {
        int place = 0;
        while (branches.get(place).id() != message) place++;
        return place;
    }

    Optional<Entry> last() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast());
    }

    Optional<Entry> find(long message) {
        return entries.stream().filter(entry -> entry.id() == message).findFirst();
    }

    Optional<Entry> lastOfPerson() {
        return entries.reversed().stream().filter(entry -> entry.role() == Transcript.Role.USER).findFirst();
    }

    /** All but the last. */
    List<Entry> before() {
        return entries.isEmpty() ? entries : entries.subList(0, entries.size() - 1);
    }

    private static Entry entry(Message message, List<Message> branches) {
        boolean answer = message.role() == ChatMessage.Role.ASSISTANT;
        return new Entry(message.id(), answer ? Transcript.Role.ASSISTANT : Transcript.Role.USER, message.text(), answer ? ModeWords.byline(message.model(), message.mode()) : "",
                place(branches, message.id()) + 1, branches.size(), figures(message.figures()), state(message.state()));
    }

    private static Transcript.State state(Message.State state) {
        return switch (state) {
            case COMPLETE -> Transcript.State.WHOLE;
            case STREAMING -> Transcript.State.STREAMING;
            case STOPPED -> Transcript.State.STOPPED;
            case CUT -> Transcript.State.CUT;
            case INTERRUPTED -> Transcript.State.INTERRUPTED;
        };
    }

    private static String figures(Message.Figures figures) {
        if (figures == null || figures.completionTokens() == 0) return "";
        return Words.of("figures", figures.completionTokens(), figures.millisPerToken(), figures.timeToFirstTokenMillis() / 1000);
    }
}
