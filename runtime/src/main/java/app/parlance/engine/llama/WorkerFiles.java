package app.parlance.engine.llama;

import java.io.FileNotFoundException;
import app.parlance.platform.SafeFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The private folder of this application's workers: their temporary files, and the native library where
 * the package does not bring it along unpacked. Made at the first use, readable by its owner only,
 * deleted at the end; what a killed application left behind goes at the next one's start.
 */
final class WorkerFiles {
    /** Names a folder that holds the libraries already; the installed package sets it. */
    private static final String NATIVES_PROPERTY = "parlance.natives";
    private static final String PREFIX = "parlance-worker-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d+)-.*");

    private Path folder;

    /** Where workers put temporary files. */
    synchronized Path temporary() throws IOException {
        if (folder == null) {
            deleteOrphans();
            folder = Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
            Path made = folder;
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> delete(made)));
        }
        return folder;
    }

    /** Where the native library lies. */
    synchronized Path natives() throws IOException {
        String given = System.getProperty(NATIVES_PROPERTY);
        if (given != null) return Path.of(given);
        Path natives = temporary().resolve("natives");
        Path library = natives.resolve(System.mapLibraryName("jllama"));
        if (Files.notExists(library)) unpack(natives, library);
        return natives;
    }

    private static void unpack(Path natives, Path library) throws IOException {
        String resource = "/de/kherud/llama/" + systemFolder() + "/" + library.getFileName();
        try (InputStream packed = WorkerFiles.class.getResourceAsStream(resource)) {
            if (packed == null) throw new FileNotFoundException("this system has no native library, " + resource);
            Files.createDirectories(natives);
            Path partial = natives.resolve("partial");
            Files.copy(packed, partial);
            Files.move(partial, library);
        }
    }

    private static String systemFolder() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String name = system.startsWith("windows") ? "Windows" : system.startsWith("mac") ? "Mac" : "Linux";
        String architecture = switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case String other -> other;
        };
        return name + "/" + architecture;
    }

    private static void deleteOrphans() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            for (Path candidate : all.toList()) {
                Matcher name = NAME.matcher(candidate.getFileName().toString());
                boolean orphan = name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
                if (orphan && Files.isWritable(candidate) && Files.isDirectory(candidate)) delete(candidate);
            }
        }
    }

    private static void delete(Path folder) {
        try {
            SafeFiles.deleteTree(folder);
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(WorkerFiles.class.getName()).log(System.Logger.Level.WARNING, "could not delete " + folder, e);
        }
    }
}
