package app.parlance.chat;

import app.parlance.engine.ModelPool;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.BooleanSupplier;

/**
 * Answers come one after the other, in the order in which they were asked for: a pool keeps one model, and
 * opening another would end the answer under way. Each pool has one queue, whichever histories are chatted over.
 */
final class AnswerQueue {
    private static final Map<ModelPool, AnswerQueue> QUEUES = new WeakHashMap<>();

    /** The first one's turn it is. */
    private final Deque<Object> inLine = new ArrayDeque<>();

    static AnswerQueue of(ModelPool pool) {
        synchronized (QUEUES) {
            return QUEUES.computeIfAbsent(pool, key -> new AnswerQueue());
        }
    }

    /** Gets in line; false where somebody else has the turn. */
    synchronized boolean enter(Object who) {
        if (!inLine.contains(who)) inLine.add(who);
        return inLine.peek() == who;
    }

    /** Gets in line and waits; returns at once where the turn is had already, and early when given up ({@link #wake}). */
    synchronized void awaitTurn(Object who, BooleanSupplier givenUp) throws InterruptedException {
        enter(who);
        while (inLine.peek() != who && !givenUp.getAsBoolean()) wait();
    }

    /** Takes the turn only where nobody has it. */
    synchronized boolean tryTurn(Object who) {
        return inLine.isEmpty() && inLine.add(who);
    }

    synchronized void leave(Object who) {
        inLine.remove(who);
        notifyAll();
    }

    /** Has those who wait look whether they gave up. */
    synchronized void wake() {
        notifyAll();
    }

    synchronized boolean isBusy() {
        return !inLine.isEmpty();
    }

    synchronized boolean othersWait() {
        return inLine.size() > 1;
    }
}
