package app.parlance.engine.llama;

import app.parlance.engine.EngineException;
import app.parlance.engine.llama.protocol.Report;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One order and the reports that answer it. The pipe's reader fills it; one thread reads it. */
final class Exchange {
    /** A report and when it came, or null for the worker's end. */
    record Arrival(Report report, long nanos) { }

    private final WorkerProcess worker;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final CountDownLatch last = new CountDownLatch(1);
    private final long started = System.nanoTime();
    final int number;

    Exchange(WorkerProcess worker, int number) {
        this.worker = worker;
        this.number = number;
    }

    long started() {
        return started;
    }

    void put(Report report) {
        arrivals.add(new Arrival(report, System.nanoTime()));
    }

    /** Puts the report after which none comes, or null for the worker's end. */
    void putLast(Report report) {
        put(report);
        last.countDown();
    }

    /** Waits until the last report has come; false when it did not in that time. */
    boolean awaitLast(Duration longest) throws InterruptedException {
        return last.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Waits for the next report; other orders' reports count as signs of life.
     *
     * @throws EngineException when the order is refused, or the worker died, or said nothing for so long,
     *         in which case it is ended
     */
    Arrival next(Duration silence) throws EngineException, InterruptedException {
        while (true) {
            long left = silence.toNanos() - worker.silentNanosSince(started);
            Arrival arrival = left > 0 ? arrivals.poll(left, TimeUnit.NANOSECONDS) : arrivals.poll();
            if (arrival == null && left > 0) continue;
            if (arrival == null) throw worker.endHung(silence);
            return switch (arrival.report()) {
                case null -> throw worker.end();
                case Report.Refused refused when refused.message().isEmpty() -> throw worker.failure();
                case Report.Refused refused -> throw new EngineException(refused.kind(), refused.message(), refused.remedy());
                default -> arrival;
            };
        }
    }
}
