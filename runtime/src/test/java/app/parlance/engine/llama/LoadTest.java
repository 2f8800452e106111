package app.parlance.engine.llama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.engine.Adapter;
import app.parlance.engine.Capability;
import app.parlance.engine.EngineException;
import app.parlance.engine.GgufFixture;
import app.parlance.engine.OpenModel;
import app.parlance.engine.OpenRequest;
import app.parlance.engine.Prompt;
import app.parlance.engine.QuantizeRequest;
import app.parlance.engine.TestModels;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What happens while a model loads. */
@Timeout(60)
class LoadTest {
    @TempDir
    private Path folder;

    static List<TestEngines.Kind> engines() {
        return TestEngines.all();
    }

    static List<TestEngines.Kind> telling() {
        return TestEngines.able(Capability.LOAD_PROGRESS);
    }

    @ParameterizedTest
    @MethodSource("telling")
    void progressGrowsFromNothingToAll(TestEngines.Kind kind) throws Exception {
        List<Double> told = new CopyOnWriteArrayList<>();
        kind.engine().open(OpenRequest.toGenerate(TestModels.smolLm(), 256).withProgress(told::add)).close();
        assertTrue(told.size() > 5, told.toString());
        for (int i = 0; i < told.size(); i++) assertTrue(told.get(i) >= (i == 0 ? 0 : told.get(i - 1)) && told.get(i) <= 1, told.toString());
        assertEquals(1, told.getLast(), 1e-6);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void interruptingALoadEndsItAndItsProcess(TestEngines.Kind kind) throws Exception {
        long before = children();
        var loading = new CountDownLatch(1);
        var request = OpenRequest.toGenerate(TestModels.qwenHalfBillion(), 4096).withProgress(share -> loading.countDown());
        var opening = new FutureTask<>(() -> kind.engine().open(request));
        Thread thread = Thread.ofPlatform().start(opening);
        // One that tells nothing is interrupted wherever it stands.
        boolean tells = kind.engine().capabilities().contains(Capability.LOAD_PROGRESS);
        assertEquals(tells, loading.await(tells ? 20_000 : 700, TimeUnit.MILLISECONDS));
        thread.interrupt();
        assertInstanceOf(InterruptedException.class, assertThrows(ExecutionException.class, () -> opening.get(2, TimeUnit.SECONDS)).getCause());
        assertEquals(before, children());
    }

    private static long children() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive).count();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void closingEndsALoadedModelsProcess(TestEngines.Kind kind) throws Exception {
        OpenModel model = kind.engine().open(OpenRequest.toGenerate(GgufFixture.llama().writeTo(folder.resolve("tiny.gguf")), 128));
        var worker = ProcessHandle.of(((WorkerModel) model).pid()).orElseThrow();
        model.close();
        assertTrue(!worker.isAlive() && !model.isAlive());
    }

    @Test
    void anEngineWithoutACapabilitySaysSo() throws Exception {
        LlamaEngine engine = TestEngines.ON_BOARD.engine();
        Path file = GgufFixture.llama().writeTo(folder.resolve("tiny.gguf"));
        try (OpenModel model = engine.open(OpenRequest.toGenerate(file, 128))) {
            assertSaysSo(() -> model.score(new Prompt.Text("a"), List.of("b")));
            assertSaysSo(() -> model.setThreads(1));
        }
        Path adapter = GgufFixture.writeAdapter("llama", folder.resolve("adapter.gguf"));
        assertSaysSo(() -> engine.open(OpenRequest.toGenerate(file, 128).withAdapters(List.of(new Adapter(adapter, 1)))));
        Path target = folder.resolve("small.gguf");
        assertSaysSo(() -> engine.quantize(new QuantizeRequest(file, target, QuantizeRequest.Type.Q8_0, share -> { })));
        assertTrue(Files.notExists(target));
    }

    private interface Refused {
        void run() throws Exception;
    }

    private static void assertSaysSo(Refused call) {
        EngineException refusal = assertThrows(EngineException.class, call::run);
        assertEquals(EngineException.Kind.NOT_POSSIBLE, refusal.kind());
        assertTrue(refusal.getMessage().endsWith(".") && !refusal.remedy().isEmpty(), refusal.full());
    }
}
