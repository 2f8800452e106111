package app.parlance.engine.llama.binding;

import app.parlance.engine.Sampling;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;

/** Draws tokens of one answer, and remembers those drawn. For one thread at a time. */
public final class SamplerChain implements AutoCloseable {
    /** How many of the last tokens the repeat penalty looks at. */
    private static final int PENALISED = 64;
    private static final long KEEP_ONE = 1;
    /** llama.cpp's seed for a new one each time. */
    private static final int RANDOM_SEED = -1;

    private final NativeModel model;
    private final SamplerFunctions functions;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment handle;
    private TokenCandidates candidates;

    private SamplerChain(NativeModel model, Sampling sampling) {
        this.model = model;
        functions = model.library.samplers;
        try (var call = Arena.ofConfined()) {
            var parameters = (MemorySegment) functions.chainDefaults.invokeExact((SegmentAllocator) call);
            handle = Invoke.owned((MemorySegment) functions.chain.invokeExact(parameters), arena, functions.free);
            if (sampling.repeatPenalty() != 1) add((MemorySegment) functions.penalties.invokeExact(model.vocabularySize(), PENALISED, (float) sampling.repeatPenalty(), 0f, 0f));
            if (sampling.temperature() > 0) addRandom(sampling);
            else add((MemorySegment) functions.greedy.invokeExact());
        } catch (Throwable e) {
            arena.close();
            throw Invoke.unchecked(e);
        }
    }

    /** Penalties of the last 64 tokens, top k, top p, min p, temperature, seed; at temperature 0 the likeliest after the penalties. */
    public static SamplerChain of(NativeModel model, Sampling sampling) {
        return new SamplerChain(model, sampling);
    }

    private void addRandom(Sampling sampling) throws Throwable {
        if (sampling.topK() > 0) add((MemorySegment) functions.topK.invokeExact(sampling.topK()));
        if (sampling.topP() < 1) add((MemorySegment) functions.topP.invokeExact((float) sampling.topP(), KEEP_ONE));
        if (sampling.minP() > 0) add((MemorySegment) functions.minP.invokeExact((float) sampling.minP(), KEEP_ONE));
        add((MemorySegment) functions.temperature.invokeExact((float) sampling.temperature()));
        add((MemorySegment) functions.random.invokeExact(nativeSeed(sampling.seed())));
    }

    /** The chain frees what was added to it. */
    private void add(MemorySegment sampler) throws Throwable {
        functions.add.invokeExact(handle, sampler);
    }

    private static int nativeSeed(long seed) {
        return seed < 0 ? RANDOM_SEED : (int) (seed % 0xFFFF_FFFFL);
    }

    /**
     * Draws and remembers the token after one of the last decode that wanted output.
     *
     * @throws IllegalArgumentException if that one did not
     */
    public int sample(NativeContext context, int batchIndex) {
        context.checkOutput(batchIndex);
        try {
            return (int) functions.sample.invokeExact(handle, context.handle, batchIndex);
        } catch (Throwable e) {
            throw Invoke.unchecked(e);
        }
    }

    /**
     * The same by the rules of a grammar, which moves on with it. Asking a grammar about a whole vocabulary takes
     * longer than drawing: it is asked about the token drawn, and about all only where it refuses that one.
     *
     * @return the end token, not remembered, if the grammar leaves nothing
     */
    public int sample(NativeContext context, int batchIndex, GrammarSampler grammar) {
        if (candidates == null) candidates = new TokenCandidates(arena, model.vocabularySize());
        MemorySegment logits = context.logits(batchIndex);
        candidates.fill(logits);
        int token = draw();
        if (!grammar.allows(token)) {
            candidates.fill(logits);
            grammar.restrict(candidates);
            if (!candidates.anyLeft()) return model.endToken();
            token = draw();
        }
        grammar.accept(token);
        accept(token);
        return token;
    }

    private int draw() {
        candidates.apply(functions, handle);
        return candidates.selected();
    }

    /** Remembers a token that was not drawn here, such as the prompt's. */
    public void accept(int token) {
        functions.accept(handle, token);
    }

    @Override
    public void close() {
        if (arena.scope().isAlive()) arena.close();
    }
}
