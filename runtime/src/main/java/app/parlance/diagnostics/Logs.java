package app.parlance.diagnostics;

import app.parlance.platform.SafeFiles;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * The program's log: small files in turn below the cache folder. Only Parlance's own lines go there, and
 * of exceptions only their types and places, never their messages: those may quote what a person wrote.
 * Own log lines say what happened to which kind of thing and never carry text of a conversation.
 */
public final class Logs {
    private static final Logger OURS = Logger.getLogger("app.parlance");
    private static final int BYTES_PER_FILE = 512 * 1024;
    private static final int FILES = 3;

    private Logs() { }

    /**
     * Sends the log of this process to files in {@code cache}/logs, and keeps it off the terminal unless
     * {@code toTerminal}. Where the folder cannot be written there is no log, and that is no error.
     */
    public static synchronized void install(Path cache, boolean toTerminal) {
        for (var handler : Logger.getLogger("").getHandlers()) {
            if (handler instanceof ConsoleHandler && !toTerminal) Logger.getLogger("").removeHandler(handler);
        }
        for (var handler : OURS.getHandlers()) {
            OURS.removeHandler(handler);
            handler.close();
        }
        try {
            var folder = folder(cache);
            SafeFiles.createPrivateFolders(folder);
            // %u: a window and commands write at the same time, each into its own files.
            var handler = new FileHandler(folder.toString().replace("%", "%%") + "/parlance-%u.%g.log", BYTES_PER_FILE, FILES, true);
            handler.setEncoding("UTF-8");
            handler.setFormatter(new OneLine());
            OURS.addHandler(handler);
            OURS.setLevel(Level.INFO);
        } catch (IOException e) {
            OURS.log(Level.INFO, "There is no log: its folder cannot be written", e);
        }
    }

    private static Path folder(Path cache) {
        return cache.resolve("logs");
    }

    /** The newest lines of all log files, oldest first. */
    static List<String> recent(Path cache, int lines) throws IOException {
        if (!Files.isDirectory(folder(cache))) return List.of();
        var all = new ArrayList<String>();
        try (var files = Files.list(folder(cache))) {
            for (var file : files.filter(file -> file.toString().endsWith(".log")).toList()) all.addAll(Files.readAllLines(file));
        }
        // Each begins with its time, so that sorting puts those of several files in order.
        all.sort(null);
        return all.subList(Math.max(0, all.size() - lines), all.size());
    }

    /** One record on one line. */
    private static final class OneLine extends Formatter {
        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

        @Override
        public String format(LogRecord entry) {
            var line = new StringWriter();
            line.append(TIME.format(entry.getInstant())).append(' ').append(entry.getLevel().getName()).append(' ')
                    .append(shortName(entry.getLoggerName())).append(": ").append(formatMessage(entry).replaceAll("\\R", " "));
            for (var cause = entry.getThrown(); cause != null; cause = cause.getCause()) {
                line.append(" | ").append(cause.getClass().getName());
                var stack = cause.getStackTrace();
                for (int i = 0; i < Math.min(stack.length, 8); i++) line.append(" < ").append(stack[i].toString());
            }
            return line.append('\n').toString();
        }

        private static String shortName(String logger) {
            return logger == null ? "" : logger.replace("app.parlance.", "");
        }
    }
}
