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
public record ModelShape(int layers, long cacheElementsPerToken, int embedding, int feedForward, int vocabulary) {
    static ModelShape of(GgufMetadata metadata) throws GgufException {
        var architecture = metadata.text("general.architecture").orElse("");
        var sizes = new Sizes(metadata, architecture);
        long vocabulary = metadata.array("tokenizer.ggml.tokens").map(GgufMetadata.Array::length).orElse(0L);
        return new ModelShape((int) sizes.of("block_count", 0), metadata.isEncoder() ? 0 : sizes.cacheElements(),
                (int) sizes.of("embedding_length", 0), (int) sizes.of("feed_forward_length", 0), (int) Math.min(vocabulary, Integer.MAX_VALUE));
    }

    private record Sizes(GgufMetadata metadata, String architecture) {
        long of(String name, long otherwise) throws GgufException {
            return metadata.number(architecture + "." + name).orElse(otherwise);
        }

        long cacheElements() throws GgufException {
            long heads = of("attention.head_count", 0);
            if (heads == 0) return 0; // recurrent throughout: its state does not grow with the text
            long headSize = of("embedding_length", 0) / heads;
            return headsKv(heads) * (of("attention.key_length", headSize) + of("attention.value_length", headSize));
        }

        /** Of all layers together: some files list them by layer, with 0 where a layer keeps none. */
        private long headsKv(long heads) throws GgufException {
            long layers = of("block_count", 0);
            var byLayer = metadata.list(architecture + ".attention.head_count_kv");
            if (byLayer.isPresent() && byLayer.get().length() == layers) return byLayer.get().sum();
            // The last ones use what an earlier layer keeps; or every so-manieth attends and the others are recurrent.
            long keeping = (layers - Math.min(layers, of("attention.shared_kv_layers", 0))) / Math.max(1, of("full_attention_interval", 1));
            return keeping * of("attention.head_count_kv", heads);
        }
    }
}
