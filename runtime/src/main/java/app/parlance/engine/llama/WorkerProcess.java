package app.parlance.engine.llama;

import app.parlance.engine.EngineException;
import app.parlance.engine.llama.protocol.Frame;
import app.parlance.engine.llama.protocol.Order;
import app.parlance.engine.llama.protocol.Report;
import app.parlance.engine.llama.protocol.Wire;
import app.parlance.engine.llama.worker.WorkerMain;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A worker as the application sees it: a child process, orders in, reports out. Thread-safe. */
final class WorkerProcess {
    private static final Set<WorkerProcess> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        // The end of its input ends a worker anyway; this spares it the time until then.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> RUNNING.forEach(worker -> worker.process.destroyForcibly())));
    }

    /**
     * Kept prompts are hundreds of megabytes through AES and SHA-256, for which only the second compiler uses the processor's
     * instructions: ten times as fast, and had at once where it waits for a hundredth of the usual calls.
     */
    private static final List<String> QUICK_CIPHERS = List.of("-XX:CompileCommand=quiet",
            "-XX:CompileCommand=CompileThresholdScaling,com.sun.crypto.provider.*::*,0.01",
            "-XX:CompileCommand=CompileThresholdScaling,sun.security.provider.*::*,0.01");

    private final Process process;
    private final Path crashReport;
    private final ErrorOutput errors = new ErrorOutput();
    private final Wire<Order> orders = Wire.orders();
    private final Wire<Report> reports = Wire.reports();
    private final BlockingQueue<Frame<Order>> outgoing = new LinkedBlockingQueue<>();
    private final Map<Integer, Exchange> exchanges = new ConcurrentHashMap<>();
    private final AtomicInteger lastNumber = new AtomicInteger();
    private final Thread writer;
    private volatile long lastSign = System.nanoTime();
    private volatile EngineException end;

    private WorkerProcess(Process process, Path temporary) {
        this.process = process;
        crashReport = temporary.resolve("crash-" + process.pid() + ".log");
        RUNNING.add(this);
        pipeThread("errors", () -> errors.readAll(process.errorReader()));
        pipeThread("reports", this::readReports);
        writer = pipeThread("orders", this::writeOrders);
    }

    /** Reading a pipe holds a virtual thread's carrier; with two cores two readers would hold up everything. */
    private Thread pipeThread(String name, Runnable work) {
        return Thread.ofPlatform().daemon().name("worker-" + process.pid() + "-" + name).start(work);
    }

    static WorkerProcess start(WorkerFiles files, WorkerSettings settings, Edition edition) throws IOException {
        Path temporary = files.temporary();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx" + settings.heapMegabytes() + "m", "-XX:+UseSerialGC", "-Xshare:auto",
                "-XX:+ExitOnOutOfMemoryError", "-XX:+DisplayVMOutputToStderr", "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + temporary.resolve("crash-%p.log"),
                "-Djava.io.tmpdir=" + temporary,
                "-Dde.kherud.llama.tmpdir=" + temporary,
                "-cp", System.getProperty("java.class.path")));
        command.addAll(edition.isOnBoard() ? List.of("-XX:TieredStopAtLevel=1") : QUICK_CIPHERS);
        if (edition.isOnBoard()) command.add("-Dde.kherud.llama.lib.path=" + files.natives());
        command.add(WorkerMain.class.getName());
        edition.natives().ifPresent(folder -> command.add(folder.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        // ggml loads whatever library GGML_BACKEND_PATH names.
        environment.keySet().removeIf(name -> name.startsWith("LLAMA_") || name.startsWith("GGML_") || name.equals("JAVA_TOOL_OPTIONS") || name.equals("JDK_JAVA_OPTIONS"));
        environment.put("GGML_NO_BACKTRACE", "1");
        environment.put("OMP_PROC_BIND", "true");
        return new WorkerProcess(builder.start(), temporary);
    }

    /** Sends an order, with a number of its own. Never blocks: a worker that reads nothing shows as silence. */
    Exchange send(Order order) throws EngineException {
        Exchange exchange = new Exchange(this, lastNumber.incrementAndGet());
        exchanges.put(exchange.number, exchange);
        if (end != null) throw end;
        outgoing.add(new Frame<>(exchange.number, order));
        return exchange;
    }

    void cancel(Exchange exchange) {
        outgoing.add(new Frame<>(exchange.number, new Order.Cancel()));
    }

    boolean isAlive() {
        return end == null && process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    long silentNanosSince(long moment) {
        return System.nanoTime() - Math.max(moment, lastSign);
    }

    /** Why it ended; call only after it did. */
    EngineException end() {
        return end;
    }

    /** What a refusal without words means: native code failed and printed its reason. */
    EngineException failure() throws InterruptedException {
        errors.await(0, Reasons::endsFailedLoad, Duration.ofSeconds(1));
        return Reasons.failedLoad(errors.lines());
    }

    ErrorOutput errors() {
        return errors;
    }

    EngineException endHung(Duration silence) {
        return kill(Reasons.hung(silence));
    }

    /** Kills the process and waits for that; returns the reason that counts, which is the first. */
    EngineException kill(EngineException reason) {
        synchronized (this) {
            if (end == null) end = reason;
        }
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return end;
    }

    private void readReports() {
        try (InputStream in = new BufferedInputStream(process.getInputStream())) {
            for (Optional<Frame<Report>> frame = reports.read(in); frame.isPresent(); frame = reports.read(in)) {
                lastSign = System.nanoTime();
                deliver(frame.get());
            }
        } catch (IOException brokenPipe) {
            System.getLogger(WorkerProcess.class.getName()).log(System.Logger.Level.DEBUG, "a worker's reports broke off", brokenPipe);
        } finally {
            ended();
        }
    }

    private void deliver(Frame<Report> frame) {
        boolean goesOn = switch (frame.content()) {
            case Report.Accepted _, Report.Alive _, Report.Progress _, Report.PromptRead _, Report.Written _ -> true;
            case Report.Opened _, Report.Refused _, Report.Finished _, Report.Counted _, Report.Embedded _, Report.Scored _, Report.Described _, Report.Done _ -> false;
        };
        Exchange exchange = goesOn ? exchanges.get(frame.number()) : exchanges.remove(frame.number());
        if (exchange == null) return;
        if (goesOn) exchange.put(frame.content());
        else exchange.putLast(frame.content());
    }

    private void ended() {
        process.destroyForcibly();
        RUNNING.remove(this);
        writer.interrupt();
        try {
            int code = process.waitFor();
            errors.await(0, line -> false, Duration.ofSeconds(1));
            errors.addBeginning(crashReport);
            synchronized (this) {
                if (end == null) end = Reasons.died(code, errors.lines());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchanges.values().forEach(exchange -> exchange.putLast(null));
    }

    int exitCode() {
        return process.exitValue();
    }

    private void writeOrders() {
        try (OutputStream out = process.getOutputStream()) {
            while (true) {
                Frame<Order> next = outgoing.take();
                orders.write(out, next.number(), next.content());
            }
        } catch (InterruptedException processEnded) {
            Thread.currentThread().interrupt();
        } catch (IOException brokenPipe) {
            System.getLogger(WorkerProcess.class.getName()).log(System.Logger.Level.DEBUG, "a worker takes no orders any more", brokenPipe);
        }
    }
}
