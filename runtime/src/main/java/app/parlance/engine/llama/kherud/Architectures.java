package app.parlance.engine.llama.kherud;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The GGUF architectures that llama.cpp b4916 loads and runs rightly, as found by trying. */
public final class Architectures {
    /** T5 is not among them: it loads, but its encoder is never run, and what it writes is noise. */
    private static final Set<String> WRITING = Set.of("llama", "phi2", "phi3", "phimoe", "gemma", "gemma2", "gemma3", "qwen", "qwen2",
            "qwen2moe", "qwen2vl", "granite", "granitemoe", "deepseek", "deepseek2", "command-r", "cohere2", "olmo", "olmo2", "olmoe",
            "internlm2", "minicpm", "minicpm3", "exaone", "stablelm", "mamba", "chatglm", "rwkv6", "rwkv6qwen2", "rwkv7", "arwkv7",
            "nemotron", "falcon", "starcoder2", "bitnet", "gpt2", "bloom", "orion", "xverse");
    private static final Set<String> EMBEDDING = Set.of("bert", "nomic-bert", "jina-bert-v2");

    private Architectures() { }

    /** Those whose models can be used, for writing or for embedding. */
    public static Set<String> all() {
        return Stream.concat(WRITING.stream(), EMBEDDING.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
