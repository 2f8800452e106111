package app.parlance.chat;

import app.parlance.engine.EngineException;
import app.parlance.engine.ModelPool;
import app.parlance.engine.OpenModel;
import app.parlance.engine.OpenRequest;

/** A model on its way into memory, on a thread of its own, so that who waits for it hears how far it is. */
final class ModelLoad {
    /** What there is to hear, in this order. */
    sealed interface News {
        /** @param share 0..1, more than the one before */
        record Grown(double share) implements News { }

        /** The end; nothing follows. */
        record Loaded(OpenModel model) implements News { }
    }

    /** Smaller steps are not worth a word. */
    private static final double STEP = 0.01;

    private final Thread thread;
    private double share;
    private double told;
    private OpenModel model;
    private Exception failure;

    /** Begins at once. */
    ModelLoad(ModelPool pool, OpenRequest request) {
        thread = Thread.ofVirtual().name("model-load").start(() -> {
            try {
                end(pool.use(request.withProgress(this::grow), ModelPool.Priority.PERSON).model(), null);
            } catch (EngineException | InterruptedException | RuntimeException e) {
                end(null, e);
            }
        });
    }

    private synchronized void grow(double now) {
        share = now;
        notifyAll();
    }

    private synchronized void end(OpenModel opened, Exception problem) {
        model = opened;
        failure = problem;
        notifyAll();
    }

    /**
     * Waits for what is next. Interrupting the waiting thread ends the load too.
     *
     * @throws InterruptedException also when {@link #cancel} ended it
     */
    synchronized News next() throws EngineException, InterruptedException {
        try {
            while (model == null && failure == null && share < told + STEP) wait();
        } catch (InterruptedException e) {
            cancel();
            throw e;
        }
        if (model != null) return new News.Loaded(model);
        switch (failure) {
            case null -> { }
            case EngineException e -> throw e;
            case InterruptedException e -> throw e;
            case RuntimeException e -> throw e;
            default -> throw new IllegalStateException(failure);
        }
        told = share;
        return new News.Grown(share);
    }

    /** Ends it where it has not ended; returns at once. From any thread. */
    void cancel() {
        thread.interrupt();
    }
}
