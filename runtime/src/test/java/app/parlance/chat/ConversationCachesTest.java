package app.parlance.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.app.Parlance;
import app.parlance.engine.Capability;
import app.parlance.engine.TestModels;
import app.parlance.history.ConversationSettings;
import app.parlance.history.History;
import app.parlance.history.HistoryException;
import app.parlance.history.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationCachesTest {
    @TempDir Path home;
    private Path folder;
    private History history;
    private boolean wanted = true;
    private ConversationCaches caches;

    @BeforeEach
    void open() throws HistoryException {
        folder = home.resolve("cache/conversations");
        history = History.open(home.resolve("parlance.db"));
        caches = new ConversationCaches(folder, history, () -> wanted, 1000);
        history.whenPurged(caches::tidy);
    }

    @AfterEach
    void close() {
        history.close();
    }

    private long conversation() throws HistoryException {
        return history.create(ConversationSettings.DEFAULT).id();
    }

    /** As an engine would, some time ago. */
    private Path keep(long conversation, int bytes, Duration ago) throws IOException {
        Path file = caches.of(conversation).orElseThrow().file();
        Files.createDirectories(folder);
        Files.write(file, new byte[bytes]);
        return age(file, ago);
    }

    private static Path age(Path file, Duration ago) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(ago)));
    }

    @Test
    void fileAndKeyAreAConversationsOwn() throws Exception {
        var one = caches.of(conversation()).orElseThrow();
        var other = caches.of(conversation()).orElseThrow();
        assertEquals(folder.resolve("1.kv"), one.file());
        assertEquals(folder.resolve("2.kv"), other.file());
        assertFalse(Arrays.equals(one.key(), other.key()));
        assertTrue(caches.of(77).isEmpty(), "no such conversation");
        assertFalse(Files.exists(folder), "asking makes nothing");
        assertEquals(0, caches.bytes());
    }

    @Test
    void aPurgedConversationsFileGoesAtOnce() throws Exception {
        long one = conversation();
        Path gone = keep(one, 10, Duration.ZERO);
        Path stays = keep(conversation(), 10, Duration.ZERO);
        history.delete(one);
        caches.tidy();
        assertTrue(Files.exists(gone), "a deletion can be undone");
        history.purge();
        assertFalse(Files.exists(gone));
        assertTrue(Files.exists(stays));
    }

    @Test
    void beyondTheLimitThoseUnusedForLongestGo() throws Exception {
        long reused = conversation();
        Path oldest = keep(conversation(), 400, Duration.ofDays(4));
        Path old = keep(reused, 400, Duration.ofDays(3));
        Path young = keep(conversation(), 400, Duration.ofDays(2));
        caches.tidy();
        assertFalse(Files.exists(oldest));
        assertEquals(800, caches.bytes());
        caches.of(reused);
        Path youngest = keep(conversation(), 400, Duration.ofDays(1));
        caches.tidy();
        assertFalse(Files.exists(young), "the older one was used since");
        assertTrue(Files.exists(old));
        assertTrue(Files.exists(youngest));
    }

    @Test
    void switchedOffNothingIsKeptAndWhatWasKeptGoes() throws Exception {
        long one = conversation();
        byte[] key = caches.of(one).orElseThrow().key();
        Path file = keep(one, 10, Duration.ZERO);
        wanted = false;
        assertTrue(caches.of(one).isEmpty());
        assertFalse(Files.exists(file));
        wanted = true;
        assertFalse(Arrays.equals(key, caches.of(one).orElseThrow().key()));
    }

    @Test
    void deletedByHandAllGoes() throws Exception {
        keep(conversation(), 10, Duration.ZERO);
        keep(conversation(), 20, Duration.ofDays(9));
        assertEquals(30, caches.bytes());
        caches.deleteAll();
        assertEquals(0, caches.bytes());
        assertTrue(history.withCacheKey().isEmpty());
    }

    @Test
    void leftoversOfAProcessThatDiedGoAndOnesUnderWayStay() throws Exception {
        Files.createDirectories(folder);
        Path underWay = Files.writeString(folder.resolve(".1.kv.abc.new"), "half");
        Path left = age(Files.writeString(folder.resolve(".1.kv.def.new"), "half"), Duration.ofHours(2));
        Path ownerless = Files.writeString(folder.resolve("99.kv"), "of another history");
        caches.tidy();
        assertTrue(Files.exists(underWay));
        assertFalse(Files.exists(left));
        assertFalse(Files.exists(ownerless));
    }

    @Test
    void temporaryHistoriesKeepNothingAndTouchNothing() throws Exception {
        Path others = keep(conversation(), 10, Duration.ZERO);
        try (History temporary = History.temporary()) {
            var none = new ConversationCaches(folder, temporary, () -> true, 1000);
            assertTrue(none.of(temporary.create(ConversationSettings.DEFAULT).id()).isEmpty());
        }
        assertTrue(Files.exists(others));
    }

    @Test
    void anEngineThatKeepsNothingAnswersAsEver() throws Exception {
        Path model = TestModels.smolLm();
        try (var parlance = new Parlance(Map.of("PARLANCE_HOME", home.resolve("all").toString(), "PARLANCE_MODELS", model.getParent().toString()))) {
            var kept = parlance.history();
            long c = kept.create(ConversationSettings.DEFAULT.withModel(model.getFileName().toString().replace(".gguf", "")).withMaxTokens(5)).id();
            try (var answer = parlance.chat(kept).send(c, "Hello")) {
                while (!(answer.next() instanceof Answer.ChatEvent.Done(Message message, var _) && !message.text().isBlank()));
            }
            if (!parlance.engine().capabilities().contains(Capability.PROMPT_CACHE)) {
                assertTrue(kept.withCacheKey().isEmpty(), "no key without need");
                assertFalse(Files.exists(parlance.folders().cache().resolve("conversations")));
            }
            assertEquals(0, parlance.caches().bytes());
        }
    }
}
