package app.parlance.engine.llama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.engine.Answers;
import app.parlance.engine.Capability;
import app.parlance.engine.EngineException;
import app.parlance.engine.GenerateRequest;
import app.parlance.engine.GgufFixture;
import app.parlance.engine.OpenModel;
import app.parlance.engine.OpenRequest;
import app.parlance.engine.Prompt;
import app.parlance.engine.QuantizeRequest;
import app.parlance.engine.QuantizeRequest.Type;
import app.parlance.engine.Sampling;
import app.parlance.engine.TestModels;
import app.parlance.gguf.GgufReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Smaller variants of models. */
@Timeout(60)
@ParameterizedClass
@MethodSource("engines")
class QuantizeTest {
    private final LlamaEngine engine;

    @TempDir
    private Path folder;

    QuantizeTest(TestEngines.Kind kind) {
        engine = kind.engine();
    }

    static List<TestEngines.Kind> engines() {
        return TestEngines.able(Capability.QUANTIZE);
    }

    @Test
    void theResultIsSmallerAndTellsStories() throws Exception {
        Path source = TestModels.stories();
        for (Type type : List.of(Type.Q8_0, Type.Q4_0, Type.F16)) {
            List<Double> told = new CopyOnWriteArrayList<>();
            Path target = folder.resolve(type + ".gguf");
            engine.quantize(new QuantizeRequest(source, target, type, told::add));
            assertTrue(Files.size(target) < 0.7 * Files.size(source), type + ": " + Files.size(target));
            assertEquals(type.name(), GgufReader.read(target).quantization());
            for (int i = 1; i < told.size(); i++) assertTrue(told.get(i) >= told.get(i - 1) && told.get(i) <= 1, told.toString());
            assertTrue(told.size() > 2, told.toString());
            try (OpenModel model = engine.open(OpenRequest.toGenerate(target, 128))) {
                assertTrue(Answers.of(model, GenerateRequest.of(new Prompt.Text("Once upon a time"), Sampling.GREEDY, 20)).text().contains("was"));
            }
        }
        assertOnly("Q8_0.gguf", "Q4_0.gguf", "F16.gguf");
    }

    @Test
    void interruptingItLeavesNoFile() throws Exception {
        var working = new CountDownLatch(1);
        Path target = folder.resolve("small.gguf");
        var request = new QuantizeRequest(TestModels.qwenHalfBillion(), target, Type.Q8_0, share -> working.countDown());
        var task = new FutureTask<>(() -> {
            engine.quantize(request);
            return null;
        });
        Thread thread = Thread.ofPlatform().start(task);
        assertTrue(working.await(30, TimeUnit.SECONDS));
        thread.interrupt();
        assertInstanceOf(InterruptedException.class, assertThrows(ExecutionException.class, () -> task.get(5, TimeUnit.SECONDS)).getCause());
        assertOnly();
    }

    @Test
    void aFileThatIsThereIsLeftAsItIs() throws Exception {
        Path target = Files.writeString(folder.resolve("mine.gguf"), "mine");
        EngineException refusal = assertThrows(EngineException.class, () -> engine.quantize(new QuantizeRequest(TestModels.stories(), target, Type.Q8_0, share -> { })));
        assertEquals(EngineException.Kind.NOT_POSSIBLE, refusal.kind());
        assertEquals("mine", Files.readString(target));
        assertOnly("mine.gguf");
    }

    @Test
    void whatCannotBeDoneLeavesNoFile() throws Exception {
        Path missing = folder.resolve("missing.gguf");
        assertThrows(EngineException.class, () -> engine.quantize(new QuantizeRequest(missing, folder.resolve("a.gguf"), Type.Q8_0, share -> { })));
        Path source = GgufFixture.llama().writeTo(folder.resolve("tiny.gguf"));
        Path nowhere = folder.resolve("no folder").resolve("a.gguf");
        EngineException refusal = assertThrows(EngineException.class, () -> engine.quantize(new QuantizeRequest(source, nowhere, Type.Q8_0, share -> { })));
        assertFalse(refusal.getMessage().isBlank() || refusal.remedy().isEmpty(), refusal.full());
        Path same = source;
        assertThrows(EngineException.class, () -> engine.quantize(new QuantizeRequest(source, same, Type.Q8_0, share -> { })));
        assertEquals("llama", GgufReader.read(source).architecture());
        assertOnly("tiny.gguf");
    }

    private void assertOnly(String... names) throws Exception {
        try (var files = Files.list(folder)) {
            assertEquals(List.of(names).stream().sorted().toList(), files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }
}
