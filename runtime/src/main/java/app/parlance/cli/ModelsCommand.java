package app.parlance.cli;

import app.parlance.model.ByteSize;
import app.parlance.model.CatalogueEntry;
import app.parlance.gguf.GgufReader;
import app.parlance.model.Licence;
import app.parlance.model.StoredModel;
import app.parlance.platform.DiskUse;
import app.parlance.platform.FileView;
import app.parlance.problem.ProblemException;
import app.parlance.variant.VariantPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parlance models}: the models on this machine and those that can be fetched. */
@Command(name = "models", description = "See, fetch, take in, rename, shrink, remove and check models.",
        footer = {"", "Examples",
            "  parlance models",
            "  parlance models fetch smollm2-135m",
            "  parlance models import --reference /data/phi-3.gguf",
            "  parlance models quantize \"My model F16\" Q4_K_M",
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
        if (!json) diskUse(models.list());
        for (var unread : session.parlance().catalogue().unread()) session.streams().note("Left out: " + Streams.printable(unread.file() + ": " + unread.reason()));
        for (var rejected : models.rejected()) session.streams().note("Left out: " + Streams.printable(rejected.file() + ": " + rejected.reason()));
        return ExitCode.OK.number();
    }

    private void diskUse(List<StoredModel> models) {
        long bytes = models.stream().mapToLong(StoredModel::bytes).sum();
        long cache = session.parlance().cacheBytes();
        var index = session.parlance().folders().data().resolve("index");
        long indexed = DiskUse.of(index);
        session.streams().note("On disk: models " + ByteSize.text(bytes) + (indexed > 0 ? ", indexes of documents " + ByteSize.text(indexed) : "")
                + ", caches " + ByteSize.text(cache) + ".");
    }

    @Command(name = "fetch", description = "Fetch a model from the catalogue; goes on where an earlier try ended.",
            footer = {"", "Without ID it lists the models that can be fetched. Ctrl+C pauses."})
    int fetch(@Parameters(arity = "0..1", paramLabel = "ID", description = "As listed, for example smollm2-135m.") String id,
            @Option(names = "--agree", description = "Agree to the model's licence without being asked.") boolean agree)
            throws ProblemException, InterruptedException {
        var catalogue = session.parlance().catalogue();
        if (id == null) {
            catalogue.entries().forEach(this::offer);
            return ExitCode.OK.number();
        }
        var entry = catalogue.find(id).orElseThrow(() -> NoModelException.named(id));
        if (!new LicenceQuestion(session).agreed(entry, agree)) return ExitCode.FAILED.number();
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

    @Command(name = "licence", description = "Print the licence of a model of the catalogue.")
    int licence(@Parameters(paramLabel = "ID", description = "As \"parlance models fetch\" lists it.") String id) throws ProblemException {
        var entry = session.parlance().catalogue().find(id).orElseThrow(() -> NoModelException.named(id));
        session.streams().println(Licence.of(entry.licence()).text());
        return ExitCode.OK.number();
    }

    @Command(name = "rename", description = "Give a model another name; conversations go on finding it.")
    int rename(@Parameters(paramLabel = "NAME", description = "The name as listed, or the file.") String name,
            @Parameters(paramLabel = "NEW", description = "The new name.") String wished) throws ProblemException {
        var models = session.parlance().models();
        var model = models.find(name).orElseThrow(() -> NoModelException.named(name));
        session.streams().println(model.name() + " is now " + models.rename(model, wished).name() + ".");
        return ExitCode.OK.number();
    }

    @Command(name = "show", description = "Show a model's file in the file manager.")
    int show(@Parameters(paramLabel = "NAME", description = "The name as listed, or the file.") String name) throws ProblemException, InterruptedException {
        var model = session.parlance().models().find(name).orElseThrow(() -> NoModelException.named(name));
        if (!FileView.show(model.file())) throw new ProblemException("No file manager answered.", "The file is " + model.file() + ".");
        return ExitCode.OK.number();
    }

    @Command(name = "quantize", description = "Make a smaller variant of a model; it becomes a model of its own.",
            footer = {"", "Ctrl+C stops it and leaves nothing behind. Needs the newer runtime (\"parlance engine\")."})
    int quantize(@Parameters(paramLabel = "NAME", description = "A model in F32, F16, BF16 or Q8_0.") String name,
            @Parameters(paramLabel = "TYPE", description = "Q4_0, Q4_K_M, Q5_K_M, Q6_K or Q8_0.") String type) throws ProblemException, InterruptedException {
        var source = session.parlance().models().find(name).orElseThrow(() -> NoModelException.named(name));
        var plans = VariantPlan.of(source);
        if (plans.isEmpty()) {
            throw new ProblemException(source.name() + " is " + source.header().quantization() + " already: quality would be lost twice.",
                    "Take a file in " + String.join(", ", VariantPlan.sources()) + " instead.");
        }
        var plan = plans.stream().filter(each -> each.type().name().equalsIgnoreCase(type)).findFirst().orElseThrow(() -> new ProblemException(
                "No variant " + Streams.printable(type) + " can be made of " + source.name() + ".",
                "Choose one of " + plans.stream().map(each -> each.type().name()).collect(Collectors.joining(", ")) + "."));
        var streams = session.streams();
        streams.note("Making " + plan.type() + " of " + source.name() + ": about " + ByteSize.text(plan.bytes()) + " instead of " + ByteSize.text(source.bytes()) + ".");
        var thread = Thread.currentThread();
        StoredModel made;
        try (var _ = Interrupts.handle(thread::interrupt)) {
            made = session.parlance().variants().make(plan, share -> streams.status(Math.round(share * 100) + " %"));
        } finally {
            streams.status("");
        }
        streams.println("Ready: " + Streams.printable(line(made)));
        return ExitCode.OK.number();
    }

    @Command(name = "remove", description = "Move a model of the store to the trash, or forget one that lies elsewhere.")
    int remove(@Parameters(paramLabel = "NAME", description = "The whole name as listed, or the file.") String name,
            @Option(names = "--for-good", description = "Delete it instead of moving it to the trash.") boolean forGood) throws ProblemException {
        var models = session.parlance().models();
        // A beginning is enough elsewhere, but not to delete.
        var model = models.find(name)
                .filter(found -> found.name().equalsIgnoreCase(name) || found.file().getFileName().toString().equals(name)
                        || found.file().toAbsolutePath().equals(Path.of(name).toAbsolutePath()))
                .orElseThrow(() -> NoModelException.named(name));
        if (forGood) {
            models.remove(model);
        } else if (!models.discard(model, session.parlance().trash())) {
            throw new ProblemException("There is no trash that could take " + model.name() + ". Nothing was changed.", "With --for-good it is deleted.");
        }
        session.streams().println(model.origin() == StoredModel.Origin.STORE
                ? forGood ? "Deleted " + model.name() + "; " + ByteSize.text(model.bytes()) + " are free again."
                        : "Moved " + model.name() + " to the trash; " + ByteSize.text(model.bytes()) + " are free once that is emptied."
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
