package app.parlance.history;

import static app.parlance.engine.ChatMessage.Role.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several processes on one file, as the window and the command line. */
@Timeout(60)
class HistoryProcessesTest {
    @TempDir Path folder;

    private Process start(String what, Path file) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), OtherProcess.class.getName(), what, file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    @Test
    void bothWriteAtTheSameTimeAndSeeEachOther() throws Exception {
        Path file = folder.resolve("parlance.db");
        Process other = start("add", file); // also the making of the file is a race
        try (History history = History.open(file)) {
            for (int i = 0; i < 100; i++) history.add(history.create(ConversationSettings.DEFAULT).id(), 0, USER, "from this process");
            assertEquals(0, other.waitFor());
            assertEquals(200, history.conversations().size());
            assertEquals(100, history.search("other", 1000).size());
        }
    }

    @Test
    void aKilledWriterLosesNothingThatItSavedAndAnotherMayReadMeanwhile() throws Exception {
        Path file = folder.resolve("parlance.db");
        Process writer = start("stream", file);
        try (BufferedReader said = writer.inputReader()) {
            int saved = 0;
            while (saved < 30) saved = Integer.parseInt(said.readLine());
            try (History history = History.open(file)) {
                Message answer = history.messages(1).getLast();
                assertEquals(Message.State.STREAMING, answer.state(), "its writer lives");
                assertTrue(answer.text().contains("token30 "), answer.text());
            }
            writer.toHandle().destroyForcibly(); // SIGKILL; Process.destroyForcibly would close the stream that is still to be read
            for (String line = said.readLine(); line != null; line = said.readLine()) saved = Integer.parseInt(line);
            writer.waitFor();
            int last = saved;
            try (History history = History.open(file)) {
                Message answer = history.messages(1).getLast();
                assertEquals(Message.State.INTERRUPTED, answer.state());
                assertTrue(answer.text().contains("token" + last + " "), () -> answer.text().substring(Math.max(0, answer.text().length() - 100)));
                assertEquals(answer.id(), history.search("token7", 5).getFirst().message(), "settled answers are found");
                assertEquals("ok", history.database().list(row -> row.getString(1), "PRAGMA integrity_check").getFirst());
            }
        }
    }

    @Test
    void twoHistoriesInOneProcess() throws Exception {
        Path file = folder.resolve("parlance.db");
        try (History one = History.open(file); History two = History.open(file)) {
            long c = one.create(ConversationSettings.DEFAULT).id();
            Message first = two.add(c, 0, USER, "from two");
            Message answer = one.beginAnswer(c, first.id(), "m");
            assertEquals(Message.State.STREAMING, two.messages(c).getLast().state());
            one.finishAnswer(answer.id(), "done", Message.State.COMPLETE, null);
            assertEquals("done", two.messages(c).getLast().text());
        }
    }
}
