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
    private record Held(OpenModel model, Path file, int contextTokens) {
        boolean is(Path wantedFile, int wantedContext) {
            return model.isAlive() && file.equals(wantedFile) && contextTokens == wantedContext;
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

    /**
     * The same; interrupting the thread ends the load, or the waiting for another one, at once.
     *
     * @param progress told 0..1 on any thread while it loads, by engines with {@link Capability#LOAD_PROGRESS}
     */
    public OpenModel use(Path file, int contextTokens, DoubleConsumer progress) throws EngineException, InterruptedException {
        changing.lockInterruptibly();
        try {
            Held now = held;
            if (now != null && now.is(file, contextTokens)) return now.model();
            closeHeld();
            OpenModel opened = engine.open(OpenRequest.toGenerate(file, contextTokens).withProgress(progress));
            held = new Held(opened, file, contextTokens);
            return opened;
        } finally {
            changing.unlock();
        }
    }

    /** Whether {@link #use} would return without loading. Returns at once, also while a model loads. */
    public boolean isOpen(Path file, int contextTokens) {
        Held now = held;
        return now != null && now.is(file, contextTokens);
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
