package app.parlance.natives;

import app.parlance.platform.SafeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Remembers which files had their SHA-256, so that it need not be computed at every start (0.2 to 0.3 s in the window's
 * process, which runs Java's quick compiler only). A file is taken as the same while its inode, size, and times of change
 * are; the time of the last change of the inode cannot be set by a program. Whoever could write the memory, which is the
 * owner's alone, could also write the program's settings. Windows tells no such time: there every start computes.
 */
final class CheckedFiles {
    /** Within one tick of the file system's clock a later change would show no later time. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private static final System.Logger LOG = System.getLogger(CheckedFiles.class.getName());

    private final Path memory;

    CheckedFiles(Path memory) {
        this.memory = memory;
    }

    /** What the system tells of each file now, as one line; a file that is missing, or was changed just now, has none. */
    Map<PinnedFile, String> stamps(Path folder, List<PinnedFile> files) {
        var stamps = new HashMap<PinnedFile, String>();
        for (var file : files) {
            try {
                line(folder.resolve(file.name()), file).ifPresent(line -> stamps.put(file, line));
            } catch (IOException unknown) {
                LOG.log(System.Logger.Level.DEBUG, file.name() + " will be read", unknown);
            }
        }
        return stamps;
    }

    /** Those that were right when they were last computed and have not changed since. */
    Set<PinnedFile> unchanged(Map<PinnedFile, String> stamps) {
        if (!Files.exists(memory)) {
            return Set.of();
        }
        try {
            var known = Set.copyOf(Files.readAllLines(memory));
            return stamps.entrySet().stream().filter(stamp -> known.contains(stamp.getValue())).map(Map.Entry::getKey).collect(Collectors.toSet());
        } catch (IOException unreadable) {
            LOG.log(System.Logger.Level.INFO, "What was checked is not known any more", unreadable);
            return Set.of();
        }
    }

    /** Call when all of them have been found right since the stamps were taken; forgets all others. */
    void remember(Map<PinnedFile, String> stamps) {
        if (stamps.isEmpty()) {
            return;
        }
        try {
            SafeFiles.write(memory, stamps.values().stream().sorted().collect(Collectors.joining("\n", "", "\n")));
        } catch (IOException unwritable) {
            LOG.log(System.Logger.Level.INFO, "The next start checks again, for it was not remembered", unwritable);
        }
    }

    private static Optional<String> line(Path path, PinnedFile file) throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return Optional.empty();
        }
        var told = Files.readAttributes(path, "unix:dev,ino,size,lastModifiedTime,ctime");
        var changed = ((FileTime) told.get("ctime")).toInstant();
        if (changed.isAfter(Instant.now().minus(SETTLED))) {
            return Optional.empty();
        }
        var modified = ((FileTime) told.get("lastModifiedTime")).toInstant();
        return Optional.of(String.join(" ", file.sha256(), told.get("dev").toString(), told.get("ino").toString(), told.get("size").toString(),
                modified.toString(), changed.toString(), path.toString()));
    }
}
