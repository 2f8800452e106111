package app.parlance.engine.llama;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** The last lines that a worker printed on its standard error: often the only place that names a reason. */
final class ErrorOutput {
    private static final int KEPT = 60;

    private final Deque<String> lines = new ArrayDeque<>();
    private boolean ended;

    /** Reads to the stream's end, on the calling thread. */
    void readAll(BufferedReader reader) {
        try (reader) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) add(line);
        } catch (IOException e) {
            add("(the worker's error output broke off: " + e.getMessage() + ")");
        } finally {
            end();
        }
    }

    private synchronized void add(String line) {
        lines.add(line);
        if (lines.size() > KEPT) lines.removeFirst();
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** Waits until such a line has come, the output has ended, or the time is over. */
    synchronized void await(Predicate<String> line, Duration longest) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        while (!ended && lines.stream().noneMatch(line)) {
            long millis = (deadline - System.nanoTime()) / 1_000_000;
            if (millis <= 0) return;
            wait(millis);
        }
    }
}
