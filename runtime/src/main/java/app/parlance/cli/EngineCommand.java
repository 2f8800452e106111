package app.parlance.cli;

import app.parlance.engine.EngineDescription;
import app.parlance.engine.EngineException;
import app.parlance.model.ByteSize;
import app.parlance.natives.NativesException;
import app.parlance.natives.NativesState;
import app.parlance.natives.NativesState.Ready;
import app.parlance.problem.ProblemException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code parlance engine}: which llama.cpp runs models, and the newer one's coming and going. */
@Command(name = "engine", description = "Say which llama.cpp runs models and why; get or remove the newer one.",
        footer = {"", "Examples",
            "  parlance engine",
            "  parlance engine get",
            "  parlance engine --json | jq -r .architectures[]",
            "  parlance --engine on-board chat --prompt Hello", "",
            "One llama.cpp is always on board. A newer one knows more models, reads long",
            "texts up to twice as fast and stops at once; where it is there, it is used."})
final class EngineCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--json", description = "Print one object.")
    private boolean json;

    EngineCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws EngineException, InterruptedException {
        var engines = session.parlance().engine();
        // Only starting it shows whether it fits; asked for the reason before, it might name the other.
        var description = engines.describe();
        var reason = engines.chosen().reason();
        var natives = session.parlance().natives();
        if (json) {
            session.streams().println(Json.pretty(EngineJson.of(description, engines.preference(), reason, natives)));
        } else {
            session.streams().print(text(description, reason));
        }
        return ExitCode.OK.number();
    }

    private String text(EngineDescription description, String reason) {
        var natives = session.parlance().natives();
        var newer = switch (natives.state()) {
            case Ready ready -> ByteSize.text(ready.platform().bytes()) + " in " + ready.folder();
            case NativesState.Missing missing -> sentences(missing.reason(), missing.remedy());
            case NativesState.Refused refused -> sentences(refused.reason(), refused.remedy());
        };
        return """
                %s
                  why            %s
                  asked for      %s
                  CPU library    %s
                  architectures  %d; --json names them
                Newer runtime %s (llama.cpp %s, %s)
                  %s
                """.formatted(description.engine(), reason, session.parlance().engine().preference().word(), description.cpuLibrary(),
                description.architectures().size(), natives.pin().version(), natives.pin().llamaCpp(), natives.pin().licence(), newer);
    }

    private static String sentences(String reason, String remedy) {
        return remedy.isEmpty() ? reason : reason + " " + remedy;
    }

    @Command(name = "get", description = "Fetch the newer runtime through your own npm, and check every file of it.",
            footer = {"", "npm runs with its own settings and no script of the package. Ctrl+C stops, and", "nothing is left."})
    int get() throws ProblemException, InterruptedException {
        var natives = session.parlance().natives();
        var streams = session.streams();
        if (natives.state() instanceof Ready there) {
            streams.println("The newer runtime " + there.version() + " is on this machine already: " + there.folder());
            return ExitCode.OK.number();
        }
        var pin = natives.pin();
        natives.platform().ifPresent(platform -> streams.note("Fetching the newer runtime " + pin.version() + " through npm: llama.cpp " + pin.llamaCpp() + ", "
                + pin.licence() + ", " + ByteSize.text(platform.packedBytes()) + " to load, " + ByteSize.text(platform.bytes()) + " on disk."));
        var progress = new FetchProgress(streams);
        var thread = Thread.currentThread();
        try (var _ = Interrupts.handle(thread::interrupt)) {
            natives.fetch(grown -> natives.platform().ifPresent(platform -> progress.at(Math.min(grown, platform.unpackedBytes()), platform.unpackedBytes())));
        } finally {
            streams.status("");
        }
        switch (natives.state()) {
            case Ready ready -> streams.println("Ready: the newer runtime " + ready.version() + " in " + ready.folder());
            case NativesState.Missing(var reason, var remedy) -> throw new NativesException("It was fetched, but is not used. " + reason, remedy);
            case NativesState.Refused(var reason, var remedy) -> throw new NativesException("It was fetched, but is not used. " + reason, remedy);
        }
        return ExitCode.OK.number();
    }

    @Command(name = "remove", description = "Delete what was fetched of the newer runtime; the one on board then runs models.")
    int remove() throws NativesException {
        var natives = session.parlance().natives();
        natives.remove();
        session.streams().println(switch (natives.state()) {
            case Ready(var folder, var origin, _, _, _) -> origin == NativesState.Origin.APPLICATION
                    ? "Nothing fetched is left. The one that came with Parlance stays: " + folder
                    : "Nothing fetched is left. The one in the folder that PARLANCE_NATIVES names stays: " + folder;
            case NativesState.Missing _, NativesState.Refused _ -> "Nothing is left of a newer runtime that was fetched.";
        });
        return ExitCode.OK.number();
    }
}
