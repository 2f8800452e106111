package app.parlance.desktop;

import app.parlance.app.Parlance;
import app.parlance.cli.ParlanceCommand;
import app.parlance.cli.WindowStart;
import app.parlance.diagnostics.Logs;
import app.parlance.instance.SingleInstance;
import app.parlance.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The program's entry: a first word is a command, none opens the window, and without a display the terminal serves. */
public final class Launcher {
    private Launcher() { }

    public static void main(String[] args) {
        var environment = System.getenv();
        System.exit(WindowStart.of(args, environment).map(start -> openWindow(start, args, environment)).orElseGet(() -> ParlanceCommand.run(args)));
    }

    /** Shows the window until it is closed, or brings the one that is open to the front. */
    private static int openWindow(WindowStart start, String[] args, Map<String, String> environment) {
        try (var parlance = new Parlance(environment)) {
            Logs.install(parlance.folders().cache(), "1".equals(environment.get("PARLANCE_DEBUG")));
            start.applyTo(parlance);
            var instance = claim(parlance);
            if (instance.isEmpty()) return 0;
            try (var _ = instance.get()) {
                ParlanceApp.launch(parlance);
                return 0;
            }
        } catch (ProblemException e) {
            System.err.println(e.full());
            return 1;
        } catch (LinkageError | RuntimeException e) {
            return withoutWindow(args, e);
        }
    }

    private static Optional<SingleInstance> claim(Parlance parlance) throws ProblemException {
        return SingleInstance.claim(parlance.folders().runtime(), List.of(), _ -> ParlanceApp.bringToFront());
    }

    /** A display that is named but cannot be opened, or a library that the toolkit needs and that is not installed. */
    private static int withoutWindow(String[] args, Throwable problem) {
        System.getLogger(Launcher.class.getName()).log(System.Logger.Level.ERROR, "No window", problem);
        var reason = problem;
        while (reason.getCause() != null) reason = reason.getCause();
        boolean toolkit = Arrays.stream(reason.getStackTrace()).anyMatch(frame -> frame.getClassName().startsWith("com.sun.glass")
                || frame.getClassName().startsWith("com.sun.javafx.tk"));
        if (!toolkit) {
            System.err.println("Parlance could not open its window: " + reason + ". Nothing was changed. \"parlance diagnostics\" collects what a developer needs.");
            return 1;
        }
        if (reason instanceof LinkageError) {
            System.err.println("The window needs libraries that are not installed (" + reason.getMessage() + ").");
            System.err.println("Debian, Ubuntu: apt install libgtk-3-0 libgl1 libxxf86vm1 libxtst6 libpangoft2-1.0-0 fonts-dejavu-core");
        }
        return ParlanceCommand.run(args);
    }
}
