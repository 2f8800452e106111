package app.parlance.cli;

import app.parlance.history.Conversation;
import app.parlance.history.HistoryException;
import app.parlance.history.Message;
import app.parlance.history.SearchHit;
import app.parlance.problem.ProblemException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parlance history}: conversations that were kept. */
@Command(name = "history", description = "List, search, show and export conversations.",
        footer = {"", "Examples",
            "  parlance history",
            "  parlance history search blue sky",
            "  parlance history show 12",
            "  parlance history export 12 --out sky.md", "",
            "Without a word it lists the conversations, newest first."})
final class HistoryCommand implements Callable<Integer> {
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Session session;

    HistoryCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws HistoryException {
        return list(50, false);
    }

    private record ConversationJson(long id, String title, String updated, boolean pinned, String model, String preview) { }

    private record MessageJson(long id, long parent, String role, String text, String created, String state, String model) { }

    private record HitJson(long conversation, String title, long message, String snippet) { }

    @Command(name = "list", description = "List conversations, pinned first, then newest first.")
    int list(@Option(names = {"-n", "--limit"}, paramLabel = "N", defaultValue = "50", description = "At most so many (default: ${DEFAULT-VALUE}).") int limit,
            @Option(names = "--json", description = "Print an array of objects.") boolean json) throws HistoryException {
        var shown = session.parlance().history().conversations().stream().limit(Math.max(0, limit)).toList();
        if (json) {
            session.streams().println(Json.pretty(shown.stream().map(HistoryCommand::toJson).toList()));
        } else {
            for (var conversation : shown) session.streams().println(line(conversation));
            if (shown.isEmpty()) session.streams().note("There are no conversations yet.");
        }
        return ExitCode.OK.number();
    }

    @Command(name = "search", description = "Find messages with all of these words; accents and case do not matter.")
    int search(@Parameters(arity = "1..*", paramLabel = "WORD", description = "What to look for.") List<String> words,
            @Option(names = {"-n", "--limit"}, paramLabel = "N", defaultValue = "20", description = "At most so many (default: ${DEFAULT-VALUE}).") int limit,
            @Option(names = "--json", description = "Print an array of objects.") boolean json) throws HistoryException {
        var hits = session.parlance().history().search(String.join(" ", words), Math.max(1, limit));
        if (json) {
            session.streams().println(Json.pretty(hits.stream()
                    .map(hit -> new HitJson(hit.conversation(), hit.title(), hit.message(), marked(hit, "", ""))).toList()));
        } else {
            for (var hit : hits) session.streams().println(hitLine(hit));
            if (hits.isEmpty()) session.streams().note("No message holds all of these words.");
        }
        return (hits.isEmpty() ? ExitCode.FAILED : ExitCode.OK).number();
    }

    @Command(name = "show", description = "Print a conversation, as the window shows it.")
    int show(@Parameters(paramLabel = "ID", description = "Its number in the list.") long id,
            @Option(names = "--json", description = "Print an array of messages.") boolean json) throws ProblemException {
        var history = session.parlance().history();
        var conversation = history.conversation(id).orElseThrow(() -> unknown(id));
        var messages = history.messages(id);
        if (json) {
            session.streams().println(Json.pretty(messages.stream().map(HistoryCommand::toJson).toList()));
            return ExitCode.OK.number();
        }
        session.streams().println("# " + title(conversation));
        for (var message : messages) {
            session.streams().println(System.lineSeparator() + "## " + speaker(message) + " · " + DAY_AND_TIME.format(message.created().atZone(ZoneId.systemDefault())));
            session.streams().println(Streams.printable(message.text()));
        }
        return ExitCode.OK.number();
    }

    @Command(name = "export", description = "Write a conversation to a file or the output, with all its branches.")
    int export(@Parameters(paramLabel = "ID", description = "Its number in the list.") long id) {
        return ExitCode.FAILED.number();
    }

    private static ProblemException unknown(long id) {
        return new ProblemException("There is no conversation " + id + ".", "\"parlance history list\" shows their numbers.");
    }

    private static String line(Conversation conversation) {
        return String.format(Locale.ROOT, "%5d  %s  %s%s", conversation.id(),
                DAY_AND_TIME.format(conversation.updated().atZone(ZoneId.systemDefault())), conversation.pinned() ? "* " : "", title(conversation));
    }

    private static String title(Conversation conversation) {
        var title = conversation.title().isBlank() ? conversation.preview() : conversation.title();
        return Streams.printable(title.isBlank() ? "(empty)" : title).replaceAll("\\s+", " ");
    }

    private static String speaker(Message message) {
        return switch (message.role()) {
            case USER -> "You";
            case SYSTEM -> "System";
            case ASSISTANT -> message.model().isEmpty() ? "Assistant" : message.model();
        };
    }

    private static String hitLine(SearchHit hit) {
        return String.format(Locale.ROOT, "%5d  %s%n       %s", hit.conversation(), Streams.printable(hit.title()),
                marked(hit, "**", "**").replaceAll("\\s+", " "));
    }

    private static String marked(SearchHit hit, String begin, String end) {
        return Streams.printable(hit.snippet()).replace("\uE000", begin).replace("\uE001", end);
    }

    private static ConversationJson toJson(Conversation conversation) {
        return new ConversationJson(conversation.id(), title(conversation), conversation.updated().toString(), conversation.pinned(),
                conversation.settings().model(), conversation.preview());
    }

    private static MessageJson toJson(Message message) {
        return new MessageJson(message.id(), message.parent(), message.role().name().toLowerCase(Locale.ROOT), message.text(),
                message.created().toString(), message.state().name().toLowerCase(Locale.ROOT), message.model());
    }
}
