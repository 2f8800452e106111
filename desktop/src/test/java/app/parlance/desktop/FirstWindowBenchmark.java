package app.parlance.desktop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program's first window against an empty one, in new processes by turns with the same flags. Goal: at most 1.5. */
@Tag("benchmark")
class FirstWindowBenchmark {
    private static final int ROUNDS = 7;
    /** The runnable folder, where the build has made it; else the program starts from its class files. */
    private static final Path APP = Path.of("../packaging/target/app").toAbsolutePath().normalize();

    @TempDir
    Path home;

    @Test
    void firstWindowAgainstAnEmptyOne() throws Exception {
        start("empty");
        start("parlance"); // the files of both are in the system's cache now, as at any start but the first
        var empty = new ArrayList<Long>();
        var parlance = new ArrayList<Long>();
        for (int i = 0; i < ROUNDS; i++) {
            empty.add(start("empty"));
            parlance.add(start("parlance"));
        }
        double ratio = (double) median(parlance) / median(empty);
        System.out.printf("First window: %d ms, an empty JavaFX window: %d ms, ratio %.2f (goal 1.5)%n", median(parlance), median(empty), ratio);
        assertTrue(ratio <= 1.5, "ratio " + ratio);
    }

    private long start(String which) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (System.getenv("DISPLAY") == null) command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        if (Files.exists(APP.resolve("lib/parlance.aot"))) command.addAll(asPackaged(which.equals("parlance")));
        else command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(FirstWindow.class.getName(), which));
        var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        process.environment().put("PARLANCE_HOME", home.toString());
        process.environment().putIfAbsent("DISPLAY", "headless"); // the launcher would turn to the terminal
        try (var out = process.start().inputReader()) {
            return out.lines().filter(line -> line.startsWith("drawn after")).findFirst()
                    .map(line -> Long.parseLong(line.replaceAll("\\D", ""))).orElseThrow(() -> new AssertionError(which + " showed no window"));
        }
    }

    /** The launcher's command (packaging/launcher/parlance); only the program has a start-up cache, an empty window has the JDK's. */
    private static List<String> asPackaged(boolean cached) {
        var command = new ArrayList<String>();
        if (cached) command.add("-XX:AOTCache=" + APP.resolve("lib/parlance.aot"));
        command.addAll(List.of("@" + APP.resolve("lib/java.options"), "-Dparlance.app=" + APP, "-Dparlance.natives=" + APP.resolve("lib/native"),
                "-Dorg.sqlite.lib.path=" + APP.resolve("lib/native"), "--module-path", APP.resolve("javafx").toString(), "--add-modules", "javafx.controls",
                "-cp", APP.resolve("lib") + "/*" + File.pathSeparator + Path.of("target/test-classes").toAbsolutePath()));
        return command;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
