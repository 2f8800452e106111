package app.parlance.measure;

import app.parlance.engine.ModelPool;
import app.parlance.engine.OpenRequest;
import app.parlance.model.StoredModel;
import app.parlance.problem.ProblemException;

/** Measures how quick models are here. Blocks for half a minute to some minutes; interrupting the thread ends it at once. */
public final class SpeedBench {
    public SpeedBench(ModelPool pool, Measurements kept, Bandwidth bandwidth) {
        throw new UnsupportedOperationException();
    }

    /** Measures and keeps the result. @param request how it is opened */
    public Speed run(StoredModel model, OpenRequest request, Progress progress) throws ProblemException, InterruptedException {
        throw new UnsupportedOperationException();
    }
}
