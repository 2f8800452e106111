package app.parlance.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.connection.ConnectionLog;
import app.parlance.engine.ModelPool.Lease;
import app.parlance.engine.ModelPool.Priority;
import app.parlance.engine.PoolWait.Reason;
import app.parlance.engine.llama.LlamaEngine;
import app.parlance.engine.llama.WorkerSettings;
import app.parlance.natives.Natives;
import app.parlance.natives.TestNatives;
import app.parlance.platform.Folders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With real models in real workers. */
@Timeout(60)
class ModelPoolTest {
    @TempDir
    private Path folder;
    /** Two of the three models fit. */
    private ModelPool pool = new ModelPool(LlamaEngine.onBoard(), new MemoryBudget(2, _ -> 1));

    @AfterEach
    void close() {
        pool.close();
    }

    private OpenRequest model(String name) {
        return OpenRequest.toGenerate(GgufFixture.llama().seed(name.hashCode()).writeTo(folder.resolve(name + ".gguf")), 128);
    }

    private OpenModel used(OpenRequest request) throws EngineException, InterruptedException {
        try (Lease lease = pool.use(request, Priority.PERSON)) {
            return lease.model();
        }
    }

    /** A request on a thread of its own. */
    private final class Asking {
        final BlockingQueue<Reason> waits = new LinkedBlockingQueue<>();
        final CompletableFuture<Lease> lease = new CompletableFuture<>();
        final Thread thread;

        Asking(OpenRequest request, Priority priority) {
            thread = Thread.ofVirtual().start(() -> {
                try {
                    lease.complete(pool.use(request, priority, wait -> wait.ifPresent(now -> waits.add(now.reason()))));
                } catch (EngineException | InterruptedException | RuntimeException e) {
                    lease.completeExceptionally(e);
                }
            });
        }

        Reason reason() throws InterruptedException {
            return waits.poll(10, TimeUnit.SECONDS);
        }

        Lease get() throws Exception {
            return lease.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void theLeastRecentlyUsedMakesRoomAndWhatIsInUseStays() throws Exception {
        OpenRequest first = model("first");
        OpenRequest second = model("second");
        OpenModel one = used(first);
        OpenModel two = used(second);
        assertSame(one, used(first), "still there");
        used(model("third"));
        assertTrue(one.isAlive() && !two.isAlive(), "the second was used least recently");

        try (Lease held = pool.use(first, Priority.PERSON)) {
            used(second);
            assertTrue(held.model().isAlive(), "it is in use");
            assertEquals(Set.of(first.file(), second.file()), pool.loaded().stream().map(ModelPool.Loaded::file).collect(Collectors.toSet()));
            assertTrue(pool.loaded().stream().allMatch(each -> each.busy() == each.file().equals(first.file()) && each.busy() == each.idleSince().isEmpty()));
            assertFalse(pool.unload(first.file()), "somebody uses it");
            assertTrue(pool.unload(second.file()));
            assertFalse(pool.isOpen(second));
        }
        assertTrue(pool.unload(first.file()) && pool.loaded().isEmpty());
    }

    @Test
    void whereAllIsInUseOneWaitsAndIsToldForWhat() throws Exception {
        Lease first = pool.use(model("first"), Priority.PERSON);
        Lease second = pool.use(model("second"), Priority.PERSON);
        OpenRequest third = model("third");
        Asking asking = new Asking(third, Priority.PERSON);
        assertEquals(Reason.MEMORY, asking.reason());
        assertEquals(Reason.MEMORY, pool.waitingFor(third, Priority.PERSON).orElseThrow().reason());

        asking.thread.interrupt();
        assertEquals(InterruptedException.class, assertThrows(ExecutionException.class, asking::get).getCause().getClass());

        Asking again = new Asking(third, Priority.PERSON);
        assertEquals(Reason.MEMORY, again.reason());
        second.close();
        second.close();
        assertTrue(again.get().model().isAlive());
        assertFalse(second.model().isAlive(), "it made room");
        assertTrue(first.model().isAlive());
    }

    @Test
    void oneThatIsLargerThanAllIsOpenedAlone() throws Exception {
        OpenRequest large = model("large");
        pool = new ModelPool(LlamaEngine.onBoard(), new MemoryBudget(2, request -> request.sameModel(large) ? 9 : 1));
        OpenModel small = used(model("small"));
        used(large);
        assertFalse(small.isAlive());
        assertEquals(List.of(9L), pool.loaded().stream().map(ModelPool.Loaded::bytes).toList());
    }

    @Test
    void otherSettingsOpenItAnewWhenItIsIdle() throws Exception {
        OpenRequest small = model("one");
        OpenRequest larger = OpenRequest.toGenerate(small.file(), 256);
        Lease lease = pool.use(small, Priority.PERSON);
        assertSame(lease.model(), used(small.withProgress(_ -> { })));
        assertTrue(pool.isOpen(small) && !pool.isOpen(larger));
        Asking asking = new Asking(larger, Priority.PERSON);
        assertEquals(Reason.OTHER_SETTINGS, asking.reason());
        assertTrue(lease.model().isAlive());
        lease.close();
        assertEquals(256, asking.get().model().contextTokens());
        assertFalse(lease.model().isAlive());
    }

    @Test
    void whatDiedIsOpenedAnew() throws Exception {
        OpenRequest request = model("one");
        try (Lease held = pool.use(request, Priority.PERSON)) {
            held.model().close();
            assertFalse(pool.isOpen(request), "what died is not open");
            assertTrue(pool.loaded().isEmpty());
            assertNotSame(held.model(), used(request));
        }
        assertTrue(used(request).isAlive());
    }

    @Test
    void whatNobodyUsesIsClosedAfterAWhile() throws Exception {
        pool = new ModelPool(LlamaEngine.onBoard(), new MemoryBudget(2, _ -> 1), Duration.ofMillis(300));
        OpenRequest request = model("one");
        Lease busy = pool.use(model("busy"), Priority.PERSON);
        OpenModel idle = used(request);
        long start = System.nanoTime();
        while (idle.isAlive() && System.nanoTime() - start < 10_000_000_000L) Thread.onSpinWait();
        assertFalse(idle.isAlive());
        assertTrue(busy.model().isAlive());
        assertTrue(used(request).isAlive(), "and is opened again");
    }

    @Test
    void workInTheBackgroundGivesWayToAPerson() throws Exception {
        OpenRequest request = model("one");
        OpenRequest other = OpenRequest.toGenerate(request.file(), 256);
        Lease background = pool.use(request, Priority.BACKGROUND);
        Asking person = new Asking(other, Priority.PERSON);
        assertEquals(Reason.OTHER_SETTINGS, person.reason());
        Asking next = new Asking(request, Priority.BACKGROUND);
        assertEquals(Reason.PERSON_FIRST, next.reason());

        background.close();
        Lease answered = person.get();
        assertFalse(next.lease.isDone(), "the person's goes first");
        answered.close();
        assertEquals(128, next.get().model().contextTokens());
    }

    @Test
    void modelsThatEmbedCountToo() throws Exception {
        Path file = GgufFixture.of("bert").writeTo(folder.resolve("bert.gguf"));
        OpenModel first = used(model("first"));
        OpenModel embedding = used(OpenRequest.toEmbed(file));
        assertEquals(1, embedding.embed(List.of("hello")).size());
        used(model("second"));
        assertTrue(embedding.isAlive() && !first.isAlive());
    }

    @Test
    void lookingDoesNotWaitForALoadAndInterruptingEndsIt() throws Exception {
        OpenRequest request = OpenRequest.toGenerate(TestModels.qwenOneAndAHalfBillion(), 512);
        pool = new ModelPool(newer());
        var under = new CountDownLatch(1);
        Asking loading = new Asking(request.withProgress(share -> under.countDown()), Priority.PERSON);
        assertTrue(under.await(30, TimeUnit.SECONDS), "it tells how far it is");
        assertTimeout(Duration.ofMillis(100), () -> {
            assertFalse(pool.isOpen(request));
            assertTrue(pool.useIfOpen(request).isEmpty());
            assertTrue(pool.loaded().getFirst().busy());
            assertFalse(pool.unload(request.file()));
        });
        loading.thread.interrupt();
        var failure = assertThrows(ExecutionException.class, () -> loading.lease.get(2, TimeUnit.SECONDS));
        assertEquals(InterruptedException.class, failure.getCause().getClass());
        assertFalse(pool.isOpen(request));
        assertTrue(pool.loaded().isEmpty());
    }

    @Test
    void progressGrowsToTheEnd() throws Exception {
        var told = Collections.synchronizedList(new ArrayList<Double>());
        pool = new ModelPool(newer());
        used(OpenRequest.toGenerate(TestModels.qwenHalfBillion(), 512).withProgress(told::add));
        assertTrue(told.size() > 3, told::toString);
        assertEquals(told.stream().sorted().toList(), told);
        assertTrue(told.getLast() > 0.9, told::toString);
    }

    private static Engine newer() {
        var ready = TestNatives.ready();
        return LlamaEngine.newer(ready.folder(), ready.llamaCpp(), Natives.of(Folders.of(Map.of()), Map.of(), new ConnectionLog()).pin().architectures().writing(),
                WorkerSettings.DEFAULT);
    }
}
