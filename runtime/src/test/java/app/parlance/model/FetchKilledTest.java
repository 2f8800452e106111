package app.parlance.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.cli.JavaProgram;
import app.parlance.engine.GgufFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The application ends without a word in the middle of a download, again and again. */
class FetchKilledTest {
    @TempDir
    private Path temp;

    @Test
    @Timeout(60)
    void whatCameBeforeTheEndIsNotFetchedAgain() throws Exception {
        killed(1, 0);
    }

    @Test
    @Tag("soak")
    @Timeout(600)
    void fiftyTimes() throws Exception {
        killed(50, 150);
    }

    /** @param longestMillis a round ends at random up to so long after its first bytes */
    private void killed(int times, int longestMillis) throws Exception {
        var served = GgufFixture.llama().layers(40).writeTo(temp.resolve("served"));
        var content = Files.readAllBytes(served);
        var random = new Random(5);
        var store = new ModelStore(temp.resolve("store"), List.of());
        int whole = 0;
        try (var hub = new HubServer(content)) {
            hub.step = 32_768;
            for (int round = 0; round < times; round++) {
                var child = start(hub, served);
                try (var said = child.inputReader()) {
                    said.readLine(); // how much there was before
                    said.readLine(); // the first bytes that came
                    child.waitFor(random.nextInt(longestMillis + 1), TimeUnit.MILLISECONDS);
                    child.destroyForcibly();
                    child.waitFor();
                }
                whole += offered(store, served);
            }
            var last = start(hub, served);
            try (var said = last.inputReader()) {
                assertEquals("whole", said.lines().toList().getLast());
            }
            assertEquals(1, offered(store, served));
            assertTrue(hub.asked.stream().anyMatch(asked -> asked.range() != null), "none went on where another had ended");
            System.out.println(times + " ends, " + whole + " whole files between them, " + hub.asked.size() + " requests");
        }
    }

    private Process start(HubServer hub, Path served) throws Exception {
        return JavaProgram.start(FetchInOtherProcess.class, hub.endpoint(), temp.resolve("store").toString(), served.toString());
    }

    /** Nothing, or the one right file, which is then taken away so that the next round begins anew. */
    private static int offered(ModelStore store, Path served) throws Exception {
        assertEquals(List.of(), store.rejected());
        var models = store.list();
        for (var model : models) {
            assertEquals(-1, Files.mismatch(served, model.file()));
            store.remove(model);
        }
        return models.size();
    }
}
