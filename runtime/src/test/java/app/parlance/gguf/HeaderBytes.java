package app.parlance.gguf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Writes GGUF bytes as they are told to, sound or not. */
final class HeaderBytes {
    private final ByteArrayOutputStream entries = new ByteArrayOutputStream();
    private final ByteArrayOutputStream tensors = new ByteArrayOutputStream();
    private long entryCount;
    private long tensorCount;
    private int dataBytes;

    /** A sound, tiny model: one layer, width 64, three tokens, one tensor of 64 × 4 floats. */
    static HeaderBytes sound() {
        return without("");
    }

    /** The sound one, lacking the entry of this name. */
    static HeaderBytes without(String left) {
        var header = new HeaderBytes();
        if (!left.equals("general.architecture")) {
            header.text("general.architecture", "llama");
        }
        header.text("general.name", "Tiny");
        for (var entry : new Object[][] {{"block_count", 1}, {"embedding_length", 64}, {"context_length", 128}, {"attention.head_count", 4},
                {"attention.head_count_kv", 2}, {"feed_forward_length", 128}}) {
            if (!left.equals(entry[0])) {
                header.number("llama." + entry[0], (Integer) entry[1]);
            }
        }
        if (!left.equals("vocabulary")) {
            header.text("tokenizer.ggml.model", "llama").texts("tokenizer.ggml.tokens", "a", "b", "c");
        }
        return left.equals("tensor") ? header : header.tensor("token_embd.weight", 0, 0, 64, 4).data(1024);
    }

    HeaderBytes text(String key, String value) {
        return entry(key, 8, out -> string(out, value));
    }

    HeaderBytes number(String key, int value) {
        return entry(key, 4, out -> i32(out, value));
    }

    HeaderBytes real(String key, float value) {
        return entry(key, 6, out -> i32(out, Float.floatToRawIntBits(value)));
    }

    HeaderBytes texts(String key, String... values) {
        return entry(key, 9, out -> {
            i32(out, 8);
            i64(out, values.length);
            for (var value : values) {
                string(out, value);
            }
        });
    }

    HeaderBytes numbers(String key, int... values) {
        return entry(key, 9, out -> {
            i32(out, 4);
            i64(out, values.length);
            for (var value : values) {
                i32(out, value);
            }
        });
    }

    /** A list that claims a length and holds nothing. */
    HeaderBytes emptyList(String key, int type, long claimed) {
        return entry(key, 9, out -> {
            i32(out, type);
            i64(out, claimed);
        });
    }

    HeaderBytes entry(String key, int type, Consumer<ByteArrayOutputStream> value) {
        string(entries, key);
        i32(entries, type);
        value.accept(entries);
        entryCount++;
        return this;
    }

    HeaderBytes tensor(String name, int type, long offset, long... shape) {
        string(tensors, name);
        i32(tensors, shape.length);
        for (long length : shape) {
            i64(tensors, length);
        }
        i32(tensors, type);
        i64(tensors, offset);
        tensorCount++;
        return this;
    }

    HeaderBytes data(int bytes) {
        dataBytes = bytes;
        return this;
    }

    byte[] bytes() {
        return bytes(3, tensorCount, entryCount);
    }

    byte[] bytes(int version, long claimedTensors, long claimedEntries) {
        var out = new ByteArrayOutputStream();
        out.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
        i32(out, version);
        i64(out, claimedTensors);
        i64(out, claimedEntries);
        out.writeBytes(entries.toByteArray());
        out.writeBytes(tensors.toByteArray());
        out.writeBytes(new byte[(32 - out.size() % 32) % 32 + dataBytes]);
        return out.toByteArray();
    }

    static void string(ByteArrayOutputStream out, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        i64(out, bytes.length);
        out.writeBytes(bytes);
    }

    static void i32(ByteArrayOutputStream out, int value) {
        out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
    }

    static void i64(ByteArrayOutputStream out, long value) {
        out.writeBytes(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
    }
}
