package app.parlance.engine.llama.binding;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** What may be written next by the rules of a grammar. For one answer, and one thread at a time. */
public final class GrammarSampler implements AutoCloseable {
    private static final String ROOT = "root";

    private final SamplerFunctions functions;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment handle;
    private final TokenCandidates one = new TokenCandidates(arena, 1);

    private GrammarSampler(SamplerFunctions functions, MemorySegment pointer) {
        this.functions = functions;
        handle = Invoke.owned(pointer, arena, functions.free);
    }

    /**
     * @param gbnf a grammar in llama.cpp's notation, whose first rule is called root
     * @return empty if llama.cpp cannot read it; its complaint stands on standard error only
     */
    public static Optional<GrammarSampler> of(NativeModel model, String gbnf) {
        // llama.cpp takes an empty grammar as leave for everything, and reads to the first zero only.
        boolean readOtherwise = gbnf.isEmpty() || gbnf.indexOf(0) >= 0;
        if (readOtherwise) return Optional.empty();
        SamplerFunctions functions = model.library.samplers;
        try (var call = Arena.ofConfined()) {
            var pointer = (MemorySegment) functions.grammar.invokeExact(model.vocabulary.handle, call.allocateFrom(gbnf), call.allocateFrom(ROOT));
            return Invoke.isNull(pointer) ? Optional.empty() : Optional.of(new GrammarSampler(functions, pointer));
        } catch (Throwable e) {
            throw Invoke.unchecked(e);
        }
    }

    boolean allows(int token) {
        one.fillWith(token);
        restrict(one);
        return one.anyLeft();
    }

    /** Takes the candidates' probability away that the grammar forbids. */
    void restrict(TokenCandidates candidates) {
        candidates.apply(functions, handle);
    }

    /** Goes on after a token that it allows; another would end the process. */
    void accept(int token) {
        functions.accept(handle, token);
    }

    @Override
    public void close() {
        if (arena.scope().isAlive()) arena.close();
    }
}
