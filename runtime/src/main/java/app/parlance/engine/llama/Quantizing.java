package app.parlance.engine.llama;

import app.parlance.engine.EngineException;
import app.parlance.engine.EngineException.Kind;
import app.parlance.engine.QuantizeRequest;
import app.parlance.engine.llama.protocol.Order;
import app.parlance.engine.llama.protocol.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A worker that makes a smaller variant of a model. Native code cannot be asked to stop, so stopping ends the worker. */
final class Quantizing {
    private final WorkerProcess worker;
    private final QuantizeRequest request;
    private final int threads;
    private final WorkerSettings settings;
    private final Path partial;

    Quantizing(WorkerProcess worker, QuantizeRequest request, int threads, WorkerSettings settings) {
        this.worker = worker;
        this.request = request;
        this.threads = threads;
        this.settings = settings;
        partial = request.target().resolveSibling("." + request.target().getFileName() + ".partial");
    }

    /** Runs to the end; the target appears whole or not at all. */
    void run() throws EngineException, InterruptedException {
        try {
            try {
                quantize();
            } finally {
                // Only a dead worker writes no more.
                worker.kill(Reasons.closed());
            }
            Files.move(partial, request.target(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new EngineException(Kind.NOT_POSSIBLE, "The smaller model could not be put in its place (" + e.getMessage() + "); nothing was changed.",
                    "Check that the folder can be written to.", e);
        } finally {
            deletePartial();
        }
    }

    private void quantize() throws EngineException, InterruptedException {
        Exchange exchange = worker.send(new Order.Quantize(request.source().toAbsolutePath().toString(), partial.toAbsolutePath().toString(), request.type(), threads));
        while (exchange.next(settings.load()).report() instanceof Report.Progress progress) request.progress().accept(progress.share());
    }

    private void deletePartial() {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            System.getLogger(Quantizing.class.getName()).log(System.Logger.Level.WARNING, "could not delete " + partial, e);
        }
    }
}
