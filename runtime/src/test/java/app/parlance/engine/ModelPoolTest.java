package app.parlance.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.connection.ConnectionLog;
import app.parlance.engine.llama.LlamaEngine;
import app.parlance.engine.llama.WorkerSettings;
import app.parlance.natives.Natives;
import app.parlance.natives.TestNatives;
import app.parlance.platform.Folders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With real models in real workers. */
@Timeout(60)
class ModelPoolTest {
    @Test
    void lookingDoesNotWaitForALoadAndInterruptingEndsIt() throws Exception {
        Path file = TestModels.qwenOneAndAHalfBillion();
        try (var pool = new ModelPool(newer())) {
            var under = new CountDownLatch(1);
            var ended = new CompletableFuture<OpenModel>();
            Thread loading = Thread.ofVirtual().start(() -> {
                try {
                    ended.complete(pool.use(file, 512, share -> under.countDown()));
                } catch (EngineException | InterruptedException e) {
                    ended.completeExceptionally(e);
                }
            });
            assertTrue(under.await(30, TimeUnit.SECONDS), "it tells how far it is");

            assertTimeout(Duration.ofMillis(100), () -> assertFalse(pool.isOpen(file, 512)));
            loading.interrupt();
            var failure = assertThrows(ExecutionException.class, () -> ended.get(2, TimeUnit.SECONDS));
            assertEquals(InterruptedException.class, failure.getCause().getClass());
            assertFalse(pool.isOpen(file, 512));
        }
    }

    @Test
    void theSameModelStaysAndAnotherContextOpensItAnew() throws Exception {
        Path file = TestModels.stories();
        try (var pool = new ModelPool(LlamaEngine.onBoard())) {
            OpenModel first = pool.use(file, 128);
            assertEquals(first, pool.use(file, 128));
            assertTrue(pool.isOpen(file, 128) && !pool.isOpen(file, 256));
            OpenModel second = pool.use(file, 256);
            assertFalse(first.isAlive());
            second.close();
            assertFalse(pool.isOpen(file, 256), "what died is not open");
        }
    }

    @Test
    void progressGrowsToTheEnd() throws Exception {
        var told = Collections.synchronizedList(new ArrayList<Double>());
        try (var pool = new ModelPool(newer())) {
            pool.use(TestModels.qwenHalfBillion(), 512, told::add);
        }
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
