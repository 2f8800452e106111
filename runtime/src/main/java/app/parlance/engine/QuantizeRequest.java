package app.parlance.engine;

import java.nio.file.Path;
import java.util.function.DoubleConsumer;

/**
 * Make a smaller variant of a model.
 *
 * @param source a GGUF file, best F16, BF16 or F32; from one that is quantized already quality is lost twice
 * @param target where the result goes; it appears when it is whole, and must not exist before
 * @param type of most weights
 * @param progress told 0..1, on any thread
 */
public record QuantizeRequest(Path source, Path target, Type type, DoubleConsumer progress) {
    /** Kinds of quantization that are worth making. */
    public enum Type { Q4_0, Q4_K_M, Q5_K_M, Q6_K, Q8_0, F16 }
}
