package app.parlance.engine;

import app.parlance.engine.fixture.GgufFile;
import app.parlance.engine.fixture.Recipe;
import app.parlance.engine.fixture.Tensor;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes small GGUF files with random weights: half a megabyte, loaded at once, real architectures.
 * They answer nonsense, and the same seed gives the same file.
 */
public final class GgufFixture {
    public static final String CHATML = "{% for message in messages %}{{'<|im_start|>' + message['role'] + '\n' + message['content']"
            + " + '<|im_end|>' + '\n'}}{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}";
    public static final String PHI3 = "{% for message in messages %}{{'<|' + message['role'] + '|>\n' + message['content'] + '<|end|>\n'}}"
            + "{% endfor %}{% if add_generation_prompt %}{{ '<|assistant|>\n' }}{% else %}{{ eos_token }}{% endif %}";
    /** What files can be made of. */
    public static final List<String> WRITING = List.of("llama", "phi3", "qwen2", "qwen3", "gemma3", "smollm3", "lfm2", "granite",
            "hunyuan-dense", "ernie4_5", "seed_oss", "exaone4", "glm4", "t5");
    public static final List<String> EMBEDDING = List.of("bert", "gemma-embedding");

    private final String architecture;
    private final Map<String, Object> changed = new LinkedHashMap<>();
    private final Set<String> left = new HashSet<>();
    private int layers;
    private int contextLength = 512;
    private long seed = 4;

    private GgufFixture(String architecture) {
        this.architecture = architecture;
        layers = Recipe.layers(architecture);
    }

    /** One of {@link #WRITING} or {@link #EMBEDDING}; those that chat have the ChatML template, phi3 its own. */
    public static GgufFixture of(String architecture) {
        var fixture = new GgufFixture(architecture);
        if (architecture.equals("phi3")) return fixture.template(PHI3);
        return architecture.equals("t5") || EMBEDDING.contains(architecture) ? fixture : fixture.template(CHATML);
    }

    /** A tiny llama with the ChatML template and its control tokens. */
    public static GgufFixture llama() {
        return of("llama");
    }

    /** A tiny phi3 with Phi-3's template and control tokens. */
    public static GgufFixture phi3() {
        return of("phi3");
    }

    /** Sets or replaces a metadata value: a String, Integer, Float, Boolean, or an array of String, float, int or boolean. */
    public GgufFixture with(String key, Object value) {
        changed.put(key, value);
        return this;
    }

    /** The same for a key below the architecture's name. */
    public GgufFixture withHyperparameter(String key, Object value) {
        return with(architecture + "." + key, value);
    }

    /** Leaves a metadata value out. */
    public GgufFixture without(String key) {
        left.add(key);
        return this;
    }

    /** The chat template to carry, in Jinja. */
    public GgufFixture template(String jinja) {
        return with("tokenizer.chat_template", jinja);
    }

    /** Layers with weights; two unless told, or what the architecture needs. */
    public GgufFixture layers(int number) {
        layers = number;
        return this;
    }

    /** Tokens the model claims to be trained on; 512 unless told. */
    public GgufFixture contextLength(int tokens) {
        contextLength = tokens;
        return this;
    }

    /** Other weights for another seed. */
    public GgufFixture seed(long newSeed) {
        seed = newSeed;
        return this;
    }

    /** Writes the file and returns it. */
    public Path writeTo(Path file) {
        var recipe = Recipe.of(architecture, layers, contextLength);
        var metadata = new TreeMap<>(recipe.metadata());
        metadata.putAll(changed);
        metadata.keySet().removeAll(left);
        return GgufFile.write(file, metadata, recipe.tensors(), seed);
    }

    /** Writes an adapter (LoRA) of rank 4 for the queries of a fixture's first layer, strong enough to change every answer. */
    public static Path writeAdapter(String architecture, Path file) {
        Map<String, Object> metadata = new TreeMap<>(Map.of("general.type", "adapter", "general.architecture", architecture,
                "general.name", "random adapter", "adapter.type", "lora", "adapter.lora.alpha", 64f));
        return GgufFile.write(file, metadata, List.of(new Tensor("blk.0.attn_q.weight.lora_a", 64, 4), new Tensor("blk.0.attn_q.weight.lora_b", 4, 64),
                new Tensor("blk.1.ffn_down.weight.lora_a", 128, 4), new Tensor("blk.1.ffn_down.weight.lora_b", 4, 64)), 5);
    }
}
