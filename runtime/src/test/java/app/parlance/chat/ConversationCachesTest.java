package app.parlance.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.parlance.app.Parlance;
import app.parlance.engine.Capability;
import app.parlance.engine.TestModels;
import app.parlance.engine.llama.LlamaEngines.Preference;
import app.parlance.history.ConversationSettings;
import app.parlance.history.History;
import app.parlance.history.HistoryException;
import app.parlance.history.Message;
import app.parlance.natives.Natives;
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
        try (var parlance = program(Preference.ON_BOARD)) {
            answer(parlance, parlance.history().create(settings()).id(), "Hello");
            assertTrue(parlance.history().withCacheKey().isEmpty(), "no key without need");
            assertFalse(Files.exists(parlance.folders().cache().resolve("conversations")));
        }
    }

    @Test
    void afterARestartOnlyWhatIsNewIsRead() throws Exception {
        long c;
        try (var parlance = program(Preference.AUTO)) {
            assumeTrue(parlance.engine().capabilities().contains(Capability.PROMPT_CACHE), () -> parlance.engine().chosen().reason());
            c = parlance.history().create(settings()).id();
            assertEquals(0, answer(parlance, c, "Remember this: " + "the sea is wide and blue and full of fish. ".repeat(20)));
        }
        try (var parlance = program(Preference.AUTO)) {
            assertTrue(parlance.caches().bytes() > 100_000, "nothing was kept");
            int known = answer(parlance, c, "What is wide?");
            assertTrue(known > 200, "only " + known + " tokens were known");
            parlance.history().delete(c);
            parlance.history().purge();
            assertEquals(0, parlance.caches().bytes());
        }
        try (var parlance = program(Preference.AUTO)) {
            assertEquals(0, parlance.caches().bytes(), "written again after it was deleted");
        }
    }

    @Test
    void aTemporaryConversationAndOneWithTheSettingOffLeaveNothing() throws Exception {
        try (var parlance = program(Preference.AUTO)) {
            assumeTrue(parlance.engine().capabilities().contains(Capability.PROMPT_CACHE), () -> parlance.engine().chosen().reason());
            parlance.settings().set(Parlance.KEEP_STATE, "false");
            var text = "Remember this: " + "the sea is wide. ".repeat(20);
            answer(parlance, parlance.history().create(settings()).id(), text);
            var temporary = parlance.temporaryHistory();
            readAll(parlance.chat(temporary).send(temporary.create(settings()).id(), text));
        }
        try (var parlance = program(Preference.AUTO)) {
            assertEquals(0, parlance.caches().bytes());
            assertTrue(parlance.history().withCacheKey().isEmpty());
        }
    }

    private Parlance program(Preference engine) {
        var parlance = new Parlance(Map.of("PARLANCE_HOME", home.resolve("all").toString(), "PARLANCE_MODELS", TestModels.smolLm().getParent().toString(),
                Natives.VARIABLE, System.getenv().getOrDefault(Natives.VARIABLE, "")));
        parlance.prefer(engine);
        return parlance;
    }

    private static ConversationSettings settings() {
        return ConversationSettings.DEFAULT.withModel(TestModels.smolLm().getFileName().toString().replace(".gguf", "")).withMaxTokens(5);
    }

    /** How many tokens were known before any was read. */
    private static int answer(Parlance parlance, long conversation, String text) throws Exception {
        return readAll(parlance.chat(parlance.history()).send(conversation, text));
    }

    private static int readAll(Answer answer) throws Exception {
        int known = -1;
        try (answer) {
            while (true) {
                var event = answer.next();
                if (event instanceof Answer.ChatEvent.Reading(int read, int _) && known < 0) known = read;
                if (event instanceof Answer.ChatEvent.Done(Message message, var _)) {
                    assertFalse(message.text().isBlank());
                    return known;
                }
            }
        }
    }
}
