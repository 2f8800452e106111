package app.parlance.engine;

import java.nio.file.Path;

/**
 * The models in memory. A request opens its model where it is not, and opens it anew where it died.
 *
 * <p>Thread-safe; today it keeps one generating model at a time and closes the one before.
 */
public final class ModelPool implements AutoCloseable {
    private final Engine engine;
    private OpenModel current;
    private Path currentFile;
    private int currentContext;

    public ModelPool(Engine engine) {
        this.engine = engine;
    }

    public Engine engine() {
        return engine;
    }

    /** The model of this file, ready to answer; blocks while it loads. */
    public synchronized OpenModel use(Path file, int contextTokens) throws EngineException, InterruptedException {
        if (isOpen(file, contextTokens)) return current;
        closeCurrent();
        current = engine.open(OpenRequest.toGenerate(file, contextTokens));
        currentFile = file;
        currentContext = contextTokens;
        return current;
    }

    /** Whether {@link #use} would return without loading. */
    public synchronized boolean isOpen(Path file, int contextTokens) {
        return current != null && current.isAlive() && file.equals(currentFile) && contextTokens == currentContext;
    }

    /** Gives the memory back; the next {@link #use} loads again. */
    @Override
    public synchronized void close() {
        closeCurrent();
    }

    private void closeCurrent() {
        if (current != null) current.close();
        current = null;
    }
}
