package app.parlance.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Shows a file in the desktop's file manager, with the file selected: through {@code org.freedesktop.FileManager1} on Linux.
 * Where no file manager answers to that, the folder is opened.
 */
public final class FileView {
    private static final int PATIENCE_SECONDS = 10;

    private FileView() { }

    /** Blocks until the file manager has taken the wish; up to some seconds. @return false where nothing here can show files */
    public static boolean show(Path file) throws InterruptedException {
        for (var command : commands(file.toAbsolutePath(), System.getProperty("os.name").toLowerCase(Locale.ROOT))) {
            if (run(command)) {
                return true;
            }
        }
        return false;
    }

    /** In the order they are tried in. */
    static List<List<String>> commands(Path file, String system) {
        var folder = file.getParent().toString();
        if (system.startsWith("mac")) {
            return List.of(List.of("open", "-R", file.toString()), List.of("open", folder));
        }
        if (system.startsWith("windows")) {
            return List.of(List.of("explorer.exe", "/select," + file));
        }
        // dbus-send parts a list at commas, and both programs know quotes: neither is left in the address.
        var address = file.toUri().toString().replace(",", "%2C").replace("'", "%27");
        var manager = "org.freedesktop.FileManager1";
        var place = "/org/freedesktop/FileManager1";
        return List.of(
                List.of("dbus-send", "--session", "--print-reply", "--reply-timeout=5000", "--dest=" + manager, place, manager + ".ShowItems", "array:string:" + address, "string:"),
                List.of("gdbus", "call", "--session", "--timeout", "5", "--dest", manager, "--object-path", place, "--method", manager + ".ShowItems", "['" + address + "']", ""),
                List.of("xdg-open", folder));
    }

    private static boolean run(List<String> command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return true; // a file manager that stays in front of its own window is one that came
            }
            // Windows' file manager gives 1 also where it came.
            return process.exitValue() == 0 || command.getFirst().equals("explorer.exe");
        } catch (IOException notHere) {
            return false;
        }
    }
}
