package app.parlance.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What matters of the machine's processor.
 *
 * @param runsTheLibrary whether it has the instructions that the llama.cpp on board was built for: AVX2 on
 *        x86; without them that library dies with an illegal instruction
 * @param physicalCores the best number of computing threads: two threads on one core only get in each
 *        other's way
 */
public record Processor(boolean runsTheLibrary, int physicalCores) {
    private static final Path LINUX_DESCRIPTION = Path.of("/proc/cpuinfo");

    public static Processor ofThisMachine() {
        int logical = Runtime.getRuntime().availableProcessors();
        if (!Files.isReadable(LINUX_DESCRIPTION)) return new Processor(true, logical);
        try {
            return of(System.getProperty("os.arch"), Files.readString(LINUX_DESCRIPTION), logical);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param linuxDescription the text of {@code /proc/cpuinfo}; it names each logical processor's
     *        {@code physical id} and {@code core id} on x86 and neither on ARM
     * @param logical logical processors that this program may use
     */
    public static Processor of(String architecture, String linuxDescription, int logical) {
        boolean x86 = architecture.equals("amd64") || architecture.equals("x86_64");
        boolean runs = !x86 || Pattern.compile("(?m)^flags\\s*:.*\\bavx2\\b").matcher(linuxDescription).find();
        long cores = Arrays.stream(linuxDescription.split("\n\\s*\n"))
                .filter(processor -> processor.contains("core id"))
                .map(processor -> number(processor, "physical id") + "/" + number(processor, "core id"))
                .distinct().count();
        return new Processor(runs, cores == 0 ? logical : (int) Math.min(cores, logical));
    }

    private static String number(String processor, String field) {
        Matcher matcher = Pattern.compile("(?m)^" + field + "\\s*:\\s*(\\d+)").matcher(processor);
        return matcher.find() ? matcher.group(1) : "";
    }
}
