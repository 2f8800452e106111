package app.parlance.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.engine.TestModels;
import app.parlance.history.History;
import app.parlance.history.Message;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChatKilledTest {
    @Test
    void killingTheApplicationLosesAtMostTheLastHalfSecond(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("parlance.db");
        Process application = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), ChatInOtherProcess.class.getName(),
                file.toString(), TestModels.smolLm().toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        TreeMap<Long, Integer> lengths = new TreeMap<>();
        try (BufferedReader said = application.inputReader()) {
            long first = 0;
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                long now = System.nanoTime();
                if (first == 0) first = now;
                lengths.put(now, Integer.parseInt(line));
                if (now - first > 1_500_000_000L) break;
            }
        }
        application.toHandle().destroyForcibly();
        application.waitFor();
        Map.Entry<Long, Integer> halfASecondAgo = lengths.floorEntry(lengths.lastKey() - 500_000_000);
        try (History history = History.open(file)) {
            Message answer = history.messages(1).getLast();
            assertEquals(Message.State.INTERRUPTED, answer.state());
            assertTrue(answer.text().length() >= halfASecondAgo.getValue(), () -> answer.text().length() + " of " + lengths);
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var result = connection.createStatement().executeQuery("PRAGMA integrity_check")) {
            assertEquals("ok", result.getString(1));
        }
    }
}
