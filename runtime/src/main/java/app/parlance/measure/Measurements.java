package app.parlance.measure;

import app.parlance.problem.ProblemException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was measured on this machine, in a SQLite file: nothing is ever overwritten, so that runs can be compared over time. Thread-safe. */
public final class Measurements implements AutoCloseable {
    /** @param measured when the run ended */
    public record Measured<T>(Setup setup, T figures, Instant measured) { }

    /** Opens the file, and makes it where there is none. */
    public static Measurements open(Path file) throws ProblemException {
        throw new UnsupportedOperationException();
    }

    public void add(Setup setup, Speed speed) throws ProblemException {
        throw new UnsupportedOperationException();
    }

    public void add(Setup setup, Accuracy accuracy) throws ProblemException {
        throw new UnsupportedOperationException();
    }

    /** Every run, newest first. */
    public List<Measured<Speed>> speeds() throws ProblemException {
        throw new UnsupportedOperationException();
    }

    /** Every run, newest first. */
    public List<Measured<Accuracy>> accuracies() throws ProblemException {
        throw new UnsupportedOperationException();
    }

    /** The newest of this very setup. */
    public Optional<Measured<Speed>> speed(Setup setup) throws ProblemException {
        throw new UnsupportedOperationException();
    }

    /** The newest of this model (name and bytes) and KV-cache type, for each task and set the newest, in whatever context and threads. */
    public List<Measured<Accuracy>> accuracies(Setup setup) throws ProblemException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() { }
}
