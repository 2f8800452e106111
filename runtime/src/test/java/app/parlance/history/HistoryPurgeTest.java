package app.parlance.history;

import static app.parlance.engine.ChatMessage.Role.ASSISTANT;
import static app.parlance.engine.ChatMessage.Role.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.sqlite.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a purge the bytes are gone, whatever file one looks into. */
class HistoryPurgeTest {
    /** Letters that no schema or English text has in a row; the index keeps beginnings of words in places. */
    private static final String SECRET = "zqxjk";

    @TempDir Path folder;

    /** In both cases, and as the index has it. */
    private long occurrences() throws IOException {
        long count = 0;
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1).toLowerCase(java.util.Locale.ROOT);
                for (int at = bytes.indexOf(SECRET); at >= 0; at = bytes.indexOf(SECRET, at + 1)) count++;
            }
        }
        return count;
    }

    private static String words(Random random, String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + Integer.toString(random.nextInt(1 << 20), 36)).collect(Collectors.joining(" "));
    }

    @Test
    void nothingOfDeletedConversationsIsLeftInAnyFile() throws Exception {
        Random random = new Random(7);
        try (History history = History.open(folder.resolve("parlance.db"))) {
            List<Long> secret = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                boolean hidden = i % 3 == 0;
                String prefix = hidden ? SECRET : "open";
                long c = history.create(new ConversationSettings("", prefix + " system", ConversationSettings.DEFAULT.sampling(), 0, 0)).id();
                history.rename(c, words(random, prefix, 5), false);
                Message parent = history.add(c, 0, USER, words(random, prefix, random.nextInt(3000)));
                Message answer = history.beginAnswer(c, parent.id(), "m");
                for (int k = 1; k < 5; k++) history.saveText(answer.id(), words(random, prefix, 300 * k));
                history.finishAnswer(answer.id(), words(random, prefix, 1500), Message.State.COMPLETE, null);
                history.add(c, parent.id(), ASSISTANT, words(random, prefix, 30));
                if (hidden) secret.add(c);
            }
            assertTrue(occurrences() > 1000);
            for (long c : secret) history.delete(c);
            history.purge();
            assertEquals(0, occurrences());
            assertEquals(20, history.conversations().size());
            assertEquals(0, history.database().number("SELECT count(*) FROM message_words WHERE message_words MATCH ?", SECRET + "*"));
            assertEquals("ok", history.database().list(row -> row.getString(1), "PRAGMA integrity_check").getFirst());
        }
        assertEquals(0, occurrences());
    }

    @Test
    void openingPurgesWhatNobodyCanRestoreAnyMore() throws Exception {
        Path file = folder.resolve("parlance.db");
        try (History history = History.open(file)) {
            for (int i = 0; i < 2; i++) {
                long c = history.create(ConversationSettings.DEFAULT).id();
                history.add(c, 0, USER, SECRET);
                history.delete(c);
            }
            history.database().script("UPDATE conversation SET deleted = deleted - 120000 WHERE id = 1");
        }
        try (History history = History.open(file)) {
            history.restore(2);
            assertEquals(1, history.conversations().size());
            assertEquals(List.of(), history.messages(1));
        }
    }

    @Test
    void aPurgeAlsoTakesTheCopyMadeBeforeAnUpdate() throws Exception {
        Path file = folder.resolve("parlance.db");
        List<String> today = History.SCHEMA.steps();
        try (History history = History.open(file)) {
            long gone = history.create(ConversationSettings.DEFAULT).id();
            history.add(gone, 0, USER, SECRET + " first");
            history.delete(gone);
            history.purge();
            history.add(history.create(ConversationSettings.DEFAULT).id(), 0, USER, "kept");
        }
        Schema next = new Schema(History.SCHEMA.applicationId(), Stream.concat(today.stream(), Stream.of("ALTER TABLE conversation ADD COLUMN colour TEXT")).toList());
        try (History history = History.open(file, next)) {
            assertTrue(Files.exists(folder.resolve("parlance.db.version-" + today.size())));
            assertEquals(0, occurrences(), "the copy holds nothing that was purged before");
            long gone = history.create(ConversationSettings.DEFAULT).id();
            history.add(gone, 0, USER, SECRET + " second");
            history.delete(gone);
            history.purge();
            assertTrue(Files.notExists(folder.resolve("parlance.db.version-" + today.size())));
            assertEquals(0, occurrences());
        }
    }
}
