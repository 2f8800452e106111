package app.parlance.gguf;

/**
 * What a GGUF file says of itself, checked against the file.
 *
 * @param architecture {@code general.architecture}
 * @param name {@code general.name} or the empty string
 * @param parameters weights, summed over the tensors
 * @param quantization in llama.cpp's words, for example {@code Q4_K_M}
 * @param contextLength tokens the model was trained on; 0 where unknown
 * @param embeddingLength the width; for embedding models the vector's length
 * @param blockCount layers
 * @param headCount attention heads
 * @param headCountKv heads that keep keys and values
 * @param chatTemplate the Jinja text, or the empty string
 * @param tokenizer {@code tokenizer.ggml.model}
 * @param bytes the file's length
 * @param isEncoder whether it turns text into vectors, for searching and ranking, and writes none
 * @param shape the sizes that decide what it takes in memory
 */
public record GgufHeader(String architecture, String name, long parameters, String quantization, int contextLength,
        int embeddingLength, int blockCount, int headCount, int headCountKv, String chatTemplate, String tokenizer, long bytes, boolean isEncoder,
        ModelShape shape) { }
