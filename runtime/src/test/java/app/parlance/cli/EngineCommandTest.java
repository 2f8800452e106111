package app.parlance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.engine.TestModels;
import app.parlance.natives.LocalNpm;
import app.parlance.natives.TestNatives;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real workers; the newer runtime's libraries come through a local npm. */
class EngineCommandTest {
    @TempDir
    private Path home;
    private Map<String, String> environment;

    @BeforeEach
    void haveNothing() {
        environment = CommandRun.environment(home, TestModels.stories().getParent().toString());
    }

    @Test
    void onBoardIsDescribedWithItsReason() throws IOException {
        var told = json("engine", "--json");

        assertTrue(told.get("engine").asText().contains("b4916"), told.toString());
        assertEquals("b4916", told.get("llama_cpp").asText());
        assertFalse(told.get("cpu_library").asText().isEmpty());
        assertTrue(told.get("architectures").toString().contains("\"qwen2\"") && !told.get("architectures").toString().contains("\"qwen3\""), told.toString());
        assertEquals("auto", told.get("preference").asText());
        assertEquals("missing", told.get("newer").get("state").asText());
        assertEquals(told.get("newer").get("reason").asText(), told.get("reason").asText());
        assertEquals("MIT", told.get("newer").get("licence").asText());
        var text = run("engine");
        assertTrue(text.out().contains("CPU library") && text.out().contains("parlance engine get"), text.out());
    }

    @Test
    void aForcedRuntimeThatIsNotThereIsASentenceAndACode() {
        for (var args : new String[][] {{"engine", "--engine", "newer"}, {"--engine=newer", "engine", "--json"},
                {"chat", "--engine", "newer", "--prompt", "Hello", "--temporary"}, {"models", "check", "--engine", "newer", TestModels.stories().toString()}}) {
            var run = run(args);

            assertEquals(args[0].equals("models") ? ExitCode.FAILED.number() : ExitCode.NO_ENGINE.number(), run.code(), String.join(" ", args) + run.err());
            assertEquals("", run.out());
            assertTrue(run.err().contains("The newer runtime is not on this machine.") && run.err().contains("parlance engine get"), run.err());
        }
    }

    @Test
    void aWrongWordIsAUsageErrorWhereverItStands() {
        for (var args : new String[][] {{"engine", "--engine", "fastest"}, {"--engine", "fastest", "engine"}, {"chat", "--engine=fastest", "--prompt", "x"}}) {
            var run = run(args);

            assertEquals(ExitCode.USAGE.number(), run.code());
            assertTrue(run.err().contains("fastest") && run.err().contains("auto, newer, on-board"), run.err());
        }
    }

    @Test
    void theNewerRuntimeIsFetchedUsedForcedAwayAndRemoved() throws IOException {
        environment.put("PATH", LocalNpm.path(home.resolve("bin"), ""));
        var real = TestNatives.ready();

        var got = run("engine", "get");
        assertEquals(0, got.code(), got.err());
        assertTrue(got.err().contains(real.version()) && got.err().contains("MIT") && got.err().contains("11 MB to load"), got.err());
        assertTrue(got.out().startsWith("Ready: "), got.out());
        assertTrue(run("engine", "get").out().contains("already"));

        var told = json("engine", "--json");
        assertEquals(real.llamaCpp(), told.get("llama_cpp").asText());
        assertTrue(told.get("architectures").toString().contains("\"qwen3\""));
        assertEquals("ready", told.get("newer").get("state").asText());
        assertEquals("fetched", told.get("newer").get("origin").asText());
        assertTrue(Files.isDirectory(Path.of(told.get("newer").get("folder").asText())));
        assertEquals("on-board", json("engine", "--json", "--engine", "on-board").get("preference").asText());
        assertEquals("b4916", json("--engine", "on-board", "engine", "--json").get("llama_cpp").asText());

        assertTrue(run("models", "check", TestModels.stories().toString()).out().contains("runs in       llama.cpp " + real.llamaCpp()));
        assertTrue(run("models", "check", "--engine", "on-board", TestModels.stories().toString()).out().contains("b4916"));
        assertTrue(run("diagnostics").out().contains("engine: llama.cpp " + real.llamaCpp()));

        assertEquals(0, run("engine", "remove").code());
        assertEquals("missing", json("engine", "--json").get("newer").get("state").asText());
    }

    @Test
    void withoutNpmGettingItIsASentence() {
        environment.put("PATH", home.toString());

        var run = run("engine", "get");

        assertEquals(ExitCode.FAILED.number(), run.code());
        assertTrue(run.err().contains("none on the PATH") && run.err().contains("Node.js"), run.err());
        assertEquals("", run.out());
    }

    @Test
    void theCatalogueSaysWhatNeedsTheNewerRuntime() {
        assertTrue(run("models", "fetch").out().lines().anyMatch(line -> line.contains("Needs the newer runtime")));
    }

    private JsonNode json(String... args) throws IOException {
        var run = run(args);
        assertEquals(0, run.code(), run.err());
        return new ObjectMapper().readTree(run.out());
    }

    private CommandRun run(String... args) {
        return CommandRun.in(environment, "", args);
    }
}
