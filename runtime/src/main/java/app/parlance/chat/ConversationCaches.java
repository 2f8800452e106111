package app.parlance.chat;

import app.parlance.engine.PromptCache;
import app.parlance.history.History;
import app.parlance.history.HistoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * The files in which engines keep what they computed of conversations, so that an old conversation answers at once after
 * a restart. All can be lost without harm. Each is encrypted with a key that the history holds and forgets with the
 * conversation, so one that stays behind, as on a backup, tells nobody anything. Thread-safe; methods block for
 * milliseconds, longer where large files are deleted.
 */
public final class ConversationCaches {
    /** The most bytes that the files of all conversations take, measured between answers. */
    public static final long LIMIT = 2_000_000_000L;

    private static final System.Logger LOG = System.getLogger(ConversationCaches.class.getName());
    private static final String ENDING = ".kv";

    /** A file without an owner that is younger may be one that another process is writing under a name of its own. */
    private static final Duration UNDER_WAY = Duration.ofHours(1);

    private final Path folder;
    private final History history;
    private final BooleanSupplier wanted;
    private final long limit;

    /**
     * @param folder for these files alone: others in it are deleted; made when the first is written
     * @param wanted asked at each use; where it says no, nothing is kept, and what was kept goes
     * @param limit in bytes; of more, those that were not used for longest go
     */
    public ConversationCaches(Path folder, History history, BooleanSupplier wanted, long limit) {
        this.folder = folder;
        this.history = history;
        this.wanted = wanted;
        this.limit = limit;
    }

    /** Where the state of this conversation is kept; counts as a use, and tidies. Empty where nothing may be kept. */
    public Optional<PromptCache> of(long conversation) {
        tidy();
        if (!wanted.getAsBoolean()) return Optional.empty();
        try {
            Path file = folder.resolve(conversation + ENDING);
            Optional<byte[]> key = history.cacheKey(conversation);
            if (key.isPresent() && Files.exists(file)) Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return key.map(bytes -> new PromptCache(file, bytes));
        } catch (HistoryException | IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The conversation is answered without its cache", e);
            return Optional.empty();
        }
    }

    /** What the files take on disk. */
    public long bytes() {
        try {
            return files().stream().mapToLong(KeptFile::bytes).sum();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The caches of conversations cannot be counted", e);
            return 0;
        }
    }

    /**
     * Deletes the files of conversations that are gone, those that nothing may be kept of, and the oldest beyond the limit.
     * What cannot be deleted now, because a program reads it, is deleted the next time.
     */
    public synchronized void tidy() {
        if (history.isTemporary()) return;
        try {
            if (!wanted.getAsBoolean()) history.forgetCacheKeys();
            List<KeptFile> kept = files();
            if (kept.isEmpty()) return;
            Set<String> owned = history.withCacheKey().stream().map(conversation -> conversation + ENDING).collect(Collectors.toSet());
            long total = 0;
            for (KeptFile file : kept) {
                if (owned.contains(file.name())) total += file.bytes();
                boolean underWay = !file.name().endsWith(ENDING) && file.used().isAfter(Instant.now().minus(UNDER_WAY));
                if (owned.contains(file.name()) ? total > limit : !underWay) delete(file);
            }
        } catch (HistoryException | IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The caches of conversations were not tidied", e);
        }
    }

    /** Forgets everything that was kept. Conversations stay as they are; the next answer in each reads it anew. */
    public synchronized void deleteAll() throws HistoryException {
        history.forgetCacheKeys();
        tidy();
    }

    private record KeptFile(Path path, long bytes, Instant used) {
        String name() {
            return path.getFileName().toString();
        }
    }

    /** Last used first. */
    private List<KeptFile> files() throws IOException {
        List<KeptFile> found = new ArrayList<>();
        try (var inside = Files.newDirectoryStream(folder)) {
            for (Path file : inside) {
                found.add(new KeptFile(file, Files.size(file), Files.getLastModifiedTime(file).toInstant()));
            }
        } catch (NoSuchFileException none) {
            return found; // the folder, or a file that was being replaced: seen the next time
        }
        found.sort(Comparator.comparing(KeptFile::used).reversed());
        return found;
    }

    private static void delete(KeptFile file) {
        try {
            Files.deleteIfExists(file.path());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.INFO, "A cache will be deleted later: " + file.path(), e);
        }
    }
}
