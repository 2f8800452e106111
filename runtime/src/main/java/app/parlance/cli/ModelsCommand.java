package app.parlance.cli;

import app.parlance.model.ByteSize;
import app.parlance.model.CatalogueEntry;
import app.parlance.gguf.GgufReader;
import app.parlance.model.StoredModel;
import app.parlance.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parlance models}: the models on this machine and those that can be fetched. */
@Command(name = "models", description = "See, fetch, take in, remove and check models.",
        footer = {"", "Examples",
            "  parlance models",
            "  parlance models fetch smollm2-135m",
            "  parlance models import --reference /data/phi-3.gguf",
            "  parlance models check *.gguf", "",
            "Without a word it lists the models on this machine."})
final class ModelsCommand implements Callable<Integer> {
    private final Session session;

    ModelsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return list(false);
    }

    /** @param contextLength 0 where the file does not say */
    private record ModelJson(String name, String file, long bytes, String architecture, long parameters, String quantization,
            int contextLength, String origin) { }

    @Command(name = "list", description = "List the models on this machine.")
    int list(@Option(names = "--json", description = "Print an array of objects.") boolean json) {
        var models = session.parlance().models();
        if (json) {
            session.streams().println(Json.pretty(models.list().stream().map(ModelsCommand::toJson).toList()));
        } else {
            for (var model : models.list()) session.streams().println(line(model));
            if (models.list().isEmpty()) session.streams().note(NoModelException.none().full());
        }
        for (var rejected : models.rejected()) session.streams().note("Left out: " + Streams.printable(rejected.file() + ": " + rejected.reason()));
        return ExitCode.OK.number();
    }

    @Command(name = "fetch", description = "Fetch a model from the catalogue; goes on where an earlier try ended.",
            footer = {"", "Without ID it lists the models that can be fetched. Ctrl+C pauses."})
    int fetch(@Parameters(arity = "0..1", paramLabel = "ID", description = "As listed, for example smollm2-135m.") String id)
            throws ProblemException, InterruptedException {
        var catalogue = session.parlance().catalogue();
        if (id == null) {
            catalogue.entries().forEach(this::offer);
            return ExitCode.OK.number();
        }
        var entry = catalogue.find(id).orElseThrow(() -> NoModelException.named(id));
        var model = FetchProgress.fetch(session, entry);
        session.streams().println("Ready: " + model.name() + " (" + ByteSize.text(model.bytes()) + ", " + entry.licence() + ") in " + model.file());
        if (!runs(entry)) session.streams().note("It runs only in the newer runtime: \"parlance engine get\" fetches that.");
        return ExitCode.OK.number();
    }

    @Command(name = "import", description = "Take a GGUF file into the store, after checking it.")
    int take(@Parameters(paramLabel = "FILE", description = "The GGUF file.") Path file,
            @Option(names = "--reference", description = "Leave the file where it lies and remember the place.") boolean reference)
            throws ProblemException, InterruptedException {
        var progress = new FetchProgress(session.streams());
        var thread = Thread.currentThread();
        StoredModel model;
        try (var _ = Interrupts.handle(thread::interrupt)) {
            model = session.parlance().models().importFile(file, !reference, progress);
        } finally {
            session.streams().status("");
        }
        session.streams().println("Ready: " + Streams.printable(line(model)));
        return ExitCode.OK.number();
    }

    @Command(name = "remove", description = "Delete a model of the store, or forget one that lies elsewhere.")
    int remove(@Parameters(paramLabel = "NAME", description = "The whole name as listed, or the file.") String name) throws ProblemException {
        var models = session.parlance().models();
        // A beginning is enough elsewhere, but not to delete.
        var model = models.find(name)
                .filter(found -> found.name().equalsIgnoreCase(name) || found.file().getFileName().toString().equals(name)
                        || found.file().toAbsolutePath().equals(Path.of(name).toAbsolutePath()))
                .orElseThrow(() -> NoModelException.named(name));
        models.remove(model);
        session.streams().println(model.origin() == StoredModel.Origin.STORE
                ? "Removed " + model.name() + "; " + ByteSize.text(model.bytes()) + " are free again."
                : "Forgot " + model.name() + "; its file stays where it lies.");
        return ExitCode.OK.number();
    }

    @Command(name = "check", description = "Say what GGUF files hold and whether they are whole; 0 if all can be used, else 1.")
    int check(@Parameters(arity = "1..*", paramLabel = "FILE", description = "The files.") List<Path> files) {
        var sound = true;
        for (var file : files) {
            try {
                session.streams().print(describe(file));
            } catch (ProblemException e) {
                sound = false;
                session.streams().note(Streams.printable(e.full()));
            }
        }
        return (sound ? ExitCode.OK : ExitCode.FAILED).number();
    }

    private String describe(Path file) throws ProblemException {
        var header = GgufReader.read(file);
        var engine = session.parlance().engine().require(header.architecture(), file.getFileName().toString());
        return Streams.printable("""
                %s
                  name          %s
                  architecture  %s
                  parameters    %s
                  quantization  %s
                  context       %s
                  template      %s
                  size          %s
                  runs in       %s
                """.formatted(file, header.name().isEmpty() ? "(none given)" : header.name(), header.architecture(),
                parameters(header.parameters()), header.quantization(),
                header.contextLength() == 0 ? "(not given)" : header.contextLength() + " tokens",
                header.isEncoder() ? "none needed (it writes no text)" : header.chatTemplate().isEmpty() ? "none" : "its own",
                ByteSize.text(header.bytes()), engine.name()));
    }

    private static String line(StoredModel model) {
        var header = model.header();
        return Streams.printable(String.format(Locale.ROOT, "%-40s %8s %7s %-8s %7s  %s", model.name(), ByteSize.text(model.bytes()),
                parameters(header.parameters()), header.quantization(), header.contextLength() == 0 ? "" : header.contextLength(),
                model.file()));
    }

    private static ModelJson toJson(StoredModel model) {
        var header = model.header();
        return new ModelJson(model.name(), model.file().toString(), model.bytes(), header.architecture(), header.parameters(),
                header.quantization(), header.contextLength(), model.origin().name().toLowerCase(Locale.ROOT));
    }

    private void offer(CatalogueEntry entry) {
        var here = session.parlance().models().find(entry).isPresent();
        session.streams().println(String.format(Locale.ROOT, "%-24s %7s  %-12s %s%s", entry.id(), ByteSize.text(entry.bytes()), entry.licence(),
                String.join(" ", entry.languages()), here ? "  (here)" : ""));
        if (!runs(entry)) session.streams().println("    Needs the newer runtime: \"parlance engine get\".");
        session.streams().println("    " + entry.name() + ": " + entry.expect());
    }

    private boolean runs(CatalogueEntry entry) {
        return session.parlance().engine().supports(entry.architecture());
    }

    /** Short, as in models' names: 135M, 1.5B. */
    private static String parameters(long count) {
        if (count < 1_000_000) return String.format(Locale.ROOT, "%.0fK", count / 1e3);
        return count < 1_000_000_000 ? String.format(Locale.ROOT, "%.0fM", count / 1e6) : String.format(Locale.ROOT, "%.1fB", count / 1e9);
    }
}
