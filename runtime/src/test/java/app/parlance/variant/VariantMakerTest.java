package app.parlance.variant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.engine.Engine;
import app.parlance.engine.EngineException;
import app.parlance.engine.GgufFixture;
import app.parlance.engine.QuantizeRequest.Type;
import app.parlance.engine.TestModels;
import app.parlance.engine.llama.LlamaEngine;
import app.parlance.engine.llama.WorkerSettings;
import app.parlance.model.ByteProgress;
import app.parlance.model.ModelStore;
import app.parlance.model.StoredModel;
import app.parlance.natives.NativesPin;
import app.parlance.natives.TestNatives;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class VariantMakerTest {
    @TempDir Path temp;
    private ModelStore store;

    @BeforeEach void open() {
        store = new ModelStore(temp.resolve("store"), List.of());
    }

    @Test void aVariantIsAModelOfItsOwn() throws Exception {
        var source = store.importFile(TestModels.stories(), true, ByteProgress.NONE);
        var told = new CopyOnWriteArrayList<Double>();
        var made = new VariantMaker(store, newer()).make(plan(source, Type.Q8_0), told::add);
        assertEquals("stories260K Q8_0", made.name());
        assertEquals("Q8_0", made.header().quantization());
        assertEquals(made, store.find("stories260K Q8_0").orElseThrow());
        assertEquals(made, store.find(made.file().toString()).orElseThrow());
        assertTrue(made.bytes() < source.bytes() / 2 && !told.isEmpty());
        assertEquals(2, store.list().size());
        assertEquals(List.of(), partials());
    }

    @Test void theEstimateIsNearForWideModels() throws Exception {
        var source = store.importFile(GgufFixture.llama().layers(2).writeTo(temp.resolve("tiny-f32.gguf")), true, ByteProgress.NONE);
        assertEquals(List.of("Q4_0", "Q4_K_M", "Q5_K_M", "Q6_K", "Q8_0"), VariantPlan.of(source).stream().map(plan -> plan.type().name()).toList());
        var q8 = new VariantMaker(store, newer()).make(plan(source, Type.Q8_0), share -> { });
        assertEquals(List.of("Q4_0", "Q4_K_M", "Q5_K_M", "Q6_K"), VariantPlan.of(q8).stream().map(plan -> plan.type().name()).toList().stream().sorted().toList());
    }

    @Test void nothingIsMadeOfWhatIsSmallAlready() throws Exception {
        assertEquals(List.of(), VariantPlan.of(new ModelStore(TestModels.smolLm().getParent(), List.of()).find(TestModels.smolLm().toString()).orElseThrow()));
    }

    @Test void stoppingItLeavesNothing() throws Exception {
        var source = store.importFile(GgufFixture.llama().layers(60).writeTo(temp.resolve("long-f32.gguf")), true, ByteProgress.NONE);
        var maker = new VariantMaker(store, newer());
        var working = new CountDownLatch(1);
        var task = new FutureTask<>(() -> maker.make(plan(source, Type.Q8_0), share -> working.countDown()));
        var thread = Thread.ofPlatform().start(task);
        assertTrue(working.await(30, TimeUnit.SECONDS));
        thread.interrupt();
        var ended = assertThrows(ExecutionException.class, () -> task.get(10, TimeUnit.SECONDS));
        assertInstanceOf(InterruptedException.class, ended.getCause());
        assertEquals(List.of(), partials());
        assertEquals(1, store.list().size());
    }

    @Test void theRuntimeOnBoardSaysWhatItNeeds() throws Exception {
        var source = store.importFile(TestModels.stories(), true, ByteProgress.NONE);
        var maker = new VariantMaker(store, LlamaEngine.onBoard());
        var refusal = assertThrows(EngineException.class, () -> maker.make(plan(source, Type.Q8_0), share -> { }));
        assertTrue(refusal.full().contains("newer runtime can"), refusal.full());
    }

    private static VariantPlan plan(StoredModel source, Type type) {
        return VariantPlan.of(source).stream().filter(plan -> plan.type() == type).findFirst().orElseThrow();
    }

    private static Engine newer() {
        var natives = TestNatives.ready();
        return LlamaEngine.newer(natives.folder(), natives.llamaCpp(), NativesPin.bundled().architectures().all(), WorkerSettings.DEFAULT);
    }

    private List<String> partials() throws Exception {
        try (var files = Files.list(store.folder().resolve(".partial"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
