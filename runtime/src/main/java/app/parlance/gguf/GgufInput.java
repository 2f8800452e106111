package app.parlance.gguf;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Reads a GGUF file forwards, little-endian, and never believes a length before it has been held against the file's. */
final class GgufInput implements AutoCloseable {
    private static final String AGAIN = "Download it again, or choose another file.";

    private final Path file;
    /** Not a channel: an interrupt of the reading thread would look like an unreadable file. */
    private final RandomAccessFile bytes;
    private final long size;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 18).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    /** Where in the file the buffer's limit lies. */
    private long end;

    GgufInput(Path file) throws IOException {
        this.file = file;
        bytes = new RandomAccessFile(file.toFile(), "r");
        size = bytes.length();
    }

    long size() {
        return size;
    }

    long position() {
        return end - buffer.remaining();
    }

    long remaining() {
        return size - position();
    }

    byte u8() throws IOException, GgufException {
        need(1);
        return buffer.get();
    }

    int u16() throws IOException, GgufException {
        need(2);
        return Short.toUnsignedInt(buffer.getShort());
    }

    int i32() throws IOException, GgufException {
        need(4);
        return buffer.getInt();
    }

    long u32() throws IOException, GgufException {
        return Integer.toUnsignedLong(i32());
    }

    /** As a signed number; what lies beyond 2^63 comes out negative. */
    long i64() throws IOException, GgufException {
        need(8);
        return buffer.getLong();
    }

    /** A count or length: refused where negative as a signed number. */
    long count(String what) throws IOException, GgufException {
        long count = i64();
        if (count < 0) {
            throw refuse("is damaged: " + what + " is beyond all bounds");
        }
        return count;
    }

    /** @param most bytes that a sound file's string has here at most */
    String string(String what, int most) throws IOException, GgufException {
        long length = stringLength(what);
        if (length > most) {
            throw refuse("is damaged: " + what + " has " + length + " bytes, and " + most + " is the most there can be");
        }
        var text = new byte[(int) length];
        for (int filled = 0; filled < text.length;) {
            need(1);
            int part = Math.min(buffer.remaining(), text.length - filled);
            buffer.get(text, filled, part);
            filled += part;
        }
        return new String(text, StandardCharsets.UTF_8);
    }

    void skipString(String what) throws IOException, GgufException {
        skip(stringLength(what), what);
    }

    void skip(long count, String what) throws GgufException {
        if (count > remaining()) {
            throw cutOff(what);
        }
        if (count <= buffer.remaining()) {
            buffer.position(buffer.position() + (int) count);
        } else {
            end = position() + count;
            buffer.limit(0);
        }
    }

    GgufException cutOff(String what) {
        return refuse("is cut off: it ends at byte " + size + ", within " + what);
    }

    /** @param predicate goes on from the file's name, without a full stop */
    GgufException refuse(String predicate) {
        return refuse(predicate, AGAIN);
    }

    GgufException refuse(String predicate, String remedy) {
        return new GgufException(file.getFileName() + " " + predicate + ".", remedy);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private long stringLength(String what) throws IOException, GgufException {
        long length = i64();
        if (length < 0 || length > remaining()) {
            throw refuse("is cut off or damaged: " + what + " claims " + Long.toUnsignedString(length) + " bytes, and only "
                    + remaining() + " follow");
        }
        return length;
    }

    private void need(int count) throws IOException, GgufException {
        if (buffer.remaining() >= count) {
            return;
        }
        if (remaining() < count) {
            throw cutOff("its header");
        }
        buffer.compact();
        bytes.seek(end);
        while (buffer.position() < count) {
            int read = bytes.read(buffer.array(), buffer.position(), buffer.remaining());
            if (read < 0) {
                throw cutOff("its header");
            }
            buffer.position(buffer.position() + read);
            end += read;
        }
        buffer.flip();
    }
}
