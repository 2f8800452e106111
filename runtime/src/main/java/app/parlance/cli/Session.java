package app.parlance.cli;

import app.parlance.app.Parlance;
import app.parlance.chat.Answer.ChatEvent;
import app.parlance.chat.Chat;
import app.parlance.history.Conversation;
import app.parlance.history.ConversationSettings;
import app.parlance.history.History;
import app.parlance.history.HistoryException;
import app.parlance.model.StoredModel;
import app.parlance.problem.ProblemException;

/**
 * What the commands of one run share.
 *
 * @param parlance the program's parts, each made when it is first asked for
 */
record Session(Parlance parlance, Streams streams) {
    /** A conversation, the history that it is in, and who answers in it. */
    record Place(History history, Chat chat, Conversation conversation) { }

    /** A new conversation; one without a trace where that is wished, or where the history cannot be written. */
    Place begin(ConversationSettings settings, boolean temporary) throws HistoryException {
        if (!temporary) {
            try {
                return beginIn(parlance.history(), settings);
            } catch (HistoryException e) {
                streams.note("History is off, this chat will not be kept: " + e.full());
            }
        }
        return beginIn(parlance.temporaryHistory(), settings);
    }

    private Place beginIn(History history, ConversationSettings settings) throws HistoryException {
        return new Place(history, parlance.chat(history), history.create(settings));
    }

    /** Has one thing answered, printing the answer as it comes where {@code show}. */
    ChatEvent.Done ask(Place place, String text, boolean show) throws ProblemException, InterruptedException {
        var answer = place.chat().send(place.conversation().id(), text);
        var printer = new AnswerPrinter(streams);
        return show ? printer.show(answer) : printer.await(answer);
    }

    /** The model to chat with. @param nameOrFile null for the default */
    StoredModel chatModel(String nameOrFile) throws ProblemException {
        if (nameOrFile == null) return parlance.defaultModel().orElseThrow(NoModelException::none);
        var model = parlance.models().find(nameOrFile).orElseThrow(() -> NoModelException.named(nameOrFile));
        if (model.header().isEncoder()) {
            throw new ProblemException(model.name() + " turns text into vectors for searching; it writes no answers.",
                    "Choose another model: \"parlance models\" lists those on this machine.");
        }
        return model;
    }

    /** How a conversation refers to a model: by its name in the store, or by its file where it lies outside. */
    String referenceTo(StoredModel model) {
        var known = parlance.models().list().stream().anyMatch(other -> other.file().equals(model.file()));
        return known ? model.name() : model.file().toAbsolutePath().toString();
    }
}
