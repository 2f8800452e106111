package app.parlance.cli;

import app.parlance.chat.Answer;
import app.parlance.chat.Answer.ChatEvent;
import app.parlance.chat.Chat;
import app.parlance.chat.OutgrownException;
import app.parlance.history.ConversationSettings;
import app.parlance.mode.Modes;
import app.parlance.mode.Task;
import app.parlance.problem.ProblemException;
import java.io.IOException;
import java.util.Locale;

/** A chat, line by line: what is entered is answered, and a few words that begin with a slash steer. */
final class InteractiveChat {
    private static final String HELP = """
            /new              begin a new conversation
            /regenerate       answer the last message again
            /continue         go on with an answer that was stopped or cut
            /shorten          answer without the oldest messages, when a conversation outgrew the context
            /model [NAME]     show the models, or change to one
            /mode [MODE]      show the mode, or change to fast, balanced, accurate or auto
            /exit             end (also Ctrl+D)
            Ctrl+C stops an answer. A backslash at a line's end goes on with the next line.""";

    private final Session session;
    private final Streams streams;
    private final boolean temporary;
    private ConversationSettings settings;
    /** Null until something is said: a chat without words leaves no conversation behind. */
    private Session.Place place;
    /** The last answer's row, or 0. */
    private long lastAnswer;
    /** The message that found no room in the context, or 0. */
    private long outgrown;

    /** @param temporary whether nothing of it is kept */
    InteractiveChat(Session session, ConversationSettings settings, boolean temporary) {
        this.session = session;
        this.streams = session.streams();
        this.settings = settings;
        this.temporary = temporary;
    }

    /** Runs until the end of the input or {@code /exit}. A problem is told, and the chat goes on. */
    ExitCode run() throws IOException, InterruptedException {
        if (streams.isTerminal()) streams.note((settings.model().isEmpty() ? "The mode chooses the model" : settings.model()) + ". /help lists what else you can enter; Ctrl+D ends.");
        try (var lines = Lines.of(streams)) {
            for (String line; (line = lines.next()) != null; ) {
                var text = line.strip();
                if (text.equals("/exit") || text.equals("/quit")) break;
                if (!text.isEmpty()) respond(text);
            }
        }
        return ExitCode.OK;
    }

    private void respond(String text) throws InterruptedException {
        try {
            if (text.startsWith("/")) obey(text);
            else send(text);
        } catch (OutgrownException e) {
            outgrown = e.message();
            streams.note(e.getMessage() + " /shorten answers without the oldest messages, /new begins a new conversation.");
        } catch (ProblemException e) {
            streams.note(Streams.printable(e.full()));
        }
    }

    private void send(String text) throws ProblemException, InterruptedException {
        if (place == null) place = session.begin(settings, temporary);
        show(place.chat().send(place.conversation().id(), text));
    }

    private void obey(String text) throws ProblemException, InterruptedException {
        var words = text.split("\\s+", 2);
        switch (words[0]) {
            case "/help" -> streams.note(HELP);
            case "/new" -> beginAnew();
            case "/regenerate" -> againWith(lastAnswer, "answer", Chat::regenerate);
            case "/continue" -> againWith(lastAnswer, "answer", Chat::continueAnswer);
            case "/shorten" -> againWith(outgrown, "message that found no room", Chat::answerWithoutOldest);
            case "/model" -> {
                if (words.length == 1) showModels();
                else changeModel(words[1]);
            }
            case "/mode" -> {
                if (words.length == 1) showMode();
                else changeMode(words[1]);
            }
            default -> streams.note("There is no " + words[0] + "; /help lists what there is.");
        }
    }

    private void beginAnew() {
        place = null;
        lastAnswer = 0;
        outgrown = 0;
        streams.note("A new conversation.");
    }

    private interface FromMessage {
        Answer answer(Chat chat, long message) throws ProblemException, InterruptedException;
    }

    /** @param message 0 where there is none that this could be done with */
    private void againWith(long message, String what, FromMessage action) throws ProblemException, InterruptedException {
        if (message == 0) streams.note("There is no " + what + " yet.");
        else show(action.answer(place.chat(), message));
    }

    private void show(Answer answer) throws ProblemException, InterruptedException {
        lastAnswer = answer.message().id();
        outgrown = 0;
        var done = new AnswerPrinter(streams).show(answer);
        if (streams.isTerminal()) streams.note(figures(done));
    }

    private static String figures(ChatEvent.Done done) {
        var usage = done.finished().usage();
        return String.format(Locale.ROOT, "[%d tokens, %.0f a second%s]", usage.completionTokens(), usage.tokensPerSecond(),
                switch (done.finished().reason()) {
                    case END -> "";
                    case CANCELLED -> ", stopped: /continue goes on";
                    case LENGTH -> ", cut at its longest: /continue goes on";
                    case CONTEXT_FULL -> ", the context is full: /new begins anew";
                });
    }

    private void showModels() {
        for (var model : session.parlance().models().list()) {
            if (!model.header().isEncoder()) streams.note((model.name().equals(settings.model()) ? "* " : "  ") + Streams.printable(model.name()));
        }
    }

    private void showMode() {
        streams.note("The mode is " + Modes.named(settings.mode()).orElse(session.parlance().modes().chosen(Task.CHAT)).name().toLowerCase(Locale.ROOT) + ".");
    }

    private void changeMode(String name) throws ProblemException {
        var mode = Modes.named(name);
        if (mode.isEmpty()) {
            streams.note("There is no mode " + name + ": fast, balanced, accurate and auto are there.");
            return;
        }
        settings = settings.withMode(mode.get().name());
        if (place != null) place.history().configure(place.conversation().id(), settings);
        showMode();
    }

    private void changeModel(String name) throws ProblemException {
        var model = session.referenceTo(session.chatModel(name));
        settings = settings.withModel(model);
        if (place != null) place.history().configure(place.conversation().id(), settings);
        streams.note("From now on " + Streams.printable(model) + " answers.");
    }
}
