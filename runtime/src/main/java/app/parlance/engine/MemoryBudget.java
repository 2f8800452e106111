package app.parlance.engine;

import app.parlance.platform.Machine;
import java.io.File;
import java.util.function.ToLongFunction;

/**
 * How much memory a pool's models may take together.
 *
 * @param bytes the most that open models need together; one that needs more is opened alone
 * @param need what a request's model takes while it is open, in bytes; may read the file's header
 */
public record MemoryBudget(long bytes, ToLongFunction<OpenRequest> need) {
    /** Of all memory, for models; the rest is the system's and other programs'. */
    private static final double SHARE = 0.6;

    /** The usual share of this machine's memory. */
    public static long usualBytes() {
        return (long) (Machine.memory() * SHARE);
    }

    /** The usual share, where models are counted by their files' sizes alone. */
    public static MemoryBudget ofFileSizes() {
        return new MemoryBudget(usualBytes(), request -> new File(request.file().toString()).length());
    }
}
