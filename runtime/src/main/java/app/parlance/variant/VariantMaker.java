package app.parlance.variant;

import app.parlance.engine.Capability;
import app.parlance.engine.Engine;
import app.parlance.engine.EngineException;
import app.parlance.engine.QuantizeRequest;
import app.parlance.gguf.GgufReader;
import app.parlance.model.ModelException;
import app.parlance.model.ModelStore;
import app.parlance.model.StoredModel;
import app.parlance.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

/** Makes smaller variants of models that are here, and takes them into the store as models of their own. Thread-safe. */
public final class VariantMaker {
    private final ModelStore store;
    private final Engine engine;

    public VariantMaker(ModelStore store, Engine engine) {
        this.store = store;
        this.engine = engine;
    }

    /** Whether the engine in use can; else the newer runtime does. */
    public boolean isPossible() {
        return engine.capabilities().contains(Capability.QUANTIZE);
    }

    /**
     * Blocks for seconds to minutes. Interrupting the thread ends it at once; unless it ends well, nothing of it is left.
     *
     * @param progress told 0..1, on any thread
     * @return the new model, found in the store from then on
     * @throws ProblemException where the engine cannot, the disk is too full, or the result is not what was asked for
     */
    public StoredModel make(VariantPlan plan, DoubleConsumer progress) throws ProblemException, InterruptedException {
        if (!isPossible()) {
            throw new EngineException(EngineException.Kind.NOT_POSSIBLE, "The runtime in use cannot make smaller variants.",
                    "The newer runtime can: get it in the Models pane or with “parlance engine get”.");
        }
        var folder = store.partialFolder();
        store.requireRoom(plan.bytes());
        var target = folder.resolve("variant-" + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".gguf");
        try {
            engine.quantize(new QuantizeRequest(plan.source().file(), target, plan.type(), progress));
            check(plan, target);
            return store.adopt(target, fileName(plan));
        } catch (IOException failure) {
            throw new ModelException("The variant of " + plan.source().name() + " could not be put into " + store.folder() + ": " + failure.getMessage() + ".",
                    "Check the drive, and try again.", failure);
        } finally {
            delete(target);
        }
    }

    private static void check(VariantPlan plan, Path made) throws ProblemException {
        var header = GgufReader.read(made);
        var source = plan.source().header();
        if (!header.quantization().equals(plan.type().name()) || !header.architecture().equals(source.architecture()) || header.parameters() != source.parameters()) {
            throw new ModelException("The variant that came out is not the one asked for (" + header.architecture() + ", " + header.quantization() + "), and was deleted.",
                    "Try again; if it happens once more, get another variant from the catalogue.");
        }
        if (header.bytes() >= plan.source().bytes()) {
            throw new ModelException("The variant that came out is no smaller than " + plan.source().name() + ", and was deleted.", "Choose a smaller kind.");
        }
    }

    private static void delete(Path made) throws ModelException {
        try {
            Files.deleteIfExists(made);
        } catch (IOException failure) {
            throw new ModelException("An unfinished variant could not be deleted: " + made + ".", "Delete it yourself.", failure);
        }
    }

    /** The source's name without its kind, with the new one. */
    private static String fileName(VariantPlan plan) {
        var name = plan.source().name();
        var kind = plan.source().header().quantization();
        var bare = name.endsWith(" " + kind) ? name.substring(0, name.length() - kind.length() - 1) : name;
        return bare.replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[-.]+|[-.]+$", "") + "-" + plan.type() + ".gguf";
    }
}
