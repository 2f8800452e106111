package app.parlance.model;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;

/** Copies large files, in steps that an interrupt can end. */
final class FileCopy {
    private static final long STEP = 8 << 20;

    private FileCopy() { }

    /**
     * @param to must not exist; the caller deletes it where this fails
     * @param done told the bytes copied so far
     */
    static void copy(Path from, Path to, LongConsumer done) throws IOException, InterruptedException {
        try (var in = FileChannel.open(from, StandardOpenOption.READ);
                var out = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long size = in.size();
            long copied = 0;
            while (copied < size) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                long step = in.transferTo(copied, STEP, out);
                if (step <= 0) {
                    throw new IOException(from + " became shorter while it was copied");
                }
                copied += step;
                done.accept(copied);
            }
            out.force(true);
        } catch (ClosedByInterruptException interrupted) {
            Thread.interrupted();
            throw new InterruptedException();
        }
    }
}
