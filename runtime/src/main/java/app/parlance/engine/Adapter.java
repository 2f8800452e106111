package app.parlance.engine;

import java.nio.file.Path;

/**
 * A LoRA adapter over a model's weights.
 *
 * @param file a GGUF file whose {@code general.type} is {@code adapter}, made for the model's architecture
 * @param scale how strongly it is applied; 1 = as it was trained
 */
public record Adapter(Path file, float scale) { }
