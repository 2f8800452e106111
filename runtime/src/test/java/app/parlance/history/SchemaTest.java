package app.parlance.history;

import static app.parlance.engine.ChatMessage.Role.USER;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.sqlite.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {
    private static final List<String> STEPS = History.SCHEMA.steps();

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void aHistoryWithAMessage() throws HistoryException {
        file = folder.resolve("parlance.db");
        try (History history = History.open(file)) {
            history.add(history.create(ConversationSettings.DEFAULT).id(), 0, USER, "kept");
        }
    }

    @Test
    void anUpdateKeepsEverythingAndPutsASoundCopyBeside() throws Exception {
        Schema next = new Schema(History.SCHEMA.applicationId(), with("ALTER TABLE conversation ADD COLUMN colour TEXT; UPDATE conversation SET colour = 'red'"));
        try (History history = History.open(file, next)) {
            assertEquals("kept", history.messages(1).getFirst().text());
            assertEquals(STEPS.size() + 1, history.database().number("PRAGMA user_version"));
        }
        Path copy = folder.resolve("parlance.db.version-" + STEPS.size());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)));
        try (History history = History.open(copy)) {
            assertEquals("kept", history.search("kept", 1).getFirst().snippet().replaceAll("[\uE000\uE001]", ""));
        }
    }

    private static List<String> with(String step) {
        return Stream.concat(STEPS.stream(), Stream.of(step)).toList();
    }

    @Test
    void aHistoryOfTheFirstVersionBecomesTodays() throws Exception {
        Files.delete(file);
        try (History history = History.open(file, new Schema(History.SCHEMA.applicationId(), STEPS.subList(0, 1)))) {
            history.database().script("""
                    INSERT INTO conversation (model, system, temperature, top_k, top_p, min_p, repeat_penalty, seed, max_tokens, context_tokens, created, updated, leaf)
                    VALUES ('', '', 0.7, 40, 0.95, 0.05, 1.05, -1, 0, 0, 0, 0, 1);
                    INSERT INTO message (conversation, role, text, created, state) VALUES (1, 'USER', 'kept', 0, 'COMPLETE')""");
        }
        try (History history = History.open(file)) {
            assertEquals(History.SCHEMA.steps().size(), history.database().number("PRAGMA user_version"));
            assertEquals("kept", history.messages(1).getFirst().text());
            assertEquals("", history.messages(1).getFirst().mode());
            assertEquals("", history.conversation(1).orElseThrow().settings().mode());
            assertEquals(32, history.cacheKey(1).orElseThrow().length);
        }
    }

    @Test
    void anUpdateThatFailsLeavesTheFileAsItWas() throws Exception {
        Schema broken = new Schema(History.SCHEMA.applicationId(), with("ALTER TABLE conversation ADD COLUMN colour TEXT; DROP TABLE message; SELECT nonsense FROM nowhere"));
        assertThrows(HistoryException.class, () -> History.open(file, broken));
        try (History history = History.open(file)) {
            assertEquals("kept", history.messages(1).getFirst().text());
        }
    }

    @Test
    void aNewerFileIsRefused() throws Exception {
        try (History history = History.open(file)) {
            history.database().script("PRAGMA user_version = 7");
        }
        byte[] before = Files.readAllBytes(file);
        HistoryException refused = assertThrows(HistoryException.class, () -> History.open(file));
        assertTrue(refused.getMessage().contains("newer Parlance"), refused.full());
        assertEquals("Update Parlance.", refused.remedy());
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void anotherProgramsDatabaseIsRefused() throws Exception {
        Path other = folder.resolve("other.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + other)) {
            connection.createStatement().executeUpdate("CREATE TABLE things (name TEXT)");
        }
        byte[] before = Files.readAllBytes(other);
        HistoryException refused = assertThrows(HistoryException.class, () -> History.open(other));
        assertTrue(refused.getMessage().contains("another program's database"), refused.full());
        assertArrayEquals(before, Files.readAllBytes(other));
    }
}
