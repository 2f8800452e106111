package app.parlance.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class AnswerQueueTest {
    private final AnswerQueue queue = new AnswerQueue();

    @Test
    void oneAfterTheOther() throws InterruptedException {
        List<String> done = new CopyOnWriteArrayList<>();
        queue.awaitTurn("first", () -> false);
        queue.awaitTurn("first", () -> false); // has it
        Thread second = Thread.startVirtualThread(() -> {
            try {
                queue.awaitTurn("second", () -> false);
                done.add("second");
                queue.leave("second");
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        while (!queue.othersWait()) Thread.onSpinWait();
        assertFalse(queue.tryTurn("third"));
        done.add("first");
        queue.leave("first");
        second.join();
        assertEquals(List.of("first", "second"), done);
        assertFalse(queue.isBusy());
        assertTrue(queue.tryTurn("third"));
    }

    @Test
    void whoGivesUpNeedNotWait() throws InterruptedException {
        queue.awaitTurn("first", () -> false);
        AtomicBoolean givenUp = new AtomicBoolean();
        CountDownLatch returned = new CountDownLatch(1);
        Thread.startVirtualThread(() -> {
            try {
                queue.awaitTurn("second", givenUp::get);
                queue.leave("second");
                returned.countDown();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        while (!queue.othersWait()) Thread.onSpinWait();
        givenUp.set(true);
        queue.wake();
        returned.await();
        assertTrue(queue.isBusy());
    }
}
