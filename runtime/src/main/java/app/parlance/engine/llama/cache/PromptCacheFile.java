package app.parlance.engine.llama.cache;

import app.parlance.engine.PromptCache;
import app.parlance.platform.SafeFiles;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;

/**
 * What a model computed of a conversation, on disk. llama.cpp aborts on a state that was cut and takes one with
 * changed bytes for true, so nothing reaches it that was not checked here.
 *
 * <p>The file: 8 bytes magic, 4 bytes version, 32 random bytes; then chunks, each encrypted and with its 16 bytes of
 * check (see {@link Sealing}): the number of tokens (4 bytes) and of state bytes (8), all big-endian; the tokens (4
 * bytes each, little-endian) in chunks of at most 64 KiB; the state likewise. The first chunk tells how long the file
 * must be, so one that was cut or lengthened shows at once.
 */
public final class PromptCacheFile {
    static final int HEADER = 44;
    static final int COUNTS = Integer.BYTES + Long.BYTES;

    private static final byte[] MAGIC = "PARLKEPT".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int SALT = 32;

    private PromptCacheFile() { }

    /**
     * Replaces the file as a whole; nobody but its owner can read it. It is not forced to disk: a power cut may lose it,
     * and {@link #open} notices. Needs as much free space again while it writes.
     * Beside it lies meanwhile a file whose name ends in .new; one that stays there is of a process that died.
     *
     * @param fingerprint of the model and all that the state depends on, see {@link ModelFingerprint}
     * @param state native memory as the engine filled it, read once from its beginning to its end
     */
    public static void write(PromptCache place, byte[] fingerprint, int[] tokens, MemorySegment state) throws IOException {
        var file = place.file().toAbsolutePath();
        var unfinished = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".new");
        SafeFiles.createPrivateFile(unfinished);
        try {
            try (var out = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                var header = newHeader();
                writeFully(out, ByteBuffer.wrap(header));
                var sealing = new Sealing(place.key(), header, fingerprint);
                sealing.write(out, 0, ByteBuffer.allocate(COUNTS).putInt(tokens.length).putLong(state.byteSize()).array(), COUNTS);
                int next = append(out, sealing, 1, littleEndian(tokens));
                append(out, sealing, next, state);
            }
            SafeFiles.moveInto(unfinished, file);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /**
     * Opens the file when it is whole at first sight and was written with this key and fingerprint: the tokens are read
     * and checked, the state is not yet. Empty otherwise, also where there is none; the file stays for the next
     * {@link #write} to replace. An {@link IOException} means that the file cannot be read at all.
     */
    public static Optional<KeptPrompt> open(PromptCache place, byte[] fingerprint) throws IOException {
        FileChannel in;
        try {
            in = FileChannel.open(place.file(), StandardOpenOption.READ);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        Optional<KeptPrompt> kept = Optional.empty();
        try {
            var header = header(in);
            if (header.isPresent()) {
                kept = KeptPrompt.read(in, new Sealing(place.key(), header.get(), fingerprint));
            }
            return kept;
        } finally {
            if (kept.isEmpty()) {
                in.close();
            }
        }
    }

    private static byte[] newHeader() {
        var salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        return ByteBuffer.allocate(HEADER).put(MAGIC).putInt(VERSION).put(salt).array();
    }

    private static Optional<byte[]> header(FileChannel in) throws IOException {
        var header = ByteBuffer.allocate(HEADER);
        while (header.hasRemaining()) {
            if (in.read(header) < 0) {
                return Optional.empty();
            }
        }
        var known = ByteBuffer.allocate(HEADER - SALT).put(MAGIC).putInt(VERSION).flip();
        return header.slice(0, HEADER - SALT).equals(known) ? Optional.of(header.array()) : Optional.empty();
    }

    private static int append(FileChannel out, Sealing sealing, int number, MemorySegment all) throws IOException {
        var plain = new byte[Sealing.CHUNK];
        for (long done = 0; done < all.byteSize(); done += Sealing.CHUNK) {
            int length = (int) Math.min(Sealing.CHUNK, all.byteSize() - done);
            MemorySegment.copy(all, ValueLayout.JAVA_BYTE, done, plain, 0, length);
            sealing.write(out, number++, plain, length);
        }
        return number;
    }

    private static MemorySegment littleEndian(int[] tokens) {
        var bytes = MemorySegment.ofArray(new byte[tokens.length * Integer.BYTES]);
        MemorySegment.copy(tokens, 0, bytes, KeptPrompt.TOKEN, 0, tokens.length);
        return bytes;
    }

    private static void writeFully(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }
}
