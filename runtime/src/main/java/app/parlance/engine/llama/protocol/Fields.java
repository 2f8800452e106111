package app.parlance.engine.llama.protocol;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The parts that frames are made of, beyond Java's own. */
final class Fields {
    private Fields() { }

    interface Write<T> {
        void write(DataOutputStream out, T item) throws IOException;
    }

    interface Read<T> {
        T read(DataInputStream in) throws IOException;
    }

    static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static byte[] bytes(DataInputStream in) throws IOException {
        return in.readNBytes(count(in));
    }

    static void text(DataOutputStream out, String text) throws IOException {
        bytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    static <T> void list(DataOutputStream out, List<T> items, Write<T> write) throws IOException {
        out.writeInt(items.size());
        for (T item : items) write.write(out, item);
    }

    static <T> List<T> list(DataInputStream in, Read<T> read) throws IOException {
        int size = count(in);
        List<T> items = new ArrayList<>(size);
        for (int i = 0; i < size; i++) items.add(read.read(in));
        return items;
    }

    static void constant(DataOutputStream out, Enum<?> constant) throws IOException {
        out.writeByte(constant.ordinal());
    }

    static <E extends Enum<E>> E constant(DataInputStream in, Class<E> type) throws IOException {
        int ordinal = in.readUnsignedByte();
        E[] constants = type.getEnumConstants();
        if (ordinal >= constants.length) throw new IOException("no " + type.getSimpleName() + " number " + ordinal);
        return constants[ordinal];
    }

    static void vector(DataOutputStream out, float[] vector) throws IOException {
        out.writeInt(vector.length);
        for (float number : vector) out.writeFloat(number);
    }

    static float[] vector(DataInputStream in) throws IOException {
        float[] vector = new float[count(in)];
        for (int i = 0; i < vector.length; i++) vector[i] = in.readFloat();
        return vector;
    }

    /** A length that cannot exceed what is left of the frame, each item taking a byte at least. */
    private static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > in.available()) throw new EOFException("a count of " + count);
        return count;
    }
}
