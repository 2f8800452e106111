package app.parlance.engine;

import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.DoubleConsumer;

/**
 * The models in memory. A request opens its model where it is not, and opens it anew where it died.
 *
 * <p>Thread-safe; today it keeps one generating model at a time and closes the one before.
 */
public final class ModelPool implements AutoCloseable {
    /** Whose work it is: a person's goes before work in the background. */
    public enum Priority { PERSON, BACKGROUND }

    /** A model in use: it stays in memory until this is closed. */
    public static final class Lease implements AutoCloseable {
        private final OpenModel model;

        private Lease(OpenModel model) {
            this.model = model;
        }

        public OpenModel model() {
            return model;
        }

        @Override
        public void close() { }
    }

    private record Held(OpenModel model, OpenRequest request) {
        boolean is(OpenRequest wanted) {
            return model.isAlive() && request.sameModel(wanted);
        }
    }

    private final Engine engine;
    /** Held while a model is opened or closed, which may take many seconds; who only looks needs none. */
    private final ReentrantLock changing = new ReentrantLock();
    private volatile Held held;

    public ModelPool(Engine engine) {
        this.engine = engine;
    }

    public Engine engine() {
        return engine;
    }

    /** The model of this file, ready to answer; blocks while it loads. */
    public OpenModel use(Path file, int contextTokens) throws EngineException, InterruptedException {
        return use(file, contextTokens, share -> { });
    }

    public OpenModel use(Path file, int contextTokens, DoubleConsumer progress) throws EngineException, InterruptedException {
        return use(OpenRequest.toGenerate(file, contextTokens).withProgress(progress), Priority.PERSON).model();
    }

    /**
     * A model, ready; blocks while it loads. Interrupting the thread ends the load, or the waiting for another one, at once.
     *
     * @param request its progress is told while it loads, by engines with {@link Capability#LOAD_PROGRESS}
     */
    public Lease use(OpenRequest request, Priority priority) throws EngineException, InterruptedException {
        changing.lockInterruptibly();
        try {
            Held now = held;
            if (now != null && now.is(request)) return new Lease(now.model());
            closeHeld();
            OpenModel opened = engine.open(request);
            held = new Held(opened, request);
            return new Lease(opened);
        } finally {
            changing.unlock();
        }
    }

    /** Whether {@link #use} would return without loading. Returns at once, also while a model loads. */
    public boolean isOpen(Path file, int contextTokens) {
        return isOpen(OpenRequest.toGenerate(file, contextTokens));
    }

    /** The same. */
    public boolean isOpen(OpenRequest request) {
        Held now = held;
        return now != null && now.is(request);
    }

    /** Gives the memory back; the next {@link #use} loads again. Waits for a load that is under way. */
    @Override
    public void close() {
        changing.lock();
        try {
            closeHeld();
        } finally {
            changing.unlock();
        }
    }

    private void closeHeld() {
        Held last = held;
        held = null;
        if (last != null) last.model().close();
    }
}
