package app.parlance.desktop.models;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What this computer has left. Reads files: not for the JavaFX thread.
 *
 * @param freeMemory bytes that programs can have without swapping
 * @param freeDisk bytes where the models lie
 */
public record Machine(long freeMemory, long freeDisk) {
    private static final Path MEMINFO = Path.of("/proc/meminfo");
    private static final System.Logger LOG = System.getLogger(Machine.class.getName());

    static Machine now(Path models) {
        return new Machine(readMemory(), readDisk(models));
    }

    private static long readMemory() {
        if (Files.isReadable(MEMINFO)) {
            // what Java calls free leaves out the page cache, which Linux gives back at once
            try (var lines = Files.lines(MEMINFO)) {
                var available = lines.filter(line -> line.startsWith("MemAvailable:")).findFirst();
                if (available.isPresent()) return Long.parseLong(available.get().replaceAll("\\D", "")) * 1024;
            } catch (IOException | RuntimeException e) {
                LOG.log(System.Logger.Level.DEBUG, "no MemAvailable", e);
            }
        }
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getFreeMemorySize();
    }

    private static long readDisk(Path folder) {
        var there = folder.toAbsolutePath();
        while (there != null && !Files.exists(there)) there = there.getParent();
        try {
            return there == null ? 0 : Files.getFileStore(there).getUsableSpace();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "free space of " + there, e);
            return 0;
        }
    }
}
