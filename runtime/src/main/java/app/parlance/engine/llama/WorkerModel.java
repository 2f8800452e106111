package app.parlance.engine.llama;

import app.parlance.engine.CacheType;
import app.parlance.engine.Capability;
import app.parlance.engine.EngineException;
import app.parlance.engine.GenerateRequest;
import app.parlance.engine.Generation;
import app.parlance.engine.OpenModel;
import app.parlance.engine.OpenRequest;
import app.parlance.engine.Prompt;
import app.parlance.engine.Score;
import app.parlance.engine.llama.protocol.Order;
import app.parlance.engine.llama.protocol.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A model in a worker of its own. */
final class WorkerModel implements OpenModel {
    private static final int TEXTS_AT_ONCE = 32;

    private final WorkerProcess worker;
    private final Edition edition;
    private final WorkerSettings settings;
    private final Report.Opened opened;
    private final Set<String> soundGrammars = ConcurrentHashMap.newKeySet();
    private volatile boolean keepsPrompts;

    private WorkerModel(WorkerProcess worker, Edition edition, WorkerSettings settings, Report.Opened opened) {
        this.worker = worker;
        this.edition = edition;
        this.settings = settings;
        this.opened = opened;
        soundGrammars.add("");
    }

    static WorkerModel open(WorkerProcess worker, Edition edition, OpenRequest request, int threads, WorkerSettings settings) throws EngineException, InterruptedException {
        boolean opened = false;
        try {
            boolean embeds = request.purpose() == OpenRequest.Purpose.EMBED;
            Exchange exchange = worker.send(new Order.Open(request.file().toAbsolutePath().toString(), request.contextTokens(), threads, embeds,
                    request.sequences(), request.cache(), request.batch(), request.adapters()));
            Report report = exchange.next(settings.load()).report();
            for (; report instanceof Report.Progress progress; report = exchange.next(settings.load()).report()) request.progress().accept(progress.share());
            if (!(report instanceof Report.Opened ready)) throw new IllegalStateException("an answer to something else: " + report);
            opened = true;
            return new WorkerModel(worker, edition, settings, ready);
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
        return opened.contextTokens();
    }

    @Override
    public Set<Capability> capabilities() {
        return opened.capabilities();
    }

    /** Whether conversations are rendered with the model's own template, where it has one. */
    boolean knowsTemplate() {
        return opened.knowsTemplate();
    }

    @Override
    public String engine() {
        return edition.name();
    }

    @Override
    public int sequences() {
        return opened.sequences();
    }

    @Override
    public CacheType cache() {
        return opened.cache();
    }

    @Override
    public long residentBytes() {
        return worker.isAlive() ? ResidentMemory.of(worker.pid()) : 0;
    }

    @Override
    public Generation generate(GenerateRequest request) throws EngineException, InterruptedException {
        GrammarCheck grammar = !edition.isOnBoard() || soundGrammars.contains(request.grammar()) ? GrammarCheck.NONE : new GrammarCheck(request.grammar(), worker.errors(), soundGrammars);
        if (request.cache().isPresent()) keepsPrompts = true;
        Exchange exchange = worker.send(new Order.Generate(request));
        exchange.next(settings.silence());
        return new WorkerGeneration(worker, exchange, settings, grammar);
    }

    @Override
    public int countTokens(Prompt prompt) throws EngineException, InterruptedException {
        Report report = worker.send(new Order.Count(prompt)).next(settings.silence()).report();
        return report instanceof Report.Counted counted ? counted.tokens() : unexpected(report);
    }

    /** In parts, so that each gives a sign of life. */
    @Override
    public List<float[]> embed(List<String> texts) throws EngineException, InterruptedException {
        List<float[]> vectors = new ArrayList<>(texts.size());
        for (int from = 0; from < texts.size(); from += TEXTS_AT_ONCE) {
            List<String> part = texts.subList(from, Math.min(texts.size(), from + TEXTS_AT_ONCE));
            Report report = worker.send(new Order.Embed(part)).next(settings.silence()).report();
            vectors.addAll(report instanceof Report.Embedded embedded ? embedded.vectors() : unexpected(report));
        }
        return vectors;
    }

    @Override
    public List<Score> score(Prompt prompt, List<String> continuations) throws EngineException, InterruptedException {
        Exchange exchange = worker.send(new Order.Score(prompt, continuations));
        Report report = exchange.next(settings.silence()).report();
        while (report instanceof Report.Alive) report = exchange.next(settings.silence()).report();
        return report instanceof Report.Scored scored ? scored.scores() : unexpected(report);
    }

    @Override
    public void setThreads(int count) throws EngineException, InterruptedException {
        worker.send(new Order.Threads(count)).next(settings.silence());
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
        if (keepsPrompts && worker.isAlive()) keepPrompts();
        worker.kill(Reasons.closed());
    }

    /** What is not kept is only read again, so a worker that cannot keep it is not waited for. */
    private void keepPrompts() {
        keepsPrompts = false;
        try {
            worker.send(new Order.Keep()).awaitLast(settings.keep());
        } catch (EngineException ended) {
            System.getLogger(WorkerModel.class.getName()).log(System.Logger.Level.DEBUG, "the worker ended before its prompts were kept", ended);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
