package app.parlance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.engine.ChatMessage.Role;
import app.parlance.history.ConversationSettings;
import app.parlance.history.History;
import app.parlance.platform.Folders;
import app.parlance.problem.ProblemException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryCommandTest {
    @TempDir
    private Path home;

    private long sky;
    private long soup;

    @BeforeEach
    void twoConversations() throws ProblemException {
        try (var history = History.open(Folders.of(CommandRun.environment(home, "")).database())) {
            sky = history.create(ConversationSettings.DEFAULT).id();
            var question = history.add(sky, 0, Role.USER, "Why is the sky blue?");
            history.add(sky, question.id(), Role.ASSISTANT, "Because of Rayleigh scattering \033]0;owned\007.");
            history.rename(sky, "The blue sky", true);
            soup = history.create(ConversationSettings.DEFAULT).id();
            history.add(soup, 0, Role.USER, "Ein Rezept für Kürbissuppe, bitte ☕");
        }
    }

    @Test
    void listsNewestFirstByTitleOrElseFirstWords() {
        var list = run("history").out().lines().toList();

        assertEquals(2, list.size());
        assertTrue(list.get(0).contains(" " + soup + " ") && list.get(0).endsWith("Ein Rezept für Kürbissuppe, bitte ☕"), list.get(0));
        assertTrue(list.get(1).endsWith("The blue sky"), list.get(1));
    }

    @Test
    void listsAsJson() throws IOException {
        var json = new ObjectMapper().readTree(run("history", "list", "--json", "--limit", "1").out());

        assertEquals(1, json.size());
        assertEquals(soup, json.get(0).get("id").asLong());
    }

    @Test
    void findsWordsWhateverTheirAccents() {
        var found = run("history", "search", "kurbissuppe");

        assertEquals(0, found.code());
        assertTrue(found.out().contains("**Kürbissuppe**"), found.out());
        assertEquals(ExitCode.FAILED.number(), run("history", "search", "tomato").code());
    }

    @Test
    void showsAConversationWithoutItsControlCharacters() {
        var shown = run("history", "show", String.valueOf(sky)).out();

        assertTrue(shown.contains("# The blue sky") && shown.contains("Rayleigh"), shown);
        assertFalse(shown.contains("\033") || shown.contains("\007"), "nothing may steer the terminal");
    }

    @Test
    void anUnknownNumberIsASentence() {
        var run = run("history", "show", "4711");

        assertEquals(ExitCode.FAILED.number(), run.code());
        assertTrue(run.err().startsWith("parlance: There is no conversation 4711."), run.err());
    }

    @Test
    void exportsToAFileInTheFormOfItsEnding() throws IOException {
        var json = home.resolve("all.json");
        var markdown = home.resolve("sky.md");

        assertEquals(0, run("history", "export", "--out", json.toString()).code());
        assertEquals(0, run("history", "export", String.valueOf(sky), "--out", markdown.toString()).code());

        assertEquals(2, new ObjectMapper().readTree(json.toFile()).get("conversations").size());
        assertTrue(Files.readString(markdown).startsWith("# The blue sky\n"));
        assertTrue(run("history", "export", "--format", "md").out().contains("# The blue sky"));
    }

    private CommandRun run(String... args) {
        return CommandRun.in(home, "", "", args);
    }
}
