package app.parlance.cli;

import app.parlance.history.ConversationSettings;
import app.parlance.problem.ProblemException;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** What {@code parlance} without a command does where no window can be opened: it chats in the terminal. */
public final class TerminalStart {
    static final String STARTER = "smollm2-135m";
    private static final String GREETING = "Say hello in one short sentence.";

    private final Session session;
    private final Map<String, String> environment;

    TerminalStart(Session session, Map<String, String> environment) {
        this.session = session;
        this.environment = environment;
    }

    /** Whether this environment names a display; on macOS and Windows there always is one. */
    public static boolean hasDisplay(Map<String, String> environment) {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows") || system.startsWith("mac")) return true;
        return !environment.getOrDefault("DISPLAY", "").isEmpty() || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }

    /**
     * With a terminal: an interactive chat. Without: the input is one prompt, or, with {@code fetchStarter},
     * is left alone and a greeting is answered.
     *
     * @param fetchStarter whether the person agreed to the download of the starter model where there is none
     */
    ExitCode run(boolean fetchStarter) throws ProblemException, InterruptedException, IOException {
        var streams = session.streams();
        streams.note((hasDisplay(environment) ? "The display cannot be opened" : "There is no display")
                + ", so Parlance goes on in the terminal. \"parlance --help\" lists its commands.");
        if (fetchStarter && session.parlance().defaultModel().isEmpty()) fetchStarter();
        var settings = new ConversationSettings(session.referenceTo(session.chatModel(null)), "", ConversationSettings.DEFAULT.sampling(), 0, 0);
        if (streams.isTerminal()) return new InteractiveChat(session, settings, false).run();
        var prompt = fetchStarter ? GREETING : streams.readAll().strip();
        if (prompt.isEmpty()) {
            streams.note("parlance: There is nothing to answer. Give a prompt with \"parlance chat --prompt TEXT\", or through the input.");
            return ExitCode.USAGE;
        }
        session.ask(session.begin(settings, fetchStarter), prompt, true);
        return ExitCode.OK;
    }

    private void fetchStarter() throws ProblemException, InterruptedException {
        var entry = session.parlance().catalogue().find(STARTER).orElseThrow(NoModelException::none);
        session.streams().note("There is no model yet, so the small starter model is fetched.");
        FetchProgress.fetch(session, entry);
    }
}
