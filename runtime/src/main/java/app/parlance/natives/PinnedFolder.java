package app.parlance.natives;

import app.parlance.platform.SafeFiles;
import app.parlance.platform.Sha256;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A folder that is to hold the pinned libraries of one platform. */
public final class PinnedFolder {
    /** What comes along with the libraries: the package's licence and llama.cpp's own. */
    private static final List<String> LICENCES = List.of("LICENSE", "LICENSE-llama.cpp");
    private static final String REMEDY = "Remove it and get the newer runtime again; until then the built-in one serves.";

    private static final System.Logger LOG = System.getLogger(PinnedFolder.class.getName());

    private final Path folder;
    private final PinnedPlatform platform;

    public PinnedFolder(Path folder, PinnedPlatform platform) {
        this.folder = folder.toAbsolutePath().normalize();
        this.platform = platform;
    }

    Path folder() {
        return folder;
    }

    PinnedPlatform platform() {
        return platform;
    }

    /** Whether it was meant to hold them; says nothing of what is in the files. */
    public boolean isThere() {
        return Files.isRegularFile(folder.resolve(platform.openingOrder().getLast()));
    }

    /** The libraries in it that nobody pinned: ggml would open those that bear its name, and the system's loader others. */
    List<String> foreign() throws NativesException {
        var pinned = platform.files().stream().map(PinnedFile::name).toList();
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(PinnedFolder::isLibrary).filter(name -> !pinned.contains(name)).sorted().toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new NativesException("The newer runtime's folder " + folder + " cannot be read.", "Give yourself the right to read it.", unreadable);
        }
    }

    private static boolean isLibrary(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".+\\.(so|dll|dylib)(\\..*)?");
    }

    /** @throws NativesException naming the first file that is missing, changed, or not pinned */
    public void check() throws NativesException {
        check(Set.of());
    }

    /** The same, without computing what was computed before. */
    void check(CheckedFiles checked) throws NativesException {
        // Noted before the files are read: a change in between must show.
        var stamps = checked.stamps(folder, platform.files());
        var unchanged = checked.unchanged(stamps);
        check(unchanged);
        if (unchanged.size() < platform.files().size()) {
            checked.remember(stamps);
        }
    }

    private void check(Set<PinnedFile> unchanged) throws NativesException {
        var foreign = foreign();
        if (!foreign.isEmpty()) {
            throw new NativesException("The newer runtime is not used, for beside it lies " + foreign.getFirst() + ", which is no part of it: " + folder + ".",
                    "Remove that file; until then the built-in runtime serves.");
        }
        checkPinned(unchanged, folder);
    }

    /**
     * In parallel, for hashing costs the time and not the disk; an interrupt does not disturb it.
     *
     * @param shown the folder that a sentence names
     */
    private void checkPinned(Set<PinnedFile> unchanged, Path shown) throws NativesException {
        var faults = platform.files().stream().filter(file -> !unchanged.contains(file))
                .map(file -> CompletableFuture.supplyAsync(() -> fault(file, shown), task -> Thread.ofVirtual().start(task))).toList();
        var first = faults.stream().flatMap(fault -> fault.join().stream()).findFirst();
        if (first.isPresent()) {
            throw new NativesException(first.get(), REMEDY);
        }
    }

    /** What is wrong with this file, as a sentence. */
    private Optional<String> fault(PinnedFile file, Path shown) {
        var path = folder.resolve(file.name());
        try {
            if (!Files.isRegularFile(path)) {
                return Optional.of(missing(file));
            }
            var came = Sha256.of(path);
            return came.equals(file.sha256()) ? Optional.empty() : Optional.of("The newer runtime is not used, for " + shown.resolve(file.name())
                    + " is not the file that belongs there: its SHA-256 is " + came + ", and " + file.sha256() + " was wanted.");
        } catch (IOException unreadable) {
            LOG.log(System.Logger.Level.INFO, path + " cannot be read", unreadable);
            return Optional.of("The newer runtime is not used, for " + shown.resolve(file.name()) + " cannot be read.");
        }
    }

    private String missing(PinnedFile file) {
        return "The newer runtime is not whole: " + file.name() + " is missing in " + folder + ".";
    }

    /**
     * Copies the pinned libraries, and nothing else that lies beside them, with their licences, and checks the copies.
     * The target appears whole or not at all; one that was there is replaced.
     *
     * @throws IOException where a file cannot be read or written
     * @throws NativesException where a file is not as pinned
     */
    public PinnedFolder copyTo(Path target) throws IOException, NativesException {
        var making = new PinnedFolder(target.resolveSibling("." + target.getFileName() + ".new"), platform);
        SafeFiles.deleteTree(making.folder);
        try {
            Files.createDirectories(making.folder);
            for (var file : platform.files()) {
                if (!Files.isRegularFile(folder.resolve(file.name()))) {
                    throw new NativesException(missing(file), REMEDY);
                }
                try (var out = new FileOutputStream(making.folder.resolve(file.name()).toFile())) {
                    Files.copy(folder.resolve(file.name()), out);
                    out.getFD().sync();
                }
            }
            for (var licence : LICENCES) {
                try (var text = PinnedFolder.class.getResourceAsStream(licence)) {
                    Files.copy(text, making.folder.resolve(licence));
                }
            }
            making.checkPinned(Set.of(), folder);
            SafeFiles.deleteTree(target);
            SafeFiles.moveInto(making.folder, target);
            return new PinnedFolder(target, platform);
        } finally {
            SafeFiles.deleteTree(making.folder);
        }
    }
}
