package app.parlance.cli;

import app.parlance.app.Parlance;
import app.parlance.diagnostics.Logs;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code parlance}: what the first word of its arguments leads to, and what no word leads to where there is no window. */
@Command(name = "parlance", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Chat with a language model on your own machine; works with the network cable pulled out.",
        synopsisHeading = "", customSynopsis = {"@|bold parlance|@", "@|bold parlance|@ COMMAND [OPTIONS]"},
        descriptionHeading = "%n", optionListHeading = "%n@|bold Options|@%n", commandListHeading = "%n@|bold Commands|@%n")
public final class ParlanceCommand implements Callable<Integer> {
    private final Session session;
    private final Map<String, String> environment;

    @Option(names = "--verbose", scope = CommandLine.ScopeType.INHERIT, description = "Show the technical cause of errors as well.")
    private boolean verbose;

    @Option(names = "--fetch-starter", hidden = true)
    private boolean fetchStarter;

    private ParlanceCommand(Session session, Map<String, String> environment) {
        this.session = session;
        this.environment = environment;
    }

    /** Runs the program without its window, whether or not there is a display; ends the process. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /**
     * Runs a command with this process's input, output and environment; without one, chats in the terminal.
     *
     * @return the process's exit code, see {@link ExitCode}
     */
    public static int run(String[] args) {
        return run(Arguments.utf8(args), System.getenv(), Streams.ofProcess());
    }

    /** The same with other surroundings. */
    public static int run(List<String> args, Map<String, String> environment, Streams streams) {
        try (var parlance = new Parlance(environment)) {
            Logs.install(parlance.folders().cache(), "1".equals(environment.get("PARLANCE_DEBUG")));
            var root = new ParlanceCommand(new Session(parlance, streams), environment);
            return root.commandLine().execute(args.toArray(String[]::new));
        }
    }

    /** Whether the program opens its window: there is a display, and the arguments name no command. */
    public static boolean wantsWindow(String[] args, Map<String, String> environment) {
        return TerminalStart.hasDisplay(environment) && List.of("--fetch-starter").containsAll(List.of(args));
    }

    /** The whole command line, for running it and for its documentation. */
    static CommandLine model(Session session, Map<String, String> environment) {
        return new ParlanceCommand(session, environment).commandLine();
    }

    private CommandLine commandLine() {
        var line = new CommandLine(this)
                .addSubcommand(new ChatCommand(session))
                .addSubcommand(new ModelsCommand(session))
                .addSubcommand(new HistoryCommand(session))
                .addSubcommand(new DiagnosticsCommand(session));
        line.setExecutionExceptionHandler((problem, where, parsed) -> failures().report(problem));
        line.setParameterExceptionHandler((problem, arguments) -> failures().reportUsage(problem));
        return line;
    }

    private Failures failures() {
        return new Failures(session.streams(), verbose || "1".equals(environment.get("PARLANCE_DEBUG")));
    }

    @Override
    public Integer call() throws Exception {
        return new TerminalStart(session, environment).run(fetchStarter).number();
    }
}
