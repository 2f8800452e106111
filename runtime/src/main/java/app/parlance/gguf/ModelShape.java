package app.parlance.gguf;

/**
 * The sizes that decide what a model takes in memory, from the header.
 *
 * @param layers blocks of the decoder (or of an encoder)
 * @param cacheElementsPerToken keys and values kept for one token, summed over the layers: heads that keep them times key and value length
 * @param embedding the width
 * @param feedForward the width inside a block
 * @param vocabulary tokens
 */
public record ModelShape(int layers, long cacheElementsPerToken, int embedding, int feedForward, int vocabulary) { }
