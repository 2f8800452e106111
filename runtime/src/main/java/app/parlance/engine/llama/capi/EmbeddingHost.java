package app.parlance.engine.llama.capi;

import app.parlance.engine.Capability;
import app.parlance.engine.EngineException;
import app.parlance.engine.EngineException.Kind;
import app.parlance.engine.GenerateRequest;
import app.parlance.engine.llama.binding.DecodeResult;
import app.parlance.engine.llama.binding.NativeContext;
import app.parlance.engine.llama.binding.NativeModel;
import app.parlance.engine.llama.binding.TokenBatch;
import app.parlance.engine.llama.host.Host;
import app.parlance.engine.llama.host.Tokenizer;
import app.parlance.engine.llama.host.Vectors;
import app.parlance.engine.llama.host.Writing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A model that turns texts into vectors, several texts in one computation. */
final class EmbeddingHost implements Host {
    /** More at once are no faster on a CPU, and shorter computations follow the machine's load better. */
    static final int TEXTS_AT_ONCE = 4;

    private final NativeModel model;
    private final NativeContext context;
    private final Tokenizer tokenizer;
    private final int contextTokens;
    private final ComputingThreads threads;
    private final TokenBatch batch;

    /** @param contextTokens of one text; the context holds {@link #TEXTS_AT_ONCE} of them */
    EmbeddingHost(NativeModel model, NativeContext context, Tokenizer tokenizer, int contextTokens, ComputingThreads threads) {
        this.model = model;
        this.context = context;
        this.tokenizer = tokenizer;
        this.contextTokens = contextTokens;
        this.threads = threads;
        batch = new TokenBatch(contextTokens * TEXTS_AT_ONCE);
    }

    @Override
    public int contextTokens() {
        return contextTokens;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.EMBEDDINGS, Capability.LOAD_PROGRESS, Capability.LIVE_THREADS);
    }

    @Override
    public Tokenizer tokenizer() {
        return tokenizer;
    }

    @Override
    public int[] prompt(GenerateRequest request) throws EngineException {
        throw new EngineException(Kind.NOT_POSSIBLE, "This model was opened to embed; it cannot write.", "");
    }

    @Override
    public void begin(Writing writing) { }

    @Override
    public boolean step() {
        return false;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        List<float[]> vectors = new ArrayList<>(texts.size());
        for (int from = 0; from < texts.size(); from += TEXTS_AT_ONCE) {
            vectors.addAll(embedTogether(texts.subList(from, Math.min(texts.size(), from + TEXTS_AT_ONCE))));
        }
        return vectors;
    }

    private List<float[]> embedTogether(List<String> texts) {
        batch.clear();
        for (int sequence = 0; sequence < texts.size(); sequence++) {
            int[] tokens = fitting(texts.get(sequence));
            for (int position = 0; position < tokens.length; position++) batch.add(tokens[position], position, sequence, true);
        }
        context.clear();
        DecodeResult result = threads.run(() -> context.decode(batch));
        if (result != DecodeResult.DONE) throw new IllegalStateException("llama.cpp could not embed: " + result);
        List<float[]> vectors = new ArrayList<>();
        for (int sequence = 0; sequence < texts.size(); sequence++) vectors.add(Vectors.toUnitLength(context.embedding(sequence)));
        return vectors;
    }

    /** Cuts a text that is too long, and keeps the token that closes it. */
    private int[] fitting(String text) {
        int[] tokens = model.tokenize(text, true, false);
        if (tokens.length == 0) return new int[] {Math.max(0, model.endToken())};
        if (tokens.length <= contextTokens) return tokens;
        int[] cut = Arrays.copyOf(tokens, contextTokens);
        cut[contextTokens - 1] = tokens[tokens.length - 1];
        return cut;
    }

    @Override
    public void setThreads(int count) {
        threads.fix(count);
    }
}
