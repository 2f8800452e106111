package app.parlance.instance;

import app.parlance.problem.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * One window for one person: the first start holds a file lock and listens on an owner-only Unix-domain
 * socket; a second start asks the first to come to the front and ends. The lock goes with its process,
 * however that ends, so nothing needs cleaning up by hand after a crash.
 */
public final class SingleInstance implements AutoCloseable {
    /** How long a second start waits for the first to come to the front. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private final FileChannel lockFile;
    private final Doorbell doorbell;

    private SingleInstance(FileChannel lockFile, Doorbell doorbell) {
        this.lockFile = lockFile;
        this.doorbell = doorbell;
    }

    /**
     * Becomes the first instance, or has the one that runs come to the front.
     *
     * @param folder {@link app.parlance.platform.Folders#runtime()}; made owner-only where it is missing
     * @param files what the person asked to open, handed to the running instance
     * @param activated told, on a thread of its own, when a second start comes, with the files it was given
     *     (absolute, maybe none). It should return once the window is in front: the second start waits for it
     * @return the first instance, to be kept until the end; empty when another came to the front
     * @throws ProblemException when another instance runs but does not answer within three seconds, or
     *     when lock and socket cannot be made; in the second case a window may open all the same
     */
    public static Optional<SingleInstance> claim(Path folder, List<Path> files, Consumer<List<Path>> activated) throws ProblemException {
        var claim = new CompletableFuture<Optional<SingleInstance>>();
        var worker = Thread.ofVirtual().name("single-instance").start(() -> {
            try {
                claim.complete(claimOrRing(folder, files, activated));
            } catch (Exception e) {
                claim.completeExceptionally(e);
            }
        });
        try {
            return claim.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            worker.interrupt();
            throw hangs(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProblemException problem) throw problem;
            throw new ProblemException("Parlance could not find out whether it is running already: " + folder + " cannot be used.",
                    "Check that the folder can be written to.", e.getCause());
        } catch (InterruptedException e) {
            worker.interrupt();
            Thread.currentThread().interrupt();
            throw new ProblemException("The start was interrupted.", "", e);
        }
    }

    /** Two bytes of one file are locked: the first for as long as the window lives, the second while it is being set up. */
    private static Optional<SingleInstance> claimOrRing(Path folder, List<Path> files, Consumer<List<Path>> activated)
            throws IOException, ProblemException {
        var home = OwnerOnly.folder(folder);
        var lockFile = FileChannel.open(home.resolve("window.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            var settingUp = lock(lockFile, 1, true);
            if (lock(lockFile, 0, false).isPresent()) {
                var doorbell = Doorbell.hang(home, activated);
                if (settingUp.isPresent()) settingUp.get().release();
                return Optional.of(new SingleInstance(lockFile, doorbell));
            }
        } catch (IOException | RuntimeException e) {
            lockFile.close();
            throw e;
        }
        lockFile.close();
        try {
            Doorbell.ring(home, files);
        } catch (IOException e) {
            throw hangs(e);
        }
        return Optional.empty();
    }

    private static Optional<FileLock> lock(FileChannel file, long position, boolean wait) throws IOException {
        try {
            return Optional.ofNullable(wait ? file.lock(position, 1, false) : file.tryLock(position, 1, false));
        } catch (OverlappingFileLockException heldByThisProcess) {
            return Optional.empty();
        }
    }

    private static ProblemException hangs(Exception cause) {
        return new ProblemException("Parlance is running already, but its window does not answer.",
                "Wait a moment and try again, or end the running program; its conversations are saved.", cause);
    }

    /** Stops listening and lets the next start be the first. */
    @Override
    public void close() {
        doorbell.close();
        try {
            lockFile.close();
        } catch (IOException e) {
            System.getLogger(SingleInstance.class.getName()).log(System.Logger.Level.WARNING, "The lock could not be closed", e);
        }
    }
}
