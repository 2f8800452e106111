package app.parlance.engine.llama.protocol;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Frames on a pipe: a magic word, the length, the order's number, the content. Native code can print to
 * the same pipe between two frames; a reader looks for the next magic word and so passes over that.
 *
 * @param <T> what the frames carry
 */
public final class Wire<T> {
    /** Not printable, so that no printed text can look like it. */
    private static final int MAGIC = 0x01_F5_FE_02;
    private static final int LONGEST = 256 << 20;

    /** Writes and reads one kind of content. */
    interface Codec<T> {
        void write(DataOutputStream out, T content) throws IOException;

        T read(DataInputStream in) throws IOException;
    }

    private final Codec<T> codec;

    private Wire(Codec<T> codec) {
        this.codec = codec;
    }

    public static Wire<Order> orders() {
        return new Wire<>(new OrderCodec());
    }

    public static Wire<Report> reports() {
        return new Wire<>(new ReportCodec());
    }

    /** Writes a frame in one piece and flushes. Callers take turns. */
    public void write(OutputStream out, int number, T content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(bytes);
        data.writeInt(MAGIC);
        data.writeInt(0);
        data.writeInt(number);
        codec.write(data, content);
        byte[] frame = bytes.toByteArray();
        int length = frame.length - 8;
        for (int i = 0; i < 4; i++) frame[4 + i] = (byte) (length >>> (24 - 8 * i));
        out.write(frame);
        out.flush();
    }

    /** The next frame; empty at the end of the stream. Callers buffer the stream. */
    public Optional<Frame<T>> read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        int word = 0;
        do {
            int next = data.read();
            if (next < 0) return Optional.empty();
            word = word << 8 | next;
        } while (word != MAGIC);
        try {
            int length = data.readInt();
            if (length < 4 || length > LONGEST) throw new IOException("a frame of " + length + " bytes");
            DataInputStream frame = new DataInputStream(new ByteArrayInputStream(data.readNBytes(length)));
            return Optional.of(new Frame<>(frame.readInt(), codec.read(frame)));
        } catch (EOFException cutOff) {
            return Optional.empty();
        }
    }
}
