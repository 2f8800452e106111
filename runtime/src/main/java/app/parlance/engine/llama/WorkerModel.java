package app.parlance.engine.llama;

import app.parlance.engine.EngineException;
import app.parlance.engine.GenerateRequest;
import app.parlance.engine.Generation;
import app.parlance.engine.OpenModel;
import app.parlance.engine.OpenRequest;
import app.parlance.engine.Prompt;
import app.parlance.engine.llama.protocol.Order;
import app.parlance.engine.llama.protocol.Report;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A model in a worker of its own. */
final class WorkerModel implements OpenModel {
    private final WorkerProcess worker;
    private final WorkerSettings settings;
    private final int contextTokens;
    private final Set<String> soundGrammars = ConcurrentHashMap.newKeySet();

    private WorkerModel(WorkerProcess worker, WorkerSettings settings, int contextTokens) {
        this.worker = worker;
        this.settings = settings;
        this.contextTokens = contextTokens;
        soundGrammars.add("");
    }

    static WorkerModel open(WorkerProcess worker, OpenRequest request, int threads, WorkerSettings settings) throws EngineException, InterruptedException {
        boolean opened = false;
        try {
            boolean embeds = request.purpose() == OpenRequest.Purpose.EMBED;
            Exchange exchange = worker.send(new Order.Open(request.file().toAbsolutePath().toString(), request.contextTokens(), threads, embeds));
            Report report = exchange.next(settings.load()).report();
            if (!(report instanceof Report.Opened ready)) throw new IllegalStateException("an answer to something else: " + report);
            opened = true;
            return new WorkerModel(worker, settings, ready.contextTokens());
        } catch (EngineException e) {
            throw switch (e.kind()) {
                case DIED -> Reasons.diedLoading(worker.exitCode(), worker.errors().lines());
                case HUNG -> Reasons.tooSlowToLoad(settings.load());
                default -> e;
            };
        } finally {
            if (!opened) worker.kill(Reasons.closed());
        }
    }

    @Override
    public int contextTokens() {
        return contextTokens;
    }

    @Override
    public Generation generate(GenerateRequest request) throws EngineException, InterruptedException {
        GrammarCheck grammar = soundGrammars.contains(request.grammar()) ? GrammarCheck.NONE : new GrammarCheck(request.grammar(), worker.errors(), soundGrammars);
        Exchange exchange = worker.send(new Order.Generate(request));
        exchange.next(settings.silence());
        return new WorkerGeneration(worker, exchange, settings, grammar);
    }

    @Override
    public int countTokens(Prompt prompt) throws EngineException, InterruptedException {
        Report report = worker.send(new Order.Count(prompt)).next(settings.silence()).report();
        return report instanceof Report.Counted counted ? counted.tokens() : unexpected(report);
    }

    @Override
    public List<float[]> embed(List<String> texts) throws EngineException, InterruptedException {
        Report report = worker.send(new Order.Embed(texts)).next(settings.silence()).report();
        return report instanceof Report.Embedded embedded ? embedded.vectors() : unexpected(report);
    }

    private static <T> T unexpected(Report report) {
        throw new IllegalStateException("an answer to something else: " + report);
    }

    @Override
    public boolean isAlive() {
        return worker.isAlive();
    }

    /** The worker's process number, for tests that do it harm. */
    long pid() {
        return worker.pid();
    }

    @Override
    public void close() {
        worker.kill(Reasons.closed());
    }
}
