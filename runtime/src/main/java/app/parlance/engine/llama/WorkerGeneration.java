package app.parlance.engine.llama;

import app.parlance.engine.EngineException;
import app.parlance.engine.Generation;
import app.parlance.engine.GenerationEvent;
import app.parlance.engine.Usage;
import app.parlance.engine.llama.protocol.Report;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** An answer that a worker writes. */
final class WorkerGeneration implements Generation {
    private final WorkerProcess worker;
    private final Exchange exchange;
    private final WorkerSettings settings;
    private final GrammarCheck grammar;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private volatile boolean finished;
    private long firstToken;
    private long lastToken;

    WorkerGeneration(WorkerProcess worker, Exchange exchange, WorkerSettings settings, GrammarCheck grammar) {
        this.worker = worker;
        this.exchange = exchange;
        this.settings = settings;
        this.grammar = grammar;
    }

    @Override
    public GenerationEvent next() throws EngineException, InterruptedException {
        if (finished) throw new IllegalStateException("the answer has ended");
        try {
            Exchange.Arrival arrival = exchange.next(settings.silence());
            if (!(arrival.report() instanceof Report.PromptRead)) grammar.afterFirstToken();
            return switch (arrival.report()) {
                case Report.PromptRead progress -> new GenerationEvent.PromptProgress(progress.read(), progress.total());
                case Report.Written written -> {
                    if (firstToken == 0) firstToken = arrival.nanos();
                    lastToken = arrival.nanos();
                    yield new GenerationEvent.Text(written.text(), written.tokens());
                }
                case Report.Finished end -> {
                    finished = true;
                    yield new GenerationEvent.Finished(end.reason(), usage(end));
                }
                default -> throw new IllegalStateException("an answer to something else: " + arrival.report());
            };
        } catch (EngineException e) {
            finished = true;
            worker.cancel(exchange);
            throw e;
        }
    }

    private Usage usage(Report.Finished end) {
        Duration toFirst = firstToken == 0 ? Duration.ZERO : Duration.ofNanos(firstToken - exchange.started());
        return new Usage(end.promptTokens(), end.reusedTokens(), end.completionTokens(), toFirst, Duration.ofNanos(lastToken - firstToken));
    }

    /** A worker that gives no sign after this is ended, so that nobody waits for it in vain. */
    @Override
    public void cancel() {
        if (finished || !cancelled.compareAndSet(false, true)) return;
        worker.cancel(exchange);
        Thread.ofVirtual().start(this::endIfSilent);
    }

    private void endIfSilent() {
        long asked = System.nanoTime();
        try {
            boolean silent = !exchange.awaitLast(settings.cancel()) && worker.silentNanosSince(asked) >= settings.cancel().toNanos();
            if (silent) worker.endHung(settings.cancel());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        cancel();
        try {
            while (!finished) next();
        } catch (EngineException e) {
            System.getLogger(WorkerGeneration.class.getName()).log(System.Logger.Level.DEBUG, "the worker ended before its answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
