package app.parlance.engine.llama.capi;

import app.parlance.engine.CacheType;
import app.parlance.engine.Capability;
import app.parlance.engine.EngineException;
import app.parlance.engine.EngineException.Kind;
import app.parlance.engine.GenerateRequest;
import app.parlance.engine.Prompt;
import app.parlance.engine.Score;
import app.parlance.engine.llama.binding.NativeModel;
import app.parlance.engine.llama.host.ContextSize;
import app.parlance.engine.llama.host.Host;
import app.parlance.engine.llama.host.Tokenizer;
import app.parlance.engine.llama.host.Writing;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A model that writes on from what it reads: many answers at once, each in a sequence of its own. */
final class DecoderHost implements Host {
    private static final Set<Capability> CAPABILITIES = Set.copyOf(EnumSet.complementOf(EnumSet.of(Capability.EMBEDDINGS, Capability.ENCODER_DECODER)));

    private final NativeModel model;
    private final Tokenizer tokenizer;
    private final ContextSize context;
    private final CacheType cache;
    private final int sequences;
    private final Scheduler scheduler;
    private final ComputingThreads threads;

    DecoderHost(NativeModel model, Tokenizer tokenizer, ContextSize size, CacheType cache, int sequences, Scheduler scheduler, ComputingThreads threads) {
        this.model = model;
        this.tokenizer = tokenizer;
        this.context = size;
        this.cache = cache;
        this.sequences = sequences;
        this.scheduler = scheduler;
        this.threads = threads;
    }

    @Override
    public int contextTokens() {
        return context.tokens();
    }

    @Override
    public CacheType cache() {
        return cache;
    }

    @Override
    public int sequences() {
        return sequences;
    }

    @Override
    public Set<Capability> capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Tokenizer tokenizer() {
        return tokenizer;
    }

    @Override
    public int[] prompt(GenerateRequest request) throws EngineException {
        return context.fitting(tokenizer.tokens(request.prompt()));
    }

    @Override
    public void begin(Writing writing) throws EngineException {
        Answer answer = new Answer(model, tokenizer, writing, context.tokens() - writing.prompt().length);
        if (writing.claim()) scheduler.add(new WritingTask(writing, answer));
        else answer.close();
    }

    @Override
    public boolean step() {
        return scheduler.step();
    }

    @Override
    public void cancelled(Writing writing) {
        scheduler.interrupt();
    }

    @Override
    public void score(Prompt prompt, List<String> continuations, Runnable alive, Consumer<List<Score>> result) throws EngineException {
        int[] tokens = context.fitting(tokenizer.tokens(prompt));
        List<int[]> texts = continuations.stream().map(tokenizer::written).toList();
        for (int[] text : texts) {
            if (text.length == 0) throw new EngineException(Kind.NOT_POSSIBLE, "An empty text cannot be scored.", "");
            context.fitting(Tokenizer.joined(tokens, text));
        }
        ScoreList scores = new ScoreList(texts.size(), result);
        for (int i = 0; i < texts.size(); i++) scheduler.add(new ScoringTask(tokens, texts.get(i), alive, scores.at(i)));
    }

    @Override
    public void setThreads(int count) {
        threads.fix(count);
    }

    @Override
    public void keepPrompts() {
        scheduler.keep();
    }
}
