package app.parlance.platform;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The desktop's trash, by the freedesktop.org Trash specification 1.0: the home trash for files on its drive, a trash at the top
 * of the drive for all others. Systems with another kind of trash (macOS, Windows) have none here: the file then can only be deleted.
 */
public final class Trash {
    private static final int STICKY = 01000;

    private final Path home;
    private final boolean known;

    private Trash(Path home, boolean known) {
        this.home = home;
        this.known = known;
    }

    /** @param environment read for {@code XDG_DATA_HOME} and {@code HOME} */
    public static Trash of(Map<String, String> environment) {
        var dataHome = Optional.ofNullable(environment.get("XDG_DATA_HOME")).map(Path::of).filter(Path::isAbsolute)
                .orElseGet(() -> Path.of(environment.getOrDefault("HOME", System.getProperty("user.home"))).toAbsolutePath().resolve(".local/share"));
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return new Trash(dataHome.resolve("Trash"), !system.startsWith("mac") && !system.startsWith("windows"));
    }

    /**
     * Moves a file to the trash, from where the desktop can bring it back. Never copies, so it takes no time.
     *
     * @return false where no trash can take it; the file then lies where it lay
     * @throws IOException where there is a trash and moving failed; the file lies where it lay
     */
    public boolean put(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new NoSuchFileException(file.toString());
        }
        var real = file.toAbsolutePath().getParent().toRealPath().resolve(file.getFileName());
        if (!known) {
            return false;
        }
        SafeFiles.createPrivateFolders(home);
        if (drive(home) == drive(real.getParent())) {
            move(real, home, real);
            return true;
        }
        var top = top(real.getParent());
        var trash = onDrive(top);
        if (trash.isEmpty()) {
            return false;
        }
        move(real, trash.get(), top.relativize(real));
        return true;
    }

    /** The drive's own trash: the common one where it is set up as the specification demands, or else this user's. */
    private static Optional<Path> onDrive(Path top) throws IOException {
        var user = Files.getAttribute(Path.of("/proc/self"), "unix:uid").toString();
        var common = top.resolve(".Trash");
        if (Files.isDirectory(common, LinkOption.NOFOLLOW_LINKS) && ((int) Files.getAttribute(common, "unix:mode") & STICKY) != 0) {
            var inCommon = usable(common.resolve(user));
            if (inCommon.isPresent()) {
                return inCommon;
            }
        }
        return usable(top.resolve(".Trash-" + user));
    }

    private static Optional<Path> usable(Path trash) {
        try {
            if (!Files.exists(trash, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(trash, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException | UnsupportedOperationException notAllowed) {
            return Optional.empty();
        }
        return Files.isDirectory(trash, LinkOption.NOFOLLOW_LINKS) && Files.isWritable(trash) ? Optional.of(trash) : Optional.empty();
    }

    /** The note comes first: its name, made once only, keeps the place for the file. */
    private static void move(Path file, Path trash, Path noted) throws IOException {
        var files = trash.resolve("files");
        var notes = trash.resolve("info");
        SafeFiles.createPrivateFolders(files);
        SafeFiles.createPrivateFolders(notes);
        var name = file.getFileName().toString();
        for (int number = 1; ; number++) {
            var placed = number == 1 ? name : numbered(name, number);
            var note = notes.resolve(placed + ".trashinfo");
            if (Files.exists(files.resolve(placed), LinkOption.NOFOLLOW_LINKS)) {
                continue;
            }
            try {
                Files.writeString(note, note(noted), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException taken) {
                continue;
            }
            try {
                Files.move(file, files.resolve(placed), StandardCopyOption.ATOMIC_MOVE);
                return;
            } catch (IOException failure) {
                Files.deleteIfExists(note);
                throw failure;
            }
        }
    }

    private static String numbered(String name, int number) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name + "." + number : name.substring(0, dot) + "." + number + name.substring(dot);
    }

    private static String note(Path path) {
        var encoded = path.isAbsolute() ? path.toUri().getRawPath() : URI.create("file:///").relativize(Path.of("/").resolve(path).toUri()).getRawPath();
        return "[Trash Info]\nPath=" + encoded + "\nDeletionDate="
                + DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(LocalDateTime.now().truncatedTo(ChronoUnit.SECONDS)) + "\n";
    }

    /** The highest folder on the same drive. */
    private static Path top(Path folder) throws IOException {
        var at = folder.toRealPath();
        long drive = drive(at);
        while (at.getParent() != null && drive(at.getParent()) == drive) {
            at = at.getParent();
        }
        return at;
    }

    private static long drive(Path path) throws IOException {
        return (long) Files.getAttribute(path, "unix:dev");
    }
}
