package app.parlance.cli;

import app.parlance.model.ByteProgress;
import app.parlance.model.CatalogueEntry;
import app.parlance.model.StoredModel;
import app.parlance.problem.ProblemException;
import java.time.Duration;

/** Shows how far a long work on bytes is, with speed and time left: on one line of a terminal, else a line for each tenth. */
final class FetchProgress implements ByteProgress {
    private final Streams streams;
    private final long begun = System.nanoTime();
    private long atBegin = -1;
    private long tenths = -1;

    FetchProgress(Streams streams) {
        this.streams = streams;
    }

    /** Fetches a model with progress on the error output; Ctrl+C pauses it. */
    static StoredModel fetch(Session session, CatalogueEntry entry) throws ProblemException, InterruptedException {
        var streams = session.streams();
        var thread = Thread.currentThread();
        try (var _ = Interrupts.handle(thread::interrupt)) {
            return session.parlance().fetch().fetch(entry, new FetchProgress(streams));
        } catch (InterruptedException e) {
            streams.status("");
            streams.note("Paused: what has come is kept, and \"parlance models fetch " + entry.id() + "\" goes on from there.");
            throw e;
        } finally {
            streams.status("");
        }
    }

    @Override
    public void at(long done, long total) {
        if (atBegin < 0) atBegin = done;
        var line = line(done, total, (System.nanoTime() - begun) / 1e9);
        if (streams.isTerminal()) {
            streams.status(line);
        } else if (total > 0 && done * 10 / total != tenths) {
            tenths = done * 10 / total;
            streams.note(line);
        }
    }

    private String line(long done, long total, double seconds) {
        var line = Sizes.bytes(done) + (total > 0 ? " of " + Sizes.bytes(total) + ", " + done * 100 / total + " %" : "");
        var speed = (done - atBegin) / seconds;
        if (speed <= 0 || seconds < 0.5) return line;
        return line + ", " + Sizes.bytes(speed) + "/s" + (total > done ? ", " + Sizes.time(Duration.ofSeconds(Math.round((total - done) / speed))) + " left" : "");
    }
}
