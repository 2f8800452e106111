package app.parlance.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Writes small GGUF files with random weights: half a megabyte, loaded at once, real architectures.
 * They answer nonsense, and the same seed gives the same file.
 *
 * <p>Format: GGUF version 3, little endian, alignment 32, all tensors F32.
 */
public final class GgufFixture {
    public static final String CHATML = "{% for message in messages %}{{'<|im_start|>' + message['role'] + '\n' + message['content']"
            + " + '<|im_end|>' + '\n'}}{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}";
    public static final String PHI3 = "{% for message in messages %}{{'<|' + message['role'] + '|>\n' + message['content'] + '<|end|>\n'}}"
            + "{% endfor %}{% if add_generation_prompt %}{{ '<|assistant|>\n' }}{% else %}{{ eos_token }}{% endif %}";

    private static final int ALIGNMENT = 32;
    private static final int LAYERS = 2;
    private static final int WIDTH = 64;
    private static final int HEADS = 4;
    private static final int FEED_FORWARD = 128;

    private record Tensor(String name, long... shape) {
        int elements() {
            int product = 1;
            for (long side : shape) product = Math.toIntExact(product * side);
            return product;
        }
    }

    private final String architecture;
    private final Map<String, Object> metadata = new LinkedHashMap<>();
    private int contextLength = 512;
    private long seed = 1;

    private GgufFixture(String architecture, String template, List<String> controlTokens, boolean addBos) {
        this.architecture = architecture;
        metadata.put("general.architecture", architecture);
        metadata.put("general.name", "random " + architecture);
        metadata.put("general.file_type", 0);
        metadata.put("general.quantization_version", 2);
        metadata.put("tokenizer.chat_template", template);
        vocabulary(controlTokens, addBos);
    }

    /** A tiny llama with the ChatML template and its control tokens. */
    public static GgufFixture llama() {
        return new GgufFixture("llama", CHATML, List.of("<|endoftext|>", "<|im_start|>", "<|im_end|>"), true);
    }

    /** A tiny phi3 with Phi-3's template and control tokens. */
    public static GgufFixture phi3() {
        return new GgufFixture("phi3", PHI3, List.of("<|endoftext|>", "<|assistant|>", "<|system|>", "<|end|>", "<|user|>"), false);
    }

    /** Sets or replaces a metadata value: a String, Integer, Float, Boolean, or an array of String, float or int. */
    public GgufFixture with(String key, Object value) {
        metadata.put(key, value);
        return this;
    }

    /** Leaves a metadata value out. */
    public GgufFixture without(String key) {
        metadata.remove(key);
        return this;
    }

    /** The chat template to carry, in Jinja. */
    public GgufFixture template(String jinja) {
        return with("tokenizer.chat_template", jinja);
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
        shapeMetadata();
        List<Tensor> tensors = tensors();
        try {
            Files.write(file, bytes(tensors));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private void shapeMetadata() {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("block_count", LAYERS);
        shape.put("context_length", contextLength);
        shape.put("embedding_length", WIDTH);
        shape.put("feed_forward_length", FEED_FORWARD);
        shape.put("attention.head_count", HEADS);
        shape.put("attention.head_count_kv", HEADS);
        shape.put("attention.layer_norm_rms_epsilon", 1e-5f);
        shape.put("rope.dimension_count", WIDTH / HEADS);
        shape.put("rope.freq_base", 10_000f);
        shape.put("vocab_size", vocabularySize());
        if (architecture.equals("phi3")) {
            shape.put("rope.scaling.original_context_length", contextLength);
            shape.put("attention.sliding_window", 2047);
        }
        shape.forEach((key, value) -> metadata.putIfAbsent(architecture + "." + key, value));
    }

    private List<Tensor> tensors() {
        List<Tensor> tensors = new ArrayList<>(List.of(new Tensor("token_embd.weight", WIDTH, vocabularySize()),
                new Tensor("output_norm.weight", WIDTH), new Tensor("output.weight", WIDTH, vocabularySize())));
        for (int block = 0; block < LAYERS; block++) {
            String prefix = "blk." + block + ".";
            tensors.add(new Tensor(prefix + "attn_norm.weight", WIDTH));
            tensors.add(new Tensor(prefix + "ffn_norm.weight", WIDTH));
            tensors.add(new Tensor(prefix + "attn_output.weight", WIDTH, WIDTH));
            tensors.add(new Tensor(prefix + "ffn_down.weight", FEED_FORWARD, WIDTH));
            if (architecture.equals("phi3")) {
                tensors.add(new Tensor(prefix + "attn_qkv.weight", WIDTH, 3 * WIDTH));
                tensors.add(new Tensor(prefix + "ffn_up.weight", WIDTH, 2 * FEED_FORWARD));
            } else {
                for (String part : List.of("attn_q", "attn_k", "attn_v")) tensors.add(new Tensor(prefix + part + ".weight", WIDTH, WIDTH));
                for (String part : List.of("ffn_gate", "ffn_up")) tensors.add(new Tensor(prefix + part + ".weight", WIDTH, FEED_FORWARD));
            }
        }
        return tensors;
    }

    /** A SentencePiece vocabulary: three specials, 256 bytes, some pieces, the control tokens, filled up to a multiple of 64. */
    private void vocabulary(List<String> controlTokens, boolean addBos) {
        List<String> tokens = new ArrayList<>(List.of("<unk>", "<s>", "</s>"));
        List<Integer> types = new ArrayList<>(List.of(2, 3, 3));
        for (int b = 0; b < 256; b++) {
            tokens.add("<0x%02X>".formatted(b));
            types.add(6);
        }
        List<String> pieces = new ArrayList<>(List.of("▁", "▁t", "▁a", "th", "he", "in", "er", "▁the", "on", "an", "en", "el", "lo", "llo", "hel", "▁hello"));
        for (char c = '!'; c < 127; c++) pieces.add(String.valueOf(c));
        pieces.addAll(List.of("é", "ü", "ß", "你", "好", "😀"));
        for (String piece : pieces) {
            tokens.add(piece);
            types.add(1);
        }
        int firstControl = tokens.size();
        for (String control : controlTokens) {
            tokens.add(control);
            types.add(3);
        }
        while (tokens.size() % 64 != 0) {
            tokens.add("<|fill" + tokens.size() + "|>");
            types.add(5);
        }
        float[] scores = new float[tokens.size()];
        for (int i = 259; i < firstControl; i++) scores[i] = 259 - i;
        metadata.put("tokenizer.ggml.model", "llama");
        metadata.put("tokenizer.ggml.pre", "default");
        metadata.put("tokenizer.ggml.tokens", tokens.toArray(String[]::new));
        metadata.put("tokenizer.ggml.scores", scores);
        metadata.put("tokenizer.ggml.token_type", types.stream().mapToInt(Integer::intValue).toArray());
        metadata.put("tokenizer.ggml.unknown_token_id", 0);
        metadata.put("tokenizer.ggml.bos_token_id", 1);
        metadata.put("tokenizer.ggml.eos_token_id", addBos ? 2 : firstControl);
        metadata.put("tokenizer.ggml.add_bos_token", addBos);
    }

    private int vocabularySize() {
        return ((String[]) metadata.get("tokenizer.ggml.tokens")).length;
    }

    private byte[] bytes(List<Tensor> tensors) {
        Writer out = new Writer();
        out.raw("GGUF".getBytes(StandardCharsets.US_ASCII)).int32(3).int64(tensors.size()).int64(metadata.size());
        metadata.forEach((key, value) -> out.string(key).value(value));
        long offset = 0;
        for (Tensor tensor : tensors) {
            out.string(tensor.name()).int32(tensor.shape().length);
            for (long side : tensor.shape()) out.int64(side);
            out.int32(0).int64(offset);
            offset += (tensor.elements() * 4L + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        }
        out.align();
        SplittableRandom random = new SplittableRandom(seed);
        for (Tensor tensor : tensors) {
            boolean norm = tensor.shape().length == 1;
            for (int i = 0; i < tensor.elements(); i++) out.float32(norm ? 1 : (float) (random.nextGaussian() / Math.sqrt(WIDTH)));
            out.align();
        }
        return out.bytes.toByteArray();
    }

    /** GGUF's little-endian primitives; the numbers are the format's value types. */
    private static final class Writer {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Writer raw(byte[] data) {
            bytes.writeBytes(data);
            return this;
        }

        Writer int32(int value) {
            return raw(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
        }

        Writer int64(long value) {
            return raw(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
        }

        Writer float32(float value) {
            return int32(Float.floatToIntBits(value));
        }

        Writer string(String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            return int64(utf8.length).raw(utf8);
        }

        void align() {
            while (bytes.size() % ALIGNMENT != 0) bytes.write(0);
        }

        void value(Object value) {
            switch (value) {
                case Integer number -> int32(4).int32(number);
                case Float number -> int32(6).float32(number);
                case Boolean flag -> int32(7).raw(new byte[] {(byte) (flag ? 1 : 0)});
                case String text -> int32(8).string(text);
                case String[] texts -> {
                    int32(9).int32(8).int64(texts.length);
                    for (String text : texts) string(text);
                }
                case float[] numbers -> {
                    int32(9).int32(6).int64(numbers.length);
                    for (float number : numbers) float32(number);
                }
                case int[] numbers -> {
                    int32(9).int32(5).int64(numbers.length);
                    for (int number : numbers) int32(number);
                }
                default -> throw new IllegalArgumentException("no GGUF type for " + value.getClass());
            }
        }
    }
}
