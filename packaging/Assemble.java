import app.parlance.connection.ConnectionLog;
import app.parlance.natives.Natives;
import app.parlance.natives.NativesException;
import app.parlance.natives.NativesState;
import app.parlance.natives.PinnedFolder;
import app.parlance.platform.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes the runnable folder {@code target/app} out of the jars that Maven copied there: this system's
 * native libraries lie ready beside the jars (nothing is unpacked into a home or temp folder at run
 * time), the launchers know the JDK that built them.
 *
 * <p>Run by Maven with the toolchain's java and the application's classes: {@code java -cp … Assemble.java <packaging folder> <natives>}.
 */
public class Assemble {
    /** Held here, for a logger that nobody holds forgets its level. */
    static final Logger QUIET = Logger.getLogger("app.parlance");

    public static void main(String[] args) throws IOException, InterruptedException {
        var packaging = Path.of(args[0]);
        var app = packaging.resolve("target/app");
        var platform = Platform.current();
        var natives = Files.createDirectories(app.resolve("lib/native"));
        lift(app.resolve("lib"), "llama-", "de/kherud/llama/", platform.llama(), natives);
        lift(app.resolve("lib"), "sqlite-jdbc-", "org/sqlite/native/", platform.sqlite(), natives);
        for (var jar : jars(app.resolve("javafx"), "javafx-")) lift(jar, "", "", app.resolve("javafx"));

        var bin = Files.createDirectories(app.resolve("bin"));
        for (var launcher : List.of("parlance", "parlance.cmd"))
            Files.copy(packaging.resolve("launcher").resolve(launcher), bin.resolve(launcher), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(packaging.resolve("launcher/java.options"), app.resolve("lib/java.options"), StandardCopyOption.REPLACE_EXISTING);
        if (!platform.windows()) Files.setPosixFilePermissions(bin.resolve("parlance"), PosixFilePermissions.fromString("rwxr-xr-x"));
        bringNewerRuntime(Path.of(args[1]), packaging, app.resolve("lib/llama"));
        Files.writeString(app.resolve("lib/jdk"), System.getProperty("java.home") + System.lineSeparator());
        if (!platform.windows()) train(packaging, app);
    }

    /** The libraries that the build has, as they are pinned, with their licences; a program without them has the built-in runtime only. */
    static void bringNewerRuntime(Path built, Path packaging, Path target) throws IOException {
        QUIET.setLevel(Level.WARNING);
        var home = Folders.of(Map.of("PARLANCE_HOME", packaging.resolve("target/training-home").toString()));
        try {
            switch (Natives.of(home, Map.of(Natives.VARIABLE, built.toString()), new ConnectionLog()).state()) {
                case NativesState.Ready ready -> new PinnedFolder(ready.folder(), ready.platform()).copyTo(target);
                case NativesState.Missing(var reason, _) -> System.out.println("Packaged without the newer runtime. " + reason);
                case NativesState.Refused(var reason, _) -> System.out.println("Packaged without the newer runtime. " + reason);
            }
        } catch (NativesException changed) {
            System.out.println("Packaged without the newer runtime. " + changed.getMessage());
        }
    }

    /**
     * One run of the finished program, without a display, from which the JDK makes the cache of loaded and
     * linked classes that later starts read (JEP 483, 514). It fits these very jars: the cache of an earlier
     * build is taken where they are the same, and a program without one only starts more slowly.
     */
    static void train(Path packaging, Path app) throws IOException, InterruptedException {
        var cache = packaging.resolve("target/start-" + settle(app) + ".aot");
        if (!Files.exists(cache)) {
            var run = new ProcessBuilder(app.resolve("bin/parlance").toString()).redirectErrorStream(true)
                    .redirectOutput(packaging.resolve("target/training.log").toFile());
            run.environment().putAll(Map.of("PARLANCE_HOME", packaging.resolve("target/training-home").toString(), "DISPLAY", "headless", "JAVA_TOOL_OPTIONS",
                    "-XX:AOTCacheOutput=" + cache + " -Dparlance.training=true -Dglass.platform=Headless -Dprism.order=sw"));
            if (run.start().waitFor() != 0 || !Files.exists(cache))
                System.out.println("No start-up cache was made, Parlance starts more slowly; the reason stands in " + packaging.resolve("target/training.log"));
        }
        if (Files.exists(cache)) Files.copy(cache, app.resolve("lib/parlance.aot"), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Gives the jars a time that depends on nothing (a cache is refused when it changed) and returns a short name of their contents. */
    static String settle(Path app) throws IOException {
        var sum = new CRC32();
        for (var folder : List.of("lib", "javafx")) {
            for (var jar : jars(app.resolve(folder), "")) {
                sum.update(jar.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                sum.update(Files.readAllBytes(jar));
                Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
            }
        }
        sum.update(System.getProperty("java.vm.version").getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    /** Lifts the natives below {@code all + mine} out of the one jar with this prefix. */
    static void lift(Path folder, String jarPrefix, String all, String mine, Path natives) throws IOException {
        for (var jar : jars(folder, jarPrefix)) lift(jar, all, all + mine, natives);
    }

    /** Copies a jar's libraries below {@code mine} into {@code natives} and drops every library below {@code all} from it. */
    static void lift(Path jar, String all, String mine, Path natives) throws IOException {
        var slim = jar.resolveSibling(jar.getFileName() + ".tmp");
        boolean found = false;
        try (var in = new ZipFile(jar.toFile()); var out = new ZipOutputStream(Files.newOutputStream(slim))) {
            for (var entry : Collections.list(in.entries())) {
                if (entry.isDirectory()) continue;
                var name = entry.getName();
                boolean library = name.startsWith(all) && name.matches(".*\\.(so|dll|dylib|jnilib|metal)");
                if (!library) {
                    var copy = new ZipEntry(name);
                    copy.setTimeLocal(entry.getTimeLocal());
                    out.putNextEntry(copy);
                    in.getInputStream(entry).transferTo(out);
                } else if (name.startsWith(mine)) {
                    found = true;
                    var target = natives.resolve(name.substring(name.lastIndexOf('/') + 1));
                    Files.copy(in.getInputStream(entry), target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        if (found) Files.move(slim, jar, StandardCopyOption.REPLACE_EXISTING);
        else Files.delete(slim);
    }

    static List<Path> jars(Path folder, String prefix) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(prefix + ".*\\.jar")).sorted().toList();
        }
    }

    /** The folder names that the llama and sqlite jars use for one system. */
    record Platform(String llama, String sqlite, boolean windows) {
        static Platform current() {
            var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
            var arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
            boolean arm = arch.equals("aarch64");
            var machine = arm ? "aarch64" : "x86_64";
            if (os.contains("win")) return new Platform("Windows/" + machine + "/", "Windows/" + machine + "/", true);
            if (os.contains("mac")) return new Platform("Mac/" + machine + "/", "Mac/" + machine + "/", false);
            return new Platform("Linux/" + machine + "/", "Linux/" + machine + "/", false);
        }
    }
}
