package app.parlance.engine.llama;

import app.parlance.engine.Capability;
import app.parlance.engine.Engine;
import app.parlance.engine.EngineException;
import app.parlance.engine.EngineDescription;
import app.parlance.engine.OpenModel;
import app.parlance.engine.OpenRequest;
import app.parlance.engine.QuantizeRequest;
import app.parlance.engine.llama.capi.CapiHosts;
import app.parlance.engine.llama.host.ModelFacts;
import app.parlance.engine.llama.protocol.Order;
import app.parlance.engine.llama.protocol.Report;
import app.parlance.gguf.GgufException;
import app.parlance.gguf.GgufReader;
import app.parlance.platform.Processor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * One build of llama.cpp in worker processes: one child JVM for each open model, started from this program's own Java
 * runtime and class path. Whatever happens in native code ends the worker, never the application, and
 * closing a model ends its worker and so gives all its memory back. Workers end with the application,
 * however that ends.
 */
public final class LlamaEngine implements Engine {
    private final Edition edition;
    private final WorkerSettings settings;
    private final Processor processor;
    private final WorkerFiles files = new WorkerFiles();

    LlamaEngine(Edition edition, WorkerSettings settings, Processor processor) {
        this.edition = edition;
        this.settings = settings;
        this.processor = processor;
    }

    /** The llama.cpp that is always on board, with workers run as usual. */
    public static LlamaEngine onBoard() {
        return onBoard(WorkerSettings.DEFAULT);
    }

    /** The llama.cpp that is always on board. */
    public static LlamaEngine onBoard(WorkerSettings settings) {
        return new LlamaEngine(Edition.ON_BOARD, settings, Processor.ofThisMachine());
    }

    /**
     * A newer llama.cpp.
     *
     * @param natives the folder of its libraries, checked against their pins
     * @param version of llama.cpp, for example {@code v0.4.0}
     * @param architectures that it runs
     */
    public static LlamaEngine newer(Path natives, String version, Set<String> architectures, WorkerSettings settings) {
        var edition = new Edition("llama.cpp " + version, version, Optional.of(natives), CapiHosts.CAPABILITIES, architectures);
        return new LlamaEngine(edition, settings, Processor.ofThisMachine());
    }

    @Override
    public String name() {
        return edition.name();
    }

    @Override
    public Set<Capability> capabilities() {
        return edition.capabilities();
    }

    @Override
    public boolean supports(String architecture) {
        return edition.architectures().contains(architecture);
    }

    @Override
    public OpenModel open(OpenRequest request) throws EngineException, InterruptedException {
        requireProcessor();
        return open(request, architecture(request.file()));
    }

    /** @param architecture of the file, whose header was checked */
    WorkerModel open(OpenRequest request, String architecture) throws EngineException, InterruptedException {
        requireKnown(architecture);
        int threads = request.threads() > 0 || !edition.isOnBoard() ? request.threads() : processor.physicalCores();
        return WorkerModel.open(start(), edition, request, threads, settings);
    }

    @Override
    public EngineDescription describe() throws EngineException, InterruptedException {
        WorkerProcess worker = start();
        try {
            Report report = worker.send(new Order.Describe()).next(settings.load()).report();
            if (!(report instanceof Report.Described described)) throw new IllegalStateException("an answer to something else: " + report);
            return new EngineDescription(edition.name(), edition.llamaCpp(), described.cpuLibrary(), edition.architectures().stream().sorted().toList());
        } finally {
            worker.kill(Reasons.closed());
        }
    }

    @Override
    public void quantize(QuantizeRequest request) throws EngineException, InterruptedException {
        quantize(request, architecture(request.source()));
    }

    /** @param architecture of the source, whose header was checked */
    void quantize(QuantizeRequest request, String architecture) throws EngineException, InterruptedException {
        if (Files.exists(request.target())) {
            throw new EngineException(EngineException.Kind.NOT_POSSIBLE, "There is a file " + request.target().getFileName() + " already; it was left as it is.", "Choose another name.");
        }
        requireKnown(architecture);
        new Quantizing(start(), request, processor.physicalCores(), settings).run();
    }

    /** The file's architecture. What is wrong with a file is found here, in Java, before native code sees it. */
    static String architecture(Path file) throws EngineException {
        try {
            return GgufReader.read(file).architecture();
        } catch (GgufException unsound) {
            throw ModelFacts.refused(unsound);
        }
    }

    private void requireKnown(String architecture) throws EngineException {
        if (!supports(architecture)) {
            throw new EngineException(EngineException.Kind.REFUSED, "Models of the architecture “" + architecture + "” cannot be run by " + name() + ".",
                    edition.isOnBoard() ? "Get the newer runtime under Models, or choose another model." : "Choose another model.");
        }
    }

    private void requireProcessor() throws EngineException {
        if (edition.isOnBoard() && !processor.runsTheLibrary()) {
            throw new EngineException(EngineException.Kind.UNSUPPORTED_MACHINE,
                    "This computer's processor lacks the AVX2 instructions that the model runtime needs, so models cannot run on it.",
                    "Use a computer built after about 2014.");
        }
    }

    private WorkerProcess start() throws EngineException {
        requireProcessor();
        try {
            return WorkerProcess.start(files, settings, edition);
        } catch (IOException e) {
            throw new EngineException(EngineException.Kind.UNSUPPORTED_MACHINE,
                    "The process that runs models could not be started: " + e.getMessage() + ".",
                    "Check that the temporary folder can be written to, or install Parlance again.", e);
        }
    }
}
