package app.parlance.engine.llama.binding;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** Functions of llama.h about samplers. */
final class SamplerFunctions {
    final MethodHandle chainDefaults;
    final MethodHandle chain;
    final MethodHandle add;
    final MethodHandle greedy;
    final MethodHandle random;
    final MethodHandle topK;
    final MethodHandle topP;
    final MethodHandle minP;
    final MethodHandle temperature;
    final MethodHandle penalties;
    final MethodHandle grammar;
    final MethodHandle sample;
    final MethodHandle apply;
    private final MethodHandle accept;
    final MethodHandle free;

    SamplerFunctions(Symbols symbols) throws UnfitLibraryException {
        chainDefaults = symbols.function("llama_sampler_chain_default_params", Structs.CHAIN.layout());
        chain = symbols.function("llama_sampler_chain_init", ADDRESS, Structs.CHAIN.layout());
        add = symbols.procedure("llama_sampler_chain_add", ADDRESS, ADDRESS);
        greedy = symbols.function("llama_sampler_init_greedy", ADDRESS);
        random = symbols.function("llama_sampler_init_dist", ADDRESS, JAVA_INT);
        topK = symbols.function("llama_sampler_init_top_k", ADDRESS, JAVA_INT);
        topP = symbols.function("llama_sampler_init_top_p", ADDRESS, JAVA_FLOAT, JAVA_LONG);
        minP = symbols.function("llama_sampler_init_min_p", ADDRESS, JAVA_FLOAT, JAVA_LONG);
        temperature = symbols.function("llama_sampler_init_temp", ADDRESS, JAVA_FLOAT);
        penalties = symbols.function("llama_sampler_init_penalties", ADDRESS, JAVA_INT, JAVA_INT, JAVA_FLOAT, JAVA_FLOAT, JAVA_FLOAT);
        grammar = symbols.function("llama_sampler_init_grammar", ADDRESS, ADDRESS, ADDRESS, ADDRESS);
        sample = symbols.function("llama_sampler_sample", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);
        apply = symbols.procedure("llama_sampler_apply", ADDRESS, ADDRESS);
        accept = symbols.procedure("llama_sampler_accept", ADDRESS, JAVA_INT);
        free = symbols.procedure("llama_sampler_free", ADDRESS);
    }

    void accept(MemorySegment sampler, int token) {
        try {
            accept.invokeExact(sampler, token);
        } catch (Throwable e) {
            throw Invoke.unchecked(e);
        }
    }
}
