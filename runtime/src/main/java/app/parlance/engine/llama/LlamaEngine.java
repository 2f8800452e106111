package app.parlance.engine.llama;

import app.parlance.engine.Capability;
import app.parlance.engine.Engine;
import app.parlance.engine.EngineException;
import app.parlance.engine.OpenModel;
import app.parlance.engine.OpenRequest;
import app.parlance.engine.llama.worker.Architectures;
import java.io.IOException;
import java.util.Set;

/**
 * llama.cpp in worker processes: one child JVM for each open model, started from this program's own Java
 * runtime and class path. Whatever happens in native code ends the worker, never the application, and
 * closing a model ends its worker and so gives all its memory back. Workers end with the application,
 * however that ends.
 */
public final class LlamaEngine implements Engine {
    private final WorkerSettings settings;
    private final Processor processor;
    private final WorkerFiles files = new WorkerFiles();

    public LlamaEngine() {
        this(WorkerSettings.DEFAULT);
    }

    public LlamaEngine(WorkerSettings settings) {
        this(settings, Processor.ofThisMachine());
    }

    LlamaEngine(WorkerSettings settings, Processor processor) {
        this.settings = settings;
        this.processor = processor;
    }

    @Override
    public String name() {
        return "llama.cpp b4916 (de.kherud:llama 4.2.0)";
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.EMBEDDINGS, Capability.PREFIX_REUSE, Capability.GRAMMAR);
    }

    @Override
    public boolean supports(String architecture) {
        return Architectures.isKnown(architecture);
    }

    @Override
    public OpenModel open(OpenRequest request) throws EngineException, InterruptedException {
        if (!processor.runsTheLibrary()) {
            throw new EngineException(EngineException.Kind.UNSUPPORTED_MACHINE,
                    "This computer's processor lacks the AVX2 instructions that the model runtime needs, so models cannot run on it.",
                    "Use a computer built after about 2014.");
        }
        int threads = request.threads() > 0 ? request.threads() : processor.physicalCores();
        try {
            return WorkerModel.open(WorkerProcess.start(files, settings), request, threads, settings);
        } catch (IOException e) {
            throw new EngineException(EngineException.Kind.UNSUPPORTED_MACHINE,
                    "The process that runs models could not be started: " + e.getMessage() + ".",
                    "Check that the temporary folder can be written to, or install Parlance again.", e);
        }
    }
}
