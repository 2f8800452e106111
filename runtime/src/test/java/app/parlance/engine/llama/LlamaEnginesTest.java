package app.parlance.engine.llama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.engine.Answers;
import app.parlance.engine.ChatMessage;
import app.parlance.engine.EngineException;
import app.parlance.engine.GenerateRequest;
import app.parlance.engine.GgufFixture;
import app.parlance.engine.OpenModel;
import app.parlance.engine.OpenRequest;
import app.parlance.engine.Prompt;
import app.parlance.engine.Sampling;
import app.parlance.engine.llama.LlamaEngines.Preference;
import app.parlance.natives.NativesState;
import app.parlance.natives.NativesState.Missing;
import app.parlance.natives.NativesState.Ready;
import app.parlance.natives.TestNatives;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of the engines runs what, and what happens where it cannot. */
class LlamaEnginesTest {
    private static final Missing NONE = new Missing("The newer runtime is not on this machine.", "Get it.");

    @TempDir
    private Path folder;

    @Test
    void withoutTheNewerOneThatOnBoardRunsModelsAndSaysWhy() throws Exception {
        var engines = engines(NONE, Preference.AUTO);
        assertEquals(NONE.reason(), engines.chosen().reason());
        assertFalse(engines.supports("qwen3"));
        assertTrue(engines.supports("llama"));
        try (OpenModel model = engines.open(tiny())) {
            assertTrue(model.engine().contains("de.kherud"), model.engine());
        }
        assertEquals("b4916", engines.describe().llamaCpp());
    }

    @Test
    void theNewerOneRunsModelsWhereItIsThere() throws Exception {
        var ready = TestNatives.ready();
        var engines = engines(ready, Preference.AUTO);
        assertTrue(engines.supports("qwen3") && engines.supports("t5") && engines.supports("llama"));
        try (OpenModel model = engines.open(tiny())) {
            assertEquals("llama.cpp " + ready.llamaCpp(), model.engine());
            assertEquals(3, Answers.of(model, GenerateRequest.of(new Prompt.Text("hello"), Sampling.GREEDY, 3)).usage().completionTokens());
        }
        var described = engines.describe();
        assertTrue(described.cpuLibrary().contains("ggml-cpu"), described.cpuLibrary());
        assertTrue(ready.llamaCpp().contains(described.llamaCpp().replaceAll("[^0-9.]", "")), described.llamaCpp());
        assertTrue(described.architectures().contains("qwen3"));
    }

    @Test
    void whoeverAsksForOneGetsThatOneOrASentence() throws Exception {
        var onBoard = engines(TestNatives.state(), Preference.ON_BOARD);
        assertEquals("b4916", onBoard.describe().llamaCpp());
        assertFalse(onBoard.supports("qwen3"));
        var newer = engines(NONE, Preference.NEWER);
        var refusal = assertThrows(EngineException.class, () -> newer.open(tiny()));
        assertEquals(EngineException.Kind.UNFIT_LIBRARY, refusal.kind());
        assertTrue(refusal.getMessage().contains(NONE.reason()), refusal.getMessage());
    }

    @Test
    void librariesThatDoNotFitAreUsedNoMoreAndTheOtherOneTakesOver() throws Exception {
        var ready = TestNatives.ready();
        for (String name : new String[] {"libggml-base.so", "libggml.so", "libllama.so"}) Files.writeString(folder.resolve(name), "no library at all");
        var engines = engines(new Ready(folder, ready.origin(), ready.platform(), ready.version(), ready.llamaCpp()), Preference.AUTO);
        assertTrue(engines.chosen().engine().name().contains(ready.llamaCpp()));
        try (OpenModel model = engines.open(tiny())) {
            assertTrue(model.engine().contains("de.kherud"), model.engine());
        }
        assertTrue(engines.chosen().reason().contains("cannot be used"), engines.chosen().reason());
        assertEquals("b4916", engines.describe().llamaCpp());
    }

    /** The newer one knows many templates and interprets none. */
    @Test
    void aTemplateOfNoKnownKindIsRenderedByItsOwnWords() throws Exception {
        String own = "{% for m in messages %}{{ '<<' + m['role'] + '>> ' + m['content'] + ' //' }}{% endfor %}{% if add_generation_prompt %}<<bot>>{% endif %}";
        var talk = Prompt.Chat.of(ChatMessage.system("a"), ChatMessage.user("b"), ChatMessage.assistant("c"), ChatMessage.user("d"));
        try (OpenModel model = engines(TestNatives.state(), Preference.AUTO).open(OpenRequest.toGenerate(GgufFixture.llama().template(own).writeTo(folder.resolve("own.gguf")), 512))) {
            String markup = "<<system>> a //<<user>> b //<<assistant>> c //<<user>> d //<<bot>>";
            assertEquals(model.countTokens(new Prompt.Text(markup)), model.countTokens(talk));
        }
    }

    private OpenRequest tiny() {
        return OpenRequest.toGenerate(GgufFixture.llama().writeTo(folder.resolve("tiny.gguf")), 256);
    }

    private static LlamaEngines engines(NativesState natives, Preference preference) {
        return new LlamaEngines(() -> natives, () -> preference, WorkerSettings.DEFAULT);
    }
}
