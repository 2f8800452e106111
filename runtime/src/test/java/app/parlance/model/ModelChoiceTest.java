package app.parlance.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.parlance.gguf.GgufHeader;
import app.parlance.gguf.ModelShape;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelChoiceTest {
    private final StoredModel small = model("small", "llama", 100, "{{ messages }}");
    private final StoredModel large = model("large", "phi3", 2000, "{{ messages }}");
    private final StoredModel base = model("base", "llama", 900, "");
    private final StoredModel encoder = model("encoder", "bert", 50, "");
    private final StoredModel unknown = model("unknown", "qwen9", 500, "{{ messages }}");

    @Test
    void encodersAndUnknownArchitecturesDoNotAnswer() {
        assertEquals(List.of(small, base, large), ModelChoice.writing(List.of(large, encoder, unknown, base, small), each -> !each.equals("qwen9")));
    }

    @Test
    void theChosenOneElseTheLargestThatLeavesHalfOfTheMemoryElseTheSmallest() {
        var writing = List.of(small, base, large);
        assertEquals(Optional.of(base), ModelChoice.best(writing, Optional.of("base"), 10_000));
        assertEquals(Optional.of(large), ModelChoice.best(writing, Optional.of("gone"), 10_000));
        assertEquals(Optional.of(small), ModelChoice.best(writing, Optional.empty(), 3_000), "a model without a chat template is no default");
        assertEquals(Optional.of(small), ModelChoice.best(writing, Optional.empty(), 10));
        assertEquals(Optional.empty(), ModelChoice.best(List.of(), Optional.of("base"), 10_000));
    }

    private static StoredModel model(String name, String architecture, long bytes, String template) {
        var header = new GgufHeader(architecture, name, 1, "Q4_0", 2048, 64, 2, 2, 2, template, "llama", bytes, architecture.contains("bert"), new ModelShape(2, 256, 64, 128, 320));
        return new StoredModel(name, Path.of(name + ".gguf"), header, StoredModel.Origin.STORE);
    }
}
