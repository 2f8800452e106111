package app.parlance.engine.llama;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The last lines that a worker printed on its standard error: often the only place that names a reason. */
final class ErrorOutput {
    private static final int KEPT = 60;
    private static final int CRASH_LINES = 20;

    private final Deque<String> lines = new ArrayDeque<>();
    private long count;
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

    /** Adds what a JVM wrote about its own crash, if it did. */
    void addBeginning(Path crashReport) {
        if (Files.notExists(crashReport)) return;
        try (Stream<String> report = Files.lines(crashReport)) {
            report.limit(CRASH_LINES).forEach(this::add);
        } catch (IOException | UncheckedIOException e) {
            add("(the worker's crash report cannot be read: " + e.getMessage() + ")");
        }
    }

    private synchronized void add(String line) {
        lines.add(line);
        count++;
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

    /** Lines printed so far. */
    synchronized long count() {
        return count;
    }

    /** Waits until such a line has come after the first so many, the output has ended, or the time is over. */
    synchronized boolean await(long after, Predicate<String> line, Duration longest) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        while (!isThere(after, line)) {
            long millis = (deadline - System.nanoTime()) / 1_000_000;
            if (ended || millis <= 0) return false;
            wait(millis);
        }
        return true;
    }

    private boolean isThere(long after, Predicate<String> line) {
        return lines.stream().skip(Math.max(0, lines.size() - (count - after))).anyMatch(line);
    }
}
