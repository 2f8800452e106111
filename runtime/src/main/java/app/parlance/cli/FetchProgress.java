package app.parlance.cli;

import app.parlance.model.ByteProgress;
import app.parlance.model.ByteSize;
import app.parlance.model.CatalogueEntry;
import app.parlance.model.StoredModel;
import app.parlance.model.TransferRate;
import app.parlance.problem.ProblemException;
import java.time.Duration;

/** Shows how far a long work on bytes is, with speed and time left: on one line of a terminal, else a line for each tenth. */
final class FetchProgress implements ByteProgress {
    private final Streams streams;
    private final TransferRate rate = new TransferRate();
    private long tenths;

    FetchProgress(Streams streams) {
        this.streams = streams;
    }

    /** Fetches a model with progress on the error output; Ctrl+C pauses it. */
    static StoredModel fetch(Session session, CatalogueEntry entry) throws ProblemException, InterruptedException {
        var streams = session.streams();
        streams.note("Fetching " + entry.name() + " (" + ByteSize.text(entry.bytes()) + ", " + entry.licence() + ").");
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
        rate.at(done);
        var line = ByteSize.text(done) + (total > 0 ? " of " + ByteSize.text(total) + ", " + done * 100 / total + " %" : "")
                + (rate.bytesPerSecond() > 0 ? ", " + ByteSize.text(rate.bytesPerSecond()) + "/s" : "")
                + rate.timeLeft(total).map(left -> ", " + inWords(left) + " left").orElse("");
        if (streams.isTerminal()) {
            streams.status(line);
        } else if (total > 0 && done * 10 / total != tenths) {
            tenths = done * 10 / total;
            streams.note(line);
        }
    }

    private static String inWords(Duration duration) {
        return duration.toSeconds() < 90 ? duration.toSeconds() + " s" : (duration.toSeconds() + 30) / 60 + " min";
    }
}
