package app.parlance.engine.llama.kherud;

import app.parlance.engine.CacheType;
import app.parlance.engine.Capability;
import app.parlance.engine.EngineException;
import app.parlance.engine.EngineException.Kind;
import app.parlance.engine.GenerateRequest;
import app.parlance.engine.llama.host.ContextSize;
import app.parlance.engine.llama.host.Host;
import app.parlance.engine.llama.host.ModelFacts;
import app.parlance.engine.llama.host.Tokenizer;
import app.parlance.engine.llama.host.Vectors;
import app.parlance.engine.llama.host.Writing;
import app.parlance.engine.llama.protocol.Order;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/** A model on de.kherud:llama: one answer after the other. */
public final class KherudHost implements Host {
    public static final Set<Capability> CAPABILITIES = Set.of(Capability.EMBEDDINGS, Capability.PREFIX_REUSE, Capability.GRAMMAR);
    private static final int EMBEDDING_CONTEXT = 512;

    private final KherudBackend backend;
    private final Tokenizer tokenizer;
    private final Answering answering;
    private final ContextSize context;
    private final CacheType cache;
    private final boolean embeds;
    private final Queue<Writing> waiting = new ArrayDeque<>();

    private KherudHost(KherudBackend backend, ModelFacts facts, ContextSize context, CacheType cache, boolean embeds) {
        this.backend = backend;
        this.tokenizer = new Tokenizer(backend, facts);
        this.answering = new Answering(backend, tokenizer, context.conversations(), context.tokens());
        this.context = context;
        this.cache = cache;
        this.embeds = embeds;
    }

    /** @throws RuntimeException when llama.cpp cannot load it; it prints the reason on standard error */
    public static KherudHost open(Order.Open order) throws EngineException {
        Path file = Path.of(order.file());
        ModelFacts facts = ModelFacts.of(file);
        if (order.embeds()) {
            if (!facts.embeds()) {
                throw new EngineException(Kind.NOT_POSSIBLE, "This model writes text; it does not embed it.", "Choose an embedding model.");
            }
            int tokens = Math.clamp(facts.trainedContext() == 0 ? EMBEDDING_CONTEXT : facts.trainedContext(), 1, EMBEDDING_CONTEXT);
            return new KherudHost(KherudBackend.toEmbed(file, tokens, facts.pools(), order.threads()), facts, new ContextSize(tokens, 1), CacheType.F16, true);
        }
        if (facts.embeds()) {
            throw new EngineException(Kind.NOT_POSSIBLE, "This model only embeds text; it cannot write.", "Choose a model for chat.");
        }
        if (!order.adapters().isEmpty()) {
            throw new EngineException(Kind.NOT_POSSIBLE, "The runtime on board applies no adapters.", "Get the newer runtime under Models.");
        }
        ContextSize context = ContextSize.toWrite(order, facts);
        CacheType cache = facts.cacheFor(order.cache());
        return new KherudHost(KherudBackend.toWrite(file, context, cache, order.batch(), order.threads()), facts, context, cache, false);
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
    public Set<Capability> capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Tokenizer tokenizer() {
        return tokenizer;
    }

    @Override
    public int[] prompt(GenerateRequest request) throws EngineException {
        if (embeds) throw new EngineException(Kind.NOT_POSSIBLE, "This model was opened to embed; it cannot write.", "");
        return context.fitting(tokenizer.tokens(request.prompt()));
    }

    @Override
    public void begin(Writing writing) {
        waiting.add(writing);
    }

    /** Writes a whole answer: native code keeps no place to stop in between. */
    @Override
    public boolean step() {
        Writing next = waiting.poll();
        if (next == null) return false;
        if (next.claim()) answering.answer(next);
        return true;
    }

    @Override
    public List<float[]> embed(List<String> texts) throws EngineException {
        if (!embeds) return Host.super.embed(texts);
        List<float[]> vectors = new ArrayList<>(texts.size());
        for (String text : texts) vectors.add(Vectors.toUnitLength(backend.embed(fitting(text))));
        return vectors;
    }

    /** Cuts a text so that it fits with the two tokens that an encoder puts around it. */
    private String fitting(String text) {
        String cut = text;
        int room = context.tokens() - 2;
        for (int tokens = backend.tokenize(cut).length; tokens > room; tokens = backend.tokenize(cut).length) {
            int length = (int) Math.min(cut.length() - 1L, (long) cut.length() * room / tokens);
            if (length > 0 && Character.isHighSurrogate(cut.charAt(length - 1))) length--;
            cut = cut.substring(0, length);
        }
        return cut;
    }
}
