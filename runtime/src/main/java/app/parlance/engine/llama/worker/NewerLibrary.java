package app.parlance.engine.llama.worker;

import app.parlance.engine.EngineException;
import app.parlance.engine.EngineException.Kind;
import app.parlance.engine.llama.binding.LlamaLibrary;
import app.parlance.engine.llama.binding.UnfitLibraryException;
import app.parlance.engine.llama.capi.CapiHosts;
import app.parlance.engine.llama.capi.Quantization;
import app.parlance.engine.llama.host.Host;
import app.parlance.engine.llama.protocol.Order;
import app.parlance.engine.llama.protocol.Report;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

/** A newer llama.cpp in a folder, opened at the first use. */
final class NewerLibrary implements Library {
    private final Path folder;
    private LlamaLibrary library;

    NewerLibrary(Path folder) {
        this.folder = folder;
    }

    @Override
    public Host open(Order.Open order, DoubleConsumer progress) throws EngineException {
        return CapiHosts.open(library(), order, progress);
    }

    @Override
    public Report.Described describe() throws EngineException {
        return new Report.Described(library().version(), library().cpuLibrary());
    }

    @Override
    public void quantize(Order.Quantize order, DoubleConsumer progress) throws EngineException {
        Quantization.run(library(), order, progress);
    }

    private LlamaLibrary library() throws EngineException {
        if (library == null) {
            try {
                library = LlamaLibrary.open(folder);
            } catch (UnfitLibraryException e) {
                throw new EngineException(Kind.UNFIT_LIBRARY, "The newer runtime in " + folder + " cannot be used: " + e.getMessage() + ".",
                        "Remove it and get it again under Models; until then the runtime on board answers.", e);
            }
        }
        return library;
    }
}
