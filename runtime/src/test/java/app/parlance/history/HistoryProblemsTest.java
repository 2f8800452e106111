package app.parlance.history;

import static app.parlance.engine.ChatMessage.Role.USER;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong gets a sentence, and what was saved stays. */
class HistoryProblemsTest {
    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void aHistoryWithAMessage() throws HistoryException {
        file = folder.resolve("parlance.db");
        try (History history = History.open(file)) {
            history.add(history.create(ConversationSettings.DEFAULT).id(), 0, USER, "kept");
        }
    }

    private static void assertSays(String part, HistoryException problem) {
        assertTrue(problem.getMessage().contains(part), problem::full);
        assertTrue(problem.getMessage().endsWith("."), problem::full);
        assertFalse(problem.remedy().isEmpty(), problem::full);
        assertFalse(problem.full().contains("SQL"), problem::full);
    }

    private void assertKept(History history) throws HistoryException {
        assertEquals("kept", history.messages(1).getFirst().text());
        assertEquals(1, history.messages(1).size());
        assertEquals("ok", history.database().list(row -> row.getString(1), "PRAGMA integrity_check").getFirst());
    }

    @Test
    void aFullDisk() throws HistoryException {
        try (History history = History.open(file)) {
            history.database().number("PRAGMA max_page_count = 1"); // SQLite takes the size it has as its limit and reports SQLITE_FULL beyond
            long leaf = history.conversation(1).orElseThrow().leaf();
            assertSays("disk is full", assertThrows(HistoryException.class, () -> history.add(1, leaf, USER, "x".repeat(1_000_000))));
            assertKept(history);
            history.database().number("PRAGMA max_page_count = 1000000");
            assertEquals(2, history.add(1, leaf, USER, "fits again").id());
        }
    }

    @Test
    void aFileThatMayNotBeWritten() throws HistoryException {
        try (History history = History.open(file)) {
            history.database().script("PRAGMA query_only = ON"); // gives SQLITE_READONLY, also to root, who may write any file
            assertSays("may not be written", assertThrows(HistoryException.class, () -> history.add(1, 1, USER, "more")));
            assertKept(history);
        }
    }

    @Test
    void aFolderThatCannotBeMade() {
        Path nowhere = Path.of("/proc/parlance/parlance.db");
        Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc")), "needs a folder in which nobody can write");
        assertSays("cannot be made", assertThrows(HistoryException.class, () -> History.open(nowhere)));
    }

    @Test
    void aFileThatIsSomethingElse() throws Exception {
        byte[] text = "Dear diary, ".repeat(1000).getBytes();
        Files.write(file, text);
        assertSays("is not a history", assertThrows(HistoryException.class, () -> History.open(file)));
        assertArrayEquals(text, Files.readAllBytes(file));
    }

    @Test
    void aDamagedFileIsNeverDestroyed() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 100, bytes.length, (byte) 0x5A);
        Files.write(file, bytes);
        assertSays("damaged", assertThrows(HistoryException.class, () -> {
            try (History history = History.open(file)) {
                history.conversations();
            }
        }));
        assertArrayEquals(bytes, Files.readAllBytes(file));
    }

    @Test
    void aFileThatAnotherProgramHolds() throws HistoryException {
        try (History history = History.open(file); History other = History.open(file)) {
            history.database().number("PRAGMA busy_timeout = 50");
            other.database().inTransaction(() -> {
                assertSays("another program", assertThrows(HistoryException.class, () -> history.add(1, 1, USER, "more")));
                assertEquals("kept", history.messages(1).getFirst().text(), "reading goes on");
                return null;
            });
            assertKept(history);
        }
    }
}
