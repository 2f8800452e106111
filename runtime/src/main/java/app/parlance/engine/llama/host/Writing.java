package app.parlance.engine.llama.host;

import app.parlance.engine.GenerateRequest;
import app.parlance.engine.StopReason;
import app.parlance.engine.llama.protocol.Report;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** An answer that was ordered: made by the thread that reads orders, worked on by the one that computes. */
public final class Writing {
    private final GenerateRequest request;
    private final int[] prompt;
    private final Consumer<Report> reports;
    private final AtomicBoolean claimed = new AtomicBoolean();
    private volatile boolean cancelled;

    /** @param prompt the request's prompt as tokens */
    public Writing(GenerateRequest request, int[] prompt, Consumer<Report> reports) {
        this.request = request;
        this.prompt = prompt;
        this.reports = reports;
    }

    public GenerateRequest request() {
        return request;
    }

    public int[] prompt() {
        return prompt;
    }

    public void report(Report report) {
        reports.accept(report);
    }

    /** The last report. */
    public void finish(StopReason reason, int reusedTokens, int completionTokens) {
        report(new Report.Finished(reason, prompt.length, reusedTokens, completionTokens));
    }

    /** Ends one that nobody has claimed; the computing thread finds out about another between two steps. Any thread. */
    public void cancel() {
        cancelled = true;
        if (claim()) finish(StopReason.CANCELLED, 0, 0);
    }

    /** True for the first who asks: whoever works on it must have claimed it. */
    public boolean claim() {
        return claimed.compareAndSet(false, true);
    }

    public boolean isCancelled() {
        return cancelled;
    }
}
