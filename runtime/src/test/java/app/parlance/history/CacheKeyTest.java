package app.parlance.history;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheKeyTest {
    @TempDir Path folder;
    private History history;

    @BeforeEach
    void open() throws HistoryException {
        history = History.open(folder.resolve("parlance.db"));
    }

    @AfterEach
    void close() {
        history.close();
    }

    private long conversation() throws HistoryException {
        return history.create(ConversationSettings.DEFAULT).id();
    }

    private boolean onDisk(byte[] key) throws IOException {
        var sought = new String(key, StandardCharsets.ISO_8859_1);
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(sought)) return true;
            }
        }
        return false;
    }

    @Test
    void eachConversationHasItsOwnAndKeepsIt() throws Exception {
        long one = conversation();
        byte[] key = history.cacheKey(one).orElseThrow();
        assertEquals(32, key.length);
        assertFalse(Arrays.equals(key, history.cacheKey(conversation()).orElseThrow()));
        history.close();
        open();
        assertArrayEquals(key, history.cacheKey(one).orElseThrow());
    }

    @Test
    void aPurgeTakesTheKeyOffTheDiskAndSaysThatItRan() throws Exception {
        long one = conversation();
        long other = conversation();
        byte[] key = history.cacheKey(one).orElseThrow();
        byte[] others = history.cacheKey(other).orElseThrow();
        assertTrue(onDisk(key));
        var purges = new AtomicInteger();
        history.whenPurged(purges::incrementAndGet);
        history.purge();
        assertEquals(0, purges.get(), "nothing was deleted");
        history.delete(one);
        assertEquals(Set.of(one, other), history.withCacheKey(), "a deletion can be undone");
        assertTrue(history.cacheKey(one).isEmpty(), "nothing new is kept of it");
        history.purge();
        assertEquals(1, purges.get());
        assertFalse(onDisk(key));
        assertTrue(onDisk(others));
        assertEquals(Set.of(other), history.withCacheKey());
    }

    @Test
    void forgettingTakesAllKeysOffTheDiskAndTheNextAreNew() throws Exception {
        long one = conversation();
        byte[] key = history.cacheKey(one).orElseThrow();
        history.forgetCacheKeys();
        assertFalse(onDisk(key));
        assertFalse(Arrays.equals(key, history.cacheKey(one).orElseThrow()));
    }

    @Test
    void temporaryHistoriesAndMissingConversationsHaveNone() throws Exception {
        assertTrue(history.cacheKey(77).isEmpty());
        try (History temporary = History.temporary()) {
            assertTrue(temporary.cacheKey(temporary.create(ConversationSettings.DEFAULT).id()).isEmpty());
        }
    }
}
