package app.parlance.diagnostics;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.app.Parlance;
import app.parlance.engine.ChatMessage.Role;
import app.parlance.engine.Sampling;
import app.parlance.history.ConversationSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosticsTest {
    private static final String SECRET = "xylophonist";

    @TempDir
    private Path home;

    @Test
    void holdsFactsAndNotAWordOfAConversation() throws Exception {
        try (var parlance = new Parlance(Map.of("PARLANCE_HOME", home.toString()))) {
            Logs.install(parlance.folders().cache(), false);
            var history = parlance.history();
            var conversation = history.create(new ConversationSettings("", "System " + SECRET, Sampling.DEFAULT, 0, 0));
            var question = history.add(conversation.id(), 0, Role.USER, "I am a " + SECRET);
            history.add(conversation.id(), question.id(), Role.ASSISTANT, "Hello, " + SECRET);
            history.rename(conversation.id(), "Title " + SECRET, true);
            parlance.settings().set("composer.draft", SECRET);
            parlance.settings().set("theme", "dark");
            System.getLogger("app.parlance.test").log(System.Logger.Level.WARNING, "A thing happened",
                    new IllegalStateException("quoting " + SECRET, new IOException(SECRET)));
            assertTrue(fileWithSecret(), "the secret is on disk, or this test proves nothing");

            var report = parlance.diagnostics().report();

            assertFalse(report.toLowerCase(Locale.ROOT).contains(SECRET), report);
            assertTrue(report.contains("conversations: 1\n") && report.contains("messages: 2\n"), report);
            assertTrue(report.contains("theme: dark\n"), report);
            assertTrue(report.contains("A thing happened | java.lang.IllegalStateException < app.parlance.diagnostics.DiagnosticsTest"), report);
            assertTrue(report.contains("\nJava: " + Runtime.version()), report);
        }
    }

    @Test
    void namesModelsAndWhatIsWrongWithFiles() throws Exception {
        Files.createDirectories(home.resolve("models"));
        Files.writeString(home.resolve("models/text.gguf"), "not a model");
        try (var parlance = new Parlance(Map.of("PARLANCE_HOME", home.toString()))) {
            assertTrue(parlance.diagnostics().report().contains("left out: text.gguf"), parlance.diagnostics().report());
        }
    }

    @Test
    void anUnusableHomeIsReportedAndNoError() throws Exception {
        var file = Files.writeString(home.resolve("a-file"), "in the way");
        try (var parlance = new Parlance(Map.of("PARLANCE_HOME", file.resolve("home").toString()))) {
            Logs.install(parlance.folders().cache(), false);
            assertTrue(parlance.diagnostics().report().contains("not there yet"));
        }
    }

    private boolean fileWithSecret() throws IOException {
        try (var files = Files.walk(home)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(SECRET)) return true;
            }
        }
        return false;
    }
}
