package app.parlance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.parlance.engine.TestModels;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a real process under a shell: signals, pipes, closed streams, locales, a terminal. */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class CommandProcessTest {
    private static final String LONG_ANSWER = "Tell me a very long story about the sea.";

    @TempDir
    private Path home;
    private Process process;

    @AfterEach
    void end() {
        if (process != null) kill(process);
    }

    @Test
    void inATerminalCtrlCStopsTheAnswerAndTheChatGoesOn() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "script(1) gives a test its terminal");
        process = shell("TERM=xterm script -qec 'stty cols 100 rows 30; exec %s chat --model %s' /dev/null", TestModels.smolLm());
        var screen = process.inputReader();
        awaitText(screen, "> ");

        enter(LONG_ANSWER + "\r");
        awaitText(screen, "sea.");
        awaitText(screen, "\n");
        awaitText(screen, " the ");
        enter("\003");
        awaitText(screen, "stopped: /continue goes on");
        awaitText(screen, "> ");
        enter("/help\r");
        awaitText(screen, "Ctrl+C stops an answer.");
        awaitText(screen, "> "); // before it the terminal itself would take Ctrl+D, and the program never see it
        enter("\004");

        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue());
        assertTrue(history("list").contains(LONG_ANSWER.substring(0, 20)));
    }

    @Test
    void withoutATerminalCtrlCKeepsWhatCameAndEndsWithItsCode() throws Exception {
        process = shell("exec %s chat --model %s --prompt '" + LONG_ANSWER + "'", TestModels.smolLm());
        var output = process.inputReader();
        awaitText(output, " ");

        assertEquals(0, new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor());

        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(ExitCode.INTERRUPTED.number(), process.exitValue());
        assertTrue(history("export", "--format", "json").contains("\"stopped\""));
    }

    @Test
    void anOutputThatGoesAwayEndsItQuietly() throws Exception {
        process = shell("%s chat --model %s --prompt '" + LONG_ANSWER + "' | head -c 3; echo \" ${PIPESTATUS[0]}\"", TestModels.smolLm());

        var said = all(process.getInputStream());

        assertTrue(said.endsWith(" " + ExitCode.OUTPUT_CLOSED.number() + "\n"), said);
        assertEquals(1, said.strip().lines().count(), said);
    }

    @Test
    void aFullOutputIsASentence() throws Exception {
        process = shell("%s models --help > /dev/full; %s models list --json > /dev/full; echo $?");

        var said = all(process.getInputStream());

        assertTrue(said.contains("parlance: The output could not be written: No space left on device.") && said.endsWith("1\n"), said);
    }

    @Test
    void aClosedInputIsAnEmptyOne() throws Exception {
        process = shell("PARLANCE_MODELS= %s <&-; echo $?");
        assertTrue(all(process.getInputStream()).endsWith(ExitCode.NO_MODEL.number() + "\n"));

        process = shell("%s chat --model %s <&-; echo $?", TestModels.stories());
        assertEquals("0\n", all(process.getInputStream()));
    }

    @Test
    void inTheLocaleCEverythingIsStillUtf8() throws Exception {
        process = shell("LC_ALL=C %s chat --model %s --max-tokens 3 --prompt 'Grüße ☕ 世界'", TestModels.stories());
        all(process.getInputStream());

        assertEquals(0, process.waitFor());
        assertTrue(history("export", "--format", "json").contains("Grüße ☕ 世界"), history("list"));
    }

    /** @param line with {@code %s} for the program, and once more for each model */
    private Process shell(String line, Path... models) throws IOException {
        // Tests that run in the background are started with Ctrl+C ignored, and so would be what they start.
        var hearing = System.getProperty("os.name").equals("Linux") ? "env --default-signal=INT " : "";
        var program = hearing + JavaProgram.command(ParlanceCommand.class).stream().collect(Collectors.joining(" "));
        var words = models.length == 0 ? new Object[] {program, program} : new Object[] {program, models[0]};
        var builder = new ProcessBuilder("bash", "-c", String.format(line, words)).redirectErrorStream(true);
        builder.environment().put("PARLANCE_HOME", home.toString());
        builder.environment().remove("DISPLAY");
        var started = builder.start();
        // Reading its output cannot be interrupted; its end ends the reading.
        CompletableFuture.delayedExecutor(60, TimeUnit.SECONDS).execute(() -> kill(started));
        return started;
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private String history(String... words) {
        var args = new String[words.length + 1];
        args[0] = "history";
        System.arraycopy(words, 0, args, 1, words.length);
        return CommandRun.in(home, "", "", args).out();
    }

    private void enter(String keys) throws IOException {
        process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    private static void awaitText(Reader screen, String text) throws IOException {
        var seen = new StringBuilder();
        while (seen.indexOf(text) < 0) {
            var next = screen.read();
            assertFalse(next < 0, () -> "the program ended before it said \"" + text + "\": " + seen);
            seen.append((char) next);
        }
    }

    private static String all(InputStream output) throws IOException {
        return new String(output.readAllBytes(), StandardCharsets.UTF_8);
    }
}
