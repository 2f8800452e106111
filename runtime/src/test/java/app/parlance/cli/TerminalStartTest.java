package app.parlance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.engine.TestModels;
import app.parlance.engine.llama.LlamaEngines.Preference;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code parlance} without a command where there is neither a display nor a terminal. */
class TerminalStartTest {
    @TempDir
    private Path home;

    @Test
    void withoutAModelItNamesTheFetchAndEndsWithItsOwnCode() {
        var run = CommandRun.in(home, "", "Hello");

        assertEquals(ExitCode.NO_MODEL.number(), run.code());
        assertTrue(run.err().startsWith("There is no display"), run.err());
        assertTrue(run.err().contains("parlance models fetch smollm2-135m"), run.err());
    }

    @Test
    void thePipedInputIsOnePrompt() throws IOException {
        var run = CommandRun.in(home, onlyStories(), "Once upon a time\nthere was");

        assertEquals(0, run.code(), run.err());
        assertFalse(run.out().isBlank());
        assertEquals(1, CommandRun.in(home, "", "", "history").out().lines().count());
    }

    @Test
    void anEmptyInputIsAUsageError() throws IOException {
        assertEquals(ExitCode.USAGE.number(), CommandRun.in(home, onlyStories(), " \n").code());
    }

    @Test
    void theFirstStartGreetsWithoutReadingItsInput() throws IOException {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var input = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("the input was read");
            }
        };

        var code = ParlanceCommand.run(List.of("--fetch-starter"), CommandRun.environment(home, onlyStories()), new Streams(input, out, err, false));

        assertEquals(0, code, err.toString());
        assertTrue(out.size() > 0);
        assertFalse(Files.exists(home.resolve("models")), "a model is here, so none is fetched");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDisplayIsWhatTheEnvironmentNames() {
        assertFalse(TerminalStart.hasDisplay(Map.of()));
        assertFalse(TerminalStart.hasDisplay(Map.of("DISPLAY", "")));
        assertTrue(TerminalStart.hasDisplay(Map.of("DISPLAY", ":0")));
        assertTrue(TerminalStart.hasDisplay(Map.of("WAYLAND_DISPLAY", "wayland-0")));
        var display = Map.of("DISPLAY", ":0");
        assertTrue(WindowStart.of(new String[0], display).isPresent());
        assertTrue(WindowStart.of(new String[] {"--fetch-starter"}, display).isPresent());
        assertTrue(WindowStart.of(new String[] {"chat"}, display).isEmpty());
        assertTrue(WindowStart.of(new String[0], Map.of()).isEmpty());
        var newer = Optional.of(new WindowStart(Optional.of(Preference.NEWER)));
        assertEquals(newer, WindowStart.of(new String[] {"--engine", "newer"}, display));
        assertEquals(newer, WindowStart.of(new String[] {"--engine=newer"}, display));
        assertTrue(WindowStart.of(new String[] {"--engine", "fastest"}, display).isEmpty(), "the command line says what is wrong");
        assertTrue(WindowStart.of(new String[] {"--engine", "newer", "chat"}, display).isEmpty());
    }

    /** A folder with the small model alone. */
    private String onlyStories() throws IOException {
        var folder = Files.createDirectories(home.resolve("ready"));
        var link = folder.resolve("stories.gguf");
        if (!Files.exists(link)) Files.createSymbolicLink(link, TestModels.stories());
        return folder.toString();
    }
}
