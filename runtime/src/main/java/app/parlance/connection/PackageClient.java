package app.parlance.connection;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A program of the person's own that fetches packages (pip, npm), run with its own settings. It ends, with all that it
 * started, when the calling thread is interrupted and when the application ends. Whoever runs it for a download says so
 * in the {@link ConnectionLog}.
 */
public final class PackageClient {
    private static final long LOOK_MILLIS = 200;

    private static final System.Logger LOG = System.getLogger(PackageClient.class.getName());

    private final List<String> command;
    private final Map<String, String> environment;

    /**
     * @param command the program and its first words
     * @param environment all that it sees
     */
    public PackageClient(List<String> command, Map<String, String> environment) {
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
    }

    /** Where a program of this name lies on the environment's PATH. */
    public static Optional<Path> onPath(Map<String, String> environment, String program) {
        boolean windows = File.separatorChar == '\\';
        var folders = environment.entrySet().stream().filter(entry -> entry.getKey().equalsIgnoreCase("PATH"))
                .map(Map.Entry::getValue).findFirst().orElse("");
        var endings = windows ? List.of(".exe", ".bat", ".cmd") : List.of("");
        return Arrays.stream(folders.split(File.pathSeparator)).filter(folder -> !folder.isBlank())
                .flatMap(folder -> endings.stream().flatMap(ending -> file(folder, program + ending).stream()))
                .filter(Files::isRegularFile).filter(Files::isExecutable)
                // Windows has a python that only opens the shop.
                .filter(file -> !file.toString().toLowerCase(Locale.ROOT).contains("windowsapps")).findFirst();
    }

    /**
     * Runs it to its end, without input; what it prints is thrown away, what it complains of is kept.
     *
     * @param temporary where it may put unfinished things
     * @param said the file for its complaints; its folder is the working folder
     * @param look called some times a second, to see how far it is
     * @return its exit code
     */
    public int run(List<String> arguments, Path temporary, Path said, Runnable look) throws IOException, InterruptedException {
        var words = new ArrayList<>(command);
        words.addAll(arguments);
        var builder = new ProcessBuilder(words).directory(said.getParent().toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(said.toFile());
        var child = builder.environment();
        child.clear();
        child.putAll(environment);
        for (var name : List.of("TMPDIR", "TEMP", "TMP")) {
            child.put(name, temporary.toString());
        }
        var process = builder.start();
        // Also when the application ends in the middle, it must not go on loading unseen.
        var atExit = new Thread(() -> end(process));
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            process.getOutputStream().close();
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                look.run();
            }
            return process.exitValue();
        } finally {
            end(process);
            forget(atExit);
        }
    }

    /** Bytes of all files below a folder in which such a program works, where files come and go while they are counted. */
    public static long bytesBelow(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException | UncheckedIOException vanished) {
            return 0;
        }
    }

    private static void end(Process process) {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().onExit().join();
        }
    }

    private static void forget(Thread atExit) {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException endingAlready) {
            LOG.log(System.Logger.Level.DEBUG, "the application ends, and the hook with it", endingAlready);
        }
    }

    private static Optional<Path> file(String folder, String name) {
        try {
            var path = Path.of(folder, name);
            return path.isAbsolute() ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException unusable) {
            return Optional.empty();
        }
    }
}
