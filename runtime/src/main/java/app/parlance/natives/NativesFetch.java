package app.parlance.natives;

import app.parlance.connection.ConnectionLog;
import app.parlance.platform.Drive;
import app.parlance.platform.Machine;
import app.parlance.platform.SafeFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.function.LongConsumer;

/** Changes the folder of fetched natives; one thread of one process at a time, told by a lock file beside it. */
final class NativesFetch {
    private final Path natives;
    private final Map<String, String> environment;
    private final ConnectionLog connections;

    NativesFetch(Path natives, Map<String, String> environment, ConnectionLog connections) {
        this.natives = natives;
        this.environment = environment;
        this.connections = connections;
    }

    /** Brings the package through npm and leaves its pinned libraries in {@code target}. */
    void into(PinnedFolder target, String version, LongConsumer grown) throws NativesException, InterruptedException {
        var platform = target.platform();
        var npm = Npm.find(environment).orElseThrow(() -> new NativesException("The newer runtime comes through npm, and there is none on the PATH.",
                "Install Node.js, which brings npm, or name a folder that has the newer runtime in " + Natives.VARIABLE + "."));
        var work = natives.resolve(".fetching");
        try (var _ = lock(false)) {
            requireRoom(platform);
            SafeFiles.deleteTree(work);
            SafeFiles.createPrivateFolders(work);
            try (var _ = connections.begin("Download of the newer runtime", "npm")) {
                var unpacked = npm.unpack(platform, version, work, grown);
                SafeFiles.createPrivateFolders(target.folder().getParent());
                unpacked.copyTo(target.folder());
            } finally {
                SafeFiles.deleteTree(work);
            }
        } catch (IOException failure) {
            throw problem("The newer runtime was not fetched", failure);
        }
    }

    /** Copies the pinned libraries out of another folder; waits where another process is doing so. */
    void copy(PinnedFolder from, Path to) throws NativesException {
        try (var _ = lock(true)) {
            SafeFiles.createPrivateFolders(to.getParent());
            from.copyTo(to);
        } catch (IOException failure) {
            throw problem("The newer runtime was not copied from " + from.folder(), failure);
        }
    }

    void remove() throws NativesException {
        try (var _ = lock(false)) {
            SafeFiles.deleteTree(natives);
        } catch (IOException failure) {
            throw new NativesException("The newer runtime was not removed as a whole, perhaps because a model is open in it.", "Start Parlance again and remove it then.", failure);
        }
    }

    /**
     * Held until the channel is closed.
     *
     * @param wait for another process to end its work
     */
    private FileChannel lock(boolean wait) throws IOException, NativesException {
        SafeFiles.createPrivateFolders(natives.getParent());
        var channel = FileChannel.open(natives.resolveSibling("natives.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if ((wait ? channel.lock() : channel.tryLock()) != null) {
                return channel;
            }
        } catch (OverlappingFileLockException heldHere) {
            channel.close();
            throw busy(heldHere);
        } catch (IOException failure) {
            channel.close();
            throw failure;
        }
        channel.close();
        throw busy(null);
    }

    private static NativesException busy(Throwable cause) {
        return new NativesException("The newer runtime is being fetched, copied or removed already, in this or another window or command.", "Wait for it, or stop it there.", cause);
    }

    /** npm's copy and ours lie side by side for a moment. */
    private void requireRoom(PinnedPlatform platform) throws NativesException {
        long needed = platform.unpackedBytes() + platform.bytes() + Drive.RESERVE;
        long free = Machine.freeDisk(natives);
        if (free > 0 && free < needed) {
            throw new NativesException("The newer runtime was not fetched: " + megabytes(needed) + " are needed on the drive of " + natives.getParent()
                    + " while it is unpacked, and only " + megabytes(free) + " are free.", "Make room and try again.");
        }
    }

    private static String megabytes(long bytes) {
        return bytes / 1_000_000 + " MB";
    }

    private NativesException problem(String what, IOException failure) {
        if (Drive.isFull(failure)) {
            return new NativesException(what + ": the drive of " + natives.getParent() + " is full.", "Make room and try again.", failure);
        }
        if (Drive.isForbidden(failure)) {
            return new NativesException(what + ": Parlance may not write to " + natives.getParent() + ".", "Give yourself the right to write there.", failure);
        }
        return new NativesException(what + ": " + (failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage()) + ".",
                "Check the drive of " + natives.getParent() + ", and try again.", failure);
    }
}
