package app.parlance.engine.llama;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process holds in memory. */
final class ResidentMemory {
    private static final System.Logger LOG = System.getLogger(ResidentMemory.class.getName());
    private static final String KEY = "VmRSS:";

    private ResidentMemory() { }

    /** Bytes; 0 where the system does not tell. */
    static long of(long pid) {
        Path status = Path.of("/proc", String.valueOf(pid), "status");
        try {
            return Files.isReadable(status) ? fromStatus(status) : fromPs(pid);
        } catch (IOException | NumberFormatException e) {
            LOG.log(Level.DEBUG, "a process's memory is not told", e);
            return 0;
        }
    }

    private static long fromStatus(Path status) throws IOException {
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(KEY)).findFirst().map(line -> kilobytes(line.substring(KEY.length()).replace("kB", ""))).orElse(0L);
        }
    }

    /** macOS has it; Windows does not, and the start fails. */
    private static long fromPs(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(pid)).redirectErrorStream(true).start();
        try (var out = ps.inputReader()) {
            String line = out.readLine();
            return line == null ? 0 : kilobytes(line);
        } finally {
            ps.destroy();
        }
    }

    private static long kilobytes(String number) {
        return Long.parseLong(number.strip()) * 1024;
    }
}
