package app.parlance.desktop.transcript;

import app.parlance.desktop.markdown.Line;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * Draws a growing answer as its text comes in. Text is parsed in the background and drawn on the FX thread, one after the
 * other, since where the next parsing begins is known only once the lines before are drawn.
 */
final class Drain extends AnimationTimer {
    private static final long FRAME_NANOS = 30_000_000;
    /** On a slow or busy machine drawing takes at most a third of the time, which leaves room for everything else. */
    private static final int PAUSE = 3;
    private static final int FLUSHES_KEPT = 10_000;

    private final Conversation conversation;
    private final Following following;
    private final Deque<Long> flushNanos = new ArrayDeque<>();
    private volatile GrowingAnswer answer;
    private GrowingAnswer parsing;
    private long next;

    Drain(Conversation conversation, Following following) {
        this.conversation = conversation;
        this.following = following;
    }

    /** What grows now, or null. On any thread. */
    GrowingAnswer answer() { return answer; }

    /** How long each drawing took, oldest first. */
    List<Long> flushNanos() { return List.copyOf(flushNanos); }

    /** Draws this answer from now on, whose lines so far are shown already. */
    void begin(GrowingAnswer answer) {
        answer.settle();
        this.answer = answer;
        start();
    }

    /** Draws what still waits, and no more. */
    void end() {
        stop();
        if (answer == null) return;
        draw(answer.take());
        answer = null;
    }

    @Override public void handle(long now) {
        if (now < next || parsing == answer || !answer.hasMore()) return;
        next = now + FRAME_NANOS;
        var parsed = answer;
        parsing = parsed;
        Thread.startVirtualThread(() -> parse(parsed));
    }

    private void parse(GrowingAnswer parsed) {
        Runnable then;
        try {
            var lines = parsed.take();
            then = () -> {
                if (parsed == answer) draw(lines);
            };
        } catch (RuntimeException e) {
            then = () -> { throw e; };
        }
        var last = then;
        Platform.runLater(() -> {
            if (parsing == parsed) parsing = null;
            last.run();
        });
    }

    private void draw(List<Line> lines) {
        if (lines == null) return;
        long from = System.nanoTime();
        conversation.replaceTail(answer.settled(), lines);
        answer.settle();
        following.grown();
        long took = System.nanoTime() - from;
        next = Math.max(next, from + PAUSE * took);
        if (flushNanos.size() == FLUSHES_KEPT) flushNanos.removeFirst();
        flushNanos.add(took);
    }
}
