package app.parlance.engine.llama.worker;

import app.parlance.engine.EngineException;
import app.parlance.engine.GenerateRequest;
import app.parlance.engine.llama.host.Host;
import app.parlance.engine.llama.host.Writing;
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
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * The worker process: one thread reads orders, tokenizes, and cancels; the main thread alone lets the
 * model compute. The end of the input ends the process at once, wherever native code stands, so that a
 * worker never outlives the application.
 */
public final class WorkerMain {
    /** Something for the main thread to do. */
    private interface Job {
        void run() throws EngineException;
    }

    private record NumberedJob(int number, Job job) { }

    /** After so long without an order nobody waits for what is done then. */
    private static final Duration REST = Duration.ofSeconds(20);

    private final OutputStream out;
    private final Library library;
    private final Wire<Report> wire = Wire.reports();
    private final BlockingQueue<NumberedJob> jobs = new LinkedBlockingQueue<>();
    /** Generations that have not ended. */
    private final Map<Integer, Writing> writings = new ConcurrentHashMap<>();
    private volatile Host host;

    private WorkerMain(OutputStream out, Library library) {
        this.out = out;
        this.library = library;
    }

    /** @param arguments the folder of the newer llama.cpp's libraries, or nothing for the one on board; all else comes through standard input */
    public static void main(String[] arguments) throws InterruptedException {
        // In a terminal Ctrl+C reaches the worker as well; it is the application's to answer.
        Signal.handle(new Signal("INT"), SignalHandler.SIG_IGN);
        OutputStream pipe = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        Library library = arguments.length == 0 ? new BoardLibrary() : new NewerLibrary(Path.of(arguments[0]));
        WorkerMain worker = new WorkerMain(pipe, library);
        InputStream in = new BufferedInputStream(System.in);
        Thread.ofPlatform().name("orders").daemon().start(() -> worker.readOrders(in));
        worker.work();
    }

    private void work() throws InterruptedException {
        boolean busy = false;
        while (true) {
            NumberedJob next = busy ? jobs.poll() : jobs.poll(REST.toSeconds(), TimeUnit.SECONDS);
            if (next != null) {
                attempt(next.number(), next.job());
                busy = host != null;
            } else if (busy) {
                busy = host.step();
            } else if (host != null) {
                host.keepPrompts();
            }
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
            case Order.Open open -> later(number, () -> {
                host = library.open(open, share -> report(number, new Report.Progress(share)));
                report(number, new Report.Opened(host.contextTokens(), host.sequences(), host.cache(), host.capabilities(), host.knowsTemplate()));
            });
            case Order.Generate generate -> attempt(number, () -> accept(number, generate.request()));
            case Order.Count count -> attempt(number, () -> report(number, new Report.Counted(host.count(count.prompt()))));
            case Order.Embed embed -> later(number, () -> report(number, new Report.Embedded(host.embed(embed.texts()))));
            case Order.Score score -> later(number, () -> host.score(score.prompt(), score.continuations(),
                    () -> report(number, new Report.Alive()), scores -> report(number, new Report.Scored(scores))));
            case Order.Threads threads -> later(number, () -> {
                host.setThreads(threads.count());
                report(number, new Report.Done());
            });
            case Order.Keep _ -> later(number, () -> {
                host.keepPrompts();
                report(number, new Report.Done());
            });
            case Order.Describe _ -> later(number, () -> report(number, library.describe()));
            case Order.Quantize quantize -> later(number, () -> {
                library.quantize(quantize, share -> report(number, new Report.Progress(share)));
                report(number, new Report.Done());
            });
            case Order.Cancel _ -> cancel(number);
        }
    }

    private void later(int number, Job job) {
        jobs.add(new NumberedJob(number, job));
    }

    private void cancel(int number) {
        Writing writing = writings.get(number);
        if (writing == null) return;
        writing.cancel();
        host.cancelled(writing);
    }

    private void accept(int number, GenerateRequest request) throws EngineException {
        Writing writing = new Writing(request, host.prompt(request), report -> answer(number, report));
        writings.put(number, writing);
        report(number, new Report.Accepted(writing.prompt().length));
        later(number, () -> host.begin(writing));
    }

    private void answer(int number, Report report) {
        if (report instanceof Report.Finished) writings.remove(number);
        report(number, report);
    }

    private void attempt(int number, Job job) {
        try {
            job.run();
        } catch (EngineException e) {
            writings.remove(number);
            report(number, new Report.Refused(e.kind(), e.getMessage(), e.remedy()));
        } catch (RuntimeException e) {
            e.printStackTrace();
            writings.remove(number);
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
