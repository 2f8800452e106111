package app.parlance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.engine.TestModels;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real model of one megabyte: what it says makes no sense, but it says it at once. */
class ChatCommandTest {
    @TempDir
    private Path home;

    @Test
    void jsonHoldsTheAnswerItsFiguresAndWhyItEnded() throws IOException {
        var run = chat("", "--prompt", "Once upon a time", "--max-tokens", "12", "--seed", "7", "--json");

        assertEquals(0, run.code(), run.err());
        var json = json(run);
        assertFalse(json.get("text").asText().isBlank());
        assertEquals("stories260K F32", json.get("model").asText());
        assertTrue(json.get("prompt_tokens").asInt() > 4);
        assertEquals(12, json.get("completion_tokens").asInt());
        assertTrue(json.get("time_to_first_token_ms").asDouble() > 0);
        assertTrue(json.get("ms_per_token").asDouble() > 0);
        assertEquals("length", json.get("stop_reason").asText());
        assertEquals(7, json.get("seed").asLong());
        assertEquals("", run.err());

        var again = json(chat("", "--prompt", "Once upon a time", "--max-tokens", "12", "--seed", "7", "--json"));
        assertEquals(json.get("text"), again.get("text"), "the same seed gives the same answer");
        var kept = CommandRun.in(home, "", "", "history", "show", json.get("conversation").asText());
        assertTrue(kept.out().contains("Once upon a time"), kept.out());
    }

    @Test
    void aModeCanBeNamedAndIsKeptWithTheAnswer() throws IOException {
        var run = chat("", "--prompt", "Once upon a time", "--max-tokens", "3", "--mode", "Accurate", "--json");
        assertEquals(0, run.code(), run.err());
        var exported = CommandRun.in(home, "", "", "history", "export", json(run).get("conversation").asText(), "--format", "json");
        assertTrue(exported.out().contains("accurate"), exported.out() + exported.err());
        assertEquals("accurate", json(run).get("mode").asText());

        var wrong = chat("", "--prompt", "Once", "--mode", "slow");
        assertEquals(ExitCode.USAGE.number(), wrong.code());
        assertTrue(wrong.err().contains("there is no mode slow; fast, balanced, accurate and auto are there"), wrong.err());
    }

    @Test
    void modesSayWhatEachComesToHere() throws IOException {
        var json = json(CommandRun.in(home, TestModels.stories().getParent().toString(), "", "modes", "--json"));
        assertEquals(12, json.size(), "three tasks in four modes each");
        var chosen = new ArrayList<String>();
        json.forEach(row -> {
            assertFalse(row.get("model").asText().isEmpty());
            assertTrue(row.get("context_tokens").asInt() > 0 && row.get("estimated_bytes").asLong() > 0, row::toString);
            assertTrue(row.get("ms_per_token").isNull(), "nothing was measured");
            if (row.get("chosen").asBoolean()) chosen.add(row.get("task").asText() + " " + row.get("mode").asText());
        });
        assertEquals(List.of("chat fast", "translation accurate", "answers balanced"), chosen);

        var none = CommandRun.in(home.resolve("none"), "", "", "modes", "--json");
        assertEquals(0, json(none).size());
        assertTrue(CommandRun.in(home.resolve("none"), "", "", "modes").err().contains("no model on this machine"));
    }

    @Test
    void aPromptFromTheInputIsAnsweredAndATemporaryChatLeavesNoTrace() {
        var run = chat("Es war einmal ein Bär 🐻\n", "--prompt", "-", "--max-tokens", "4", "--temporary");

        assertEquals(0, run.code(), run.err());
        assertFalse(run.out().isBlank());
        assertFalse(Files.exists(home.resolve("data/parlance.db")));
    }

    @Test
    void withoutATerminalEachLineIsAMessageAndSlashWordsSteer() {
        var run = chat("One day\n/regenerate\n/nonsense\n/help\n/model\n/new\nThe end\n/exit\nnever read\n", "--max-tokens", "3");

        assertEquals(0, run.code(), run.err());
        assertEquals(3, run.out().lines().count(), run.out());
        assertTrue(run.err().contains("There is no /nonsense") && run.err().contains("/regenerate") && run.err().contains("* stories260K"), run.err());
        assertEquals(2, CommandRun.in(home, "", "", "history").out().lines().count());
    }

    @Test
    void withoutAModelThereIsACodeOfItsOwnAndWhatToDo() {
        var run = CommandRun.in(home, "", "", "chat", "--prompt", "Hello");

        assertEquals(ExitCode.NO_MODEL.number(), run.code());
        assertEquals("parlance: There is no model on this machine that can chat. Fetch a small one (98 MB) with "
                + "\"parlance models fetch smollm2-135m\", or take in a GGUF file with \"parlance models import FILE\".\n", run.err());
        assertEquals(ExitCode.NO_MODEL.number(), CommandRun.in(home, "", "", "chat", "--prompt", "Hello", "--model", "gone").code());
    }

    @Test
    void aModelThatOnlyEmbedsIsRefused() {
        var run = CommandRun.in(home, "", "", "chat", "--prompt", "Hello", "--model", TestModels.miniLm().toString());

        assertEquals(ExitCode.FAILED.number(), run.code());
        assertTrue(run.err().contains("writes no answers"), run.err());
    }

    @Test
    void aTextFileNamedGgufIsASentenceAndTheCauseIsShownOnlyWhenAsked() throws IOException {
        var file = Files.writeString(home.resolve("letter.gguf"), "Dear reader");

        var run = CommandRun.in(home, "", "", "chat", "--prompt", "Hello", "--model", file.toString());
        assertEquals(ExitCode.FAILED.number(), run.code());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains("letter.gguf is no GGUF model"), run.err());

        var verbose = CommandRun.in(home, "", "", "chat", "--prompt", "Hello", "--verbose", "--model", file.toString());
        assertTrue(verbose.err().contains("ModelException"), verbose.err());
    }

    @Test
    void aPromptLongerThanTheContextHasItsOwnCode() {
        var run = chat("", "--prompt", "word ".repeat(2000));

        assertEquals(ExitCode.TOO_LONG.number(), run.code(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertEquals("", run.out());
    }

    @Test
    void whereTheHomeCannotBeWrittenItAnswersAndSaysThatHistoryIsOff() throws IOException {
        var file = Files.writeString(home.resolve("file"), "in the way of a folder");

        var run = CommandRun.in(file.resolve("home"), "", "", "chat", "--prompt", "Hello", "--max-tokens", "3", "--model", TestModels.stories().toString());

        assertEquals(0, run.code(), run.err());
        assertFalse(run.out().isBlank());
        assertTrue(run.err().startsWith("History is off, this chat will not be kept: "), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
    }

    @Test
    void valuesOutOfRangeAreUsageErrors() {
        for (var wrong : new String[][] {{"--temperature", "3"}, {"--temperature", "NaN"}, {"--max-tokens", "0"}, {"--seed", "-1"}, {"--prompt", " "}}) {
            var run = CommandRun.in(home, "", "", "chat", wrong[0], wrong[1]);
            assertEquals(ExitCode.USAGE.number(), run.code(), wrong[0]);
            assertEquals(2, run.err().lines().count(), run.err());
        }
    }

    private CommandRun chat(String input, String... options) {
        var args = new ArrayList<>(List.of("chat", "--model", TestModels.stories().toString()));
        args.addAll(List.of(options));
        return CommandRun.in(home, TestModels.stories().getParent().toString(), input, args.toArray(String[]::new));
    }

    private static JsonNode json(CommandRun run) throws IOException {
        return new ObjectMapper().readTree(run.out());
    }
}
