package app.parlance.engine.llama.worker;

import app.parlance.engine.EngineException;
import app.parlance.engine.GenerateRequest;
import app.parlance.engine.StopReason;
import app.parlance.engine.llama.protocol.Frame;
import app.parlance.engine.llama.protocol.Order;
import app.parlance.engine.llama.protocol.Report;
import app.parlance.engine.llama.protocol.Wire;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * The worker process: one thread reads orders, tokenizes, and cancels; the main thread alone lets the
 * model compute, one order after the other. The end of the input ends the process at once, wherever
 * native code stands, so that a worker never outlives the application.
 */
public final class WorkerMain {
    /** Something for the main thread to do. */
    private interface Job {
        void run() throws EngineException;
    }

    private record NumberedJob(int number, Job job) { }

    private final OutputStream out;
    private final Wire<Report> wire = Wire.reports();
    private final BlockingQueue<NumberedJob> jobs = new LinkedBlockingQueue<>();
    /** Generations whose turn has not come, with their prompt's length. */
    private final Map<Integer, Integer> waiting = new ConcurrentHashMap<>();
    private volatile int cancelled;
    private volatile ModelHost model;

    private WorkerMain(OutputStream out) {
        this.out = out;
    }

    /** Takes no arguments: everything comes through standard input. */
    public static void main(String[] arguments) throws InterruptedException {
        // In a terminal Ctrl+C reaches the worker as well; it is the application's to answer.
        Signal.handle(new Signal("INT"), SignalHandler.SIG_IGN);
        OutputStream pipe = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        WorkerMain worker = new WorkerMain(pipe);
        InputStream in = new BufferedInputStream(System.in);
        Thread.ofPlatform().name("orders").daemon().start(() -> worker.readOrders(in));
        while (true) {
            NumberedJob next = worker.jobs.take();
            worker.attempt(next.number(), next.job());
        }
    }

    private void readOrders(InputStream in) {
        Wire<Order> orders = Wire.orders();
        try {
            for (Optional<Frame<Order>> frame = orders.read(in); frame.isPresent(); frame = orders.read(in)) {
                take(frame.get().number(), frame.get().content());
            }
        } catch (IOException e) {
            System.err.println("worker: the input broke off: " + e);
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    private void take(int number, Order order) {
        switch (order) {
            case Order.Open open -> jobs.add(new NumberedJob(number, () -> {
                model = ModelHost.open(open);
                report(number, new Report.Opened(model.contextTokens()));
            }));
            case Order.Generate generate -> attempt(number, () -> accept(number, generate.request()));
            case Order.Count count -> attempt(number, () -> report(number, new Report.Counted(model.count(count.prompt()))));
            case Order.Embed embed -> jobs.add(new NumberedJob(number, () -> report(number, new Report.Embedded(model.embed(embed.texts())))));
            case Order.Cancel _ -> cancel(number);
        }
    }

    /** One that runs ends at its next token; one that waits ends here. */
    private void cancel(int number) {
        cancelled = number;
        Integer promptTokens = waiting.remove(number);
        if (promptTokens != null) report(number, new Report.Finished(StopReason.CANCELLED, promptTokens, 0, 0));
    }

    private void accept(int number, GenerateRequest request) throws EngineException {
        int[] prompt = model.prompt(request);
        waiting.put(number, prompt.length);
        report(number, new Report.Accepted(prompt.length));
        jobs.add(new NumberedJob(number, () -> {
            if (waiting.remove(number) == null) return;
            report(number, model.answer(request, prompt, () -> cancelled == number, event -> report(number, event)));
        }));
    }

    private void attempt(int number, Job job) {
        try {
            job.run();
        } catch (EngineException e) {
            report(number, new Report.Refused(e.kind(), e.getMessage(), e.remedy()));
        } catch (RuntimeException e) {
            e.printStackTrace();
            report(number, new Report.Refused(EngineException.Kind.REFUSED, "", ""));
        }
    }

    private synchronized void report(int number, Report report) {
        try {
            wire.write(out, number, report);
        } catch (IOException applicationGone) {
            throw new UncheckedIOException(applicationGone);
        }
    }
}
