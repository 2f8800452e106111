package app.parlance.engine.llama.worker;

import app.parlance.engine.EngineException;
import app.parlance.engine.EngineException.Kind;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The key-value part of a GGUF file (versions 2 and 3), as far as the worker needs it: numbers, texts,
 * and the vocabulary's two arrays.
 */
final class GgufMetadata {
    /** Headers end long before; more is not mapped. */
    private static final long LONGEST_HEADER = 1L << 30;
    private static final int MAGIC = 0x46554747;

    private final Map<String, Object> values = new HashMap<>();

    private GgufMetadata() { }

    static GgufMetadata read(Path file) throws EngineException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, Math.min(channel.size(), LONGEST_HEADER));
            return parse(bytes.order(ByteOrder.LITTLE_ENDIAN));
        } catch (BufferUnderflowException | IllegalArgumentException damaged) {
            throw new EngineException(Kind.REFUSED, "The model file is damaged or incomplete: its header cannot be read.", "Fetch or copy it again.", damaged);
        } catch (IOException unreadable) {
            throw new EngineException(Kind.REFUSED, "The model file cannot be opened: " + unreadable.getMessage() + ".", "Check that it is still there.", unreadable);
        }
    }

    private static GgufMetadata parse(ByteBuffer in) throws EngineException {
        if (in.remaining() < 24 || in.getInt() != MAGIC) {
            throw new EngineException(Kind.REFUSED, "The file is not a GGUF model.", "Choose a file that ends in .gguf and holds a model.");
        }
        in.getInt();
        in.getLong();
        long count = in.getLong();
        GgufMetadata metadata = new GgufMetadata();
        for (long i = 0; i < count; i++) {
            String key = text(in);
            Object value = value(in, in.getInt(), key.startsWith("tokenizer.ggml.token"));
            if (value != null) metadata.values.put(key, value);
        }
        return metadata;
    }

    private static Object value(ByteBuffer in, int type, boolean keepArray) {
        return switch (type) {
            case 0, 1 -> (long) in.get();
            case 2, 3 -> (long) in.getShort();
            case 4, 5 -> (long) in.getInt();
            case 6 -> (double) in.getFloat();
            case 7 -> in.get() != 0;
            case 8 -> text(in);
            case 9 -> array(in, in.getInt(), in.getLong(), keepArray);
            case 10, 11 -> in.getLong();
            case 12 -> in.getDouble();
            default -> throw new IllegalArgumentException("no GGUF value of type " + type);
        };
    }

    /** Arrays that nobody asks for are passed over and give their first element. */
    private static Object array(ByteBuffer in, int type, long length, boolean keep) {
        if (type == 9 || length < 0 || length > in.remaining()) throw new IllegalArgumentException("an array of " + length);
        int size = (int) length;
        if (keep && type == 8) {
            String[] texts = new String[size];
            for (int i = 0; i < size; i++) texts[i] = text(in);
            return texts;
        }
        if (keep && (type == 4 || type == 5)) {
            int[] numbers = new int[size];
            for (int i = 0; i < size; i++) numbers[i] = in.getInt();
            return numbers;
        }
        Object first = null;
        for (int i = 0; i < size; i++) {
            Object element = value(in, type, false);
            if (i == 0) first = element;
        }
        return first;
    }

    private static String text(ByteBuffer in) {
        long length = in.getLong();
        if (length < 0 || length > in.remaining()) throw new IllegalArgumentException("a text of " + length + " bytes");
        byte[] utf8 = new byte[(int) length];
        in.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    String architecture() {
        return text("general.architecture");
    }

    /** The text, or the empty string. */
    String text(String key) {
        return values.get(key) instanceof String text ? text : "";
    }

    /** The number, or the other where the file has none. */
    int number(String key, int otherwise) {
        return values.get(key) instanceof Long number ? (int) Math.clamp(number, Integer.MIN_VALUE, Integer.MAX_VALUE) : otherwise;
    }

    /** The same of a key that begins with the architecture. */
    int architectureNumber(String key, int otherwise) {
        return number(architecture() + "." + key, otherwise);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    boolean flag(String key, boolean otherwise) {
        return values.get(key) instanceof Boolean flag ? flag : otherwise;
    }

    String[] tokens() {
        return values.get("tokenizer.ggml.tokens") instanceof String[] tokens ? tokens : new String[0];
    }

    /** llama.cpp's token types, one for each token; shorter or empty in poor files. */
    int[] tokenTypes() {
        return values.get("tokenizer.ggml.token_type") instanceof int[] types ? types : new int[0];
    }

    /** Bytes that one token takes in the context's memory, at two bytes a number. */
    long contextBytesPerToken() {
        int heads = Math.max(1, architectureNumber("attention.head_count", 1));
        int keyLength = architectureNumber("attention.key_length", architectureNumber("embedding_length", 0) / heads);
        return 4L * architectureNumber("block_count", 0) * architectureNumber("attention.head_count_kv", heads) * keyLength;
    }
}
