package app.parlance.engine.llama.cache;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Optional;

/**
 * An open file of {@link PromptCacheFile}. Its tokens are known and checked, so that a caller can see whether the state,
 * which may be hundreds of megabytes, is worth reading. One thread at a time. Close it before the file is written anew:
 * Windows replaces no open file.
 */
public final class KeptPrompt implements AutoCloseable {
    static final ValueLayout.OfInt TOKEN = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final long FIRST_TOKEN_BYTE = PromptCacheFile.HEADER + Sealing.sealedBytes(PromptCacheFile.COUNTS);

    private final FileChannel in;
    private final Sealing sealing;
    private final int[] tokens;
    private final long stateBytes;

    private KeptPrompt(FileChannel in, Sealing sealing, int[] tokens, long stateBytes) {
        this.in = in;
        this.sealing = sealing;
        this.tokens = tokens;
        this.stateBytes = stateBytes;
    }

    /** What stands behind a sound header; empty where anything read so far, or the file's length, is not as written. */
    static Optional<KeptPrompt> read(FileChannel in, Sealing sealing) throws IOException {
        var counts = new byte[PromptCacheFile.COUNTS];
        if (!sealing.read(in, PromptCacheFile.HEADER, 0, counts, counts.length)) {
            return Optional.empty();
        }
        int count = ByteBuffer.wrap(counts).getInt();
        long stateBytes = ByteBuffer.wrap(counts).getLong(Integer.BYTES);
        if (in.size() != firstStateByte(count) + Sealing.sealedBytes(stateBytes)) {
            return Optional.empty();
        }
        var bytes = MemorySegment.ofArray(new byte[count * Integer.BYTES]);
        if (!readChunks(in, sealing, FIRST_TOKEN_BYTE, 1, bytes, bytes.byteSize())) {
            return Optional.empty();
        }
        return Optional.of(new KeptPrompt(in, sealing, bytes.toArray(TOKEN), stateBytes));
    }

    /** The tokens whose state this is, in their order. */
    public int[] tokens() {
        return tokens.clone();
    }

    /** How many bytes {@link #readInto} writes. */
    public long stateBytes() {
        return stateBytes;
    }

    /**
     * Reads and checks the state.
     *
     * @param state at least {@link #stateBytes()} long
     * @return false where any part is not as written; then nothing in {@code state} may be used
     */
    public boolean readInto(MemorySegment state) throws IOException {
        int number = 1 + chunks((long) tokens.length * Integer.BYTES);
        return readChunks(in, sealing, firstStateByte(tokens.length), number, state, stateBytes);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static long firstStateByte(int tokens) {
        return FIRST_TOKEN_BYTE + Sealing.sealedBytes((long) tokens * Integer.BYTES);
    }

    private static int chunks(long bytes) {
        return Math.toIntExact((bytes + Sealing.CHUNK - 1) / Sealing.CHUNK);
    }

    private static boolean readChunks(FileChannel in, Sealing sealing, long position, int number, MemorySegment into, long bytes) throws IOException {
        var plain = new byte[Sealing.CHUNK];
        for (long done = 0; done < bytes; done += Sealing.CHUNK) {
            int length = (int) Math.min(Sealing.CHUNK, bytes - done);
            if (!sealing.read(in, position + Sealing.sealedBytes(done), number++, plain, length)) {
                return false;
            }
            MemorySegment.copy(plain, 0, into, ValueLayout.JAVA_BYTE, done, length);
        }
        return true;
    }
}
