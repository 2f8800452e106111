package app.parlance.engine.llama.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Tells models apart in some milliseconds, where a hash of the whole file takes seconds. It is for models that differ as
 * models do: in their size, their header, or all over their weights. A few weights changed by hand can escape it.
 */
public final class ModelFingerprint {
    private static final int EDGE = 1 << 20;
    private static final int BLOCK = 64 << 10;
    private static final int BLOCKS = 64;

    private ModelFingerprint() { }

    /**
     * SHA-256 over the file's size, its first and last MiB, 64 blocks of 64 KiB spread evenly between, and the settings.
     *
     * @param settings what else a computed state depends on: engine version, context, adapters
     * @return 32 bytes
     */
    public static byte[] of(Path model, String... settings) throws IOException {
        var digest = sha256();
        try (var in = FileChannel.open(model, StandardOpenOption.READ)) {
            long size = in.size();
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(size).flip());
            add(digest, in, 0, EDGE);
            add(digest, in, Math.max(0, size - EDGE), EDGE);
            for (int block = 1; block <= BLOCKS; block++) {
                add(digest, in, size / (BLOCKS + 1) * block, BLOCK);
            }
        }
        for (var setting : settings) {
            var text = setting.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).flip());
            digest.update(text);
        }
        return digest.digest();
    }

    private static void add(MessageDigest digest, FileChannel in, long position, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && in.read(bytes, position + bytes.position()) >= 0) {
            // a small file ends sooner
        }
        digest.update(bytes.flip());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
