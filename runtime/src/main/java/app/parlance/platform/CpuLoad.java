package app.parlance.platform;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** How busy the machine is with other programs than this process. Not thread-safe. */
public final class CpuLoad {
    private static final Path MACHINE = Path.of("/proc/stat");
    private static final Path AVERAGES = Path.of("/proc/loadavg");
    private static final Path OWN = Path.of("/proc/self/stat");
    /** USER_HZ, the unit of both files on every Linux that Java runs on. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int LOOKS = 5;
    private static final int MILLIS_BETWEEN_LOOKS = 2;

    /** CPU seconds since some moment. @param own those of this process */
    private record Times(double all, double own, long nanos) { }

    private final boolean linux = Files.isReadable(MACHINE);
    private Times last = linux ? times() : null;

    /** Cores that others kept busy on average since the last call, or since this was made; may be off by a tenth. */
    public double coresBusyWithOthers() {
        if (!linux) return byManagement();
        Times now = times();
        double seconds = (now.nanos() - last.nanos()) / 1e9;
        double others = (now.all() - last.all() - (now.own() - last.own())) / Math.max(seconds, 0.01);
        last = now;
        return Math.max(0, others);
    }

    /**
     * Threads of others that run or want to at this moment: the fewest of a few looks within some milliseconds, so that
     * what only passes by does not count. Proc(5) counts the asking thread too. 0 where the system does not say.
     */
    public int othersRunningNow() throws InterruptedException {
        if (!linux) return 0;
        int fewest = Integer.MAX_VALUE;
        for (int look = 0; look < LOOKS; look++) {
            if (look > 0) Thread.sleep(MILLIS_BETWEEN_LOOKS);
            fewest = Math.min(fewest, running() - 1);
        }
        return Math.max(0, fewest);
    }

    private static int running() {
        try {
            String running = Files.readString(AVERAGES).split(" ")[3];
            return Integer.parseInt(running.substring(0, running.indexOf('/')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double byManagement() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Math.max(0, system.getCpuLoad() - system.getProcessCpuLoad()) * Runtime.getRuntime().availableProcessors();
    }

    /** The fields are those of proc(5): user, nice, system, then idle, iowait, then irq, softirq, steal; utime and stime are the 14th and 15th. */
    private static Times times() {
        try {
            String[] machine = Files.readString(MACHINE).lines().findFirst().orElseThrow().trim().split("\\s+");
            double all = Arrays.stream(new int[] {1, 2, 3, 6, 7, 8}).filter(field -> field < machine.length).mapToDouble(field -> Double.parseDouble(machine[field])).sum();
            String own = Files.readString(OWN);
            String[] fields = own.substring(own.lastIndexOf(')') + 2).split(" ");
            return new Times(all / TICKS_PER_SECOND, (Double.parseDouble(fields[11]) + Double.parseDouble(fields[12])) / TICKS_PER_SECOND, System.nanoTime());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
