package app.parlance.platform;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Facts of this machine and this build. */
public final class Machine {
    private static final System.Logger LOG = System.getLogger(Machine.class.getName());

    private Machine() { }

    /** The program's version, or the word development where it runs from class files. */
    public static String programVersion() {
        return Optional.ofNullable(Machine.class.getPackage().getImplementationVersion()).orElse("development");
    }

    /** All memory in bytes; within a container what that may use. */
    public static long memory() {
        return system().getTotalMemorySize();
    }

    /** Memory in bytes that programs may still take; on Linux with the file cache that makes room for them. */
    public static long freeMemory() {
        return systemFile("/proc/meminfo", "MemAvailable:").map(value -> Long.parseLong(value.split(" ")[0]) * 1024)
                .orElseGet(() -> system().getFreeMemorySize());
    }

    /** Bytes that may still be written where this path lies or would lie; 0 where the system does not tell. */
    public static long freeDisk(Path path) {
        var there = path.toAbsolutePath();
        while (there != null && !Files.exists(there)) there = there.getParent();
        try {
            return there == null ? 0 : Files.getFileStore(there).getUsableSpace();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.INFO, "The free space of a drive is not told", e);
            return 0;
        }
    }

    /** The processor's name, or its architecture where the system does not tell. */
    public static String processor() {
        return systemFile("/proc/cpuinfo", "model name").orElse(System.getProperty("os.arch"));
    }

    /** The instruction sets that matter to engines, where the system tells. */
    public static String instructionSets() {
        return systemFile("/proc/cpuinfo", "flags").map(flags -> Arrays.stream(flags.split(" "))
                .filter(flag -> flag.matches("avx.*|fma|f16c|sse4_2|bmi2|amx.*")).collect(Collectors.joining(" "))).orElse("(not told)");
    }

    /** The rest of the first line that begins with this key, without colon and spaces. */
    private static Optional<String> systemFile(String file, String key) {
        var path = Path.of(file);
        if (!Files.isReadable(path)) return Optional.empty();
        try (var lines = Files.lines(path)) {
            return lines.filter(line -> line.startsWith(key)).findFirst().map(line -> line.substring(line.indexOf(':') + 1).strip());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.INFO, file + " could not be read", e);
            return Optional.empty();
        }
    }

    private static OperatingSystemMXBean system() {
        return (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    }
}
