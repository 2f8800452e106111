package app.parlance.mode;

import app.parlance.problem.ProblemException;
import java.util.Optional;

/** What Fast, Balanced, Accurate and Auto mean for each task on this machine. Blocks on disk; not for the JavaFX thread. Thread-safe. */
public final class Modes {
    /** The mode of a task that the person chose last, or its standard. */
    public Mode chosen(Task task) {
        throw new UnsupportedOperationException();
    }

    public void choose(Task task, Mode mode) throws ProblemException {
        throw new UnsupportedOperationException();
    }

    /**
     * What this mode comes to.
     *
     * @param text what is to be answered or translated, for {@link Mode#AUTO}; may be empty
     * @return empty where no model on this machine can do it
     */
    public Optional<Plan> plan(Task task, Mode mode, String text) throws ProblemException {
        throw new UnsupportedOperationException();
    }

    /** What the mode costs; for Auto, of what it mostly comes to. */
    public Optional<Price> price(Task task, Mode mode) throws ProblemException {
        throw new UnsupportedOperationException();
    }
}
