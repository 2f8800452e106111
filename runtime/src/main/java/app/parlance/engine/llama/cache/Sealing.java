package app.parlance.engine.llama.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Encrypts and checks the numbered chunks of one file: AES-256-GCM (NIST SP 800-38D) under a key of that file alone,
 * made by HKDF-SHA256 (RFC 5869) from the conversation's key, the header with its random salt, and the fingerprint of
 * model and engine. The nonce is the chunk's number, so a chunk fits only its own place in its own file.
 * Not thread-safe; buffers are used again, so that a file of any size takes little memory.
 *
 * <p>Only the second-stage compiler of the JVM knows the processor's AES instructions, and it compiles what is called
 * often: with chunks of 64 KiB that is soon so, with chunks of 1 MiB hardly ever.
 */
final class Sealing {
    /** Bytes of a whole chunk before encryption. */
    static final int CHUNK = 64 << 10;
    /** Bytes that a chunk grows by. */
    static final int TAG = 16;

    private static final int NONCE = 12;

    private final SecretKey key;
    private final Cipher cipher;
    private final byte[] header;
    private final byte[] sealed = new byte[CHUNK + TAG];

    Sealing(byte[] conversationKey, byte[] header, byte[] fingerprint) {
        this.header = header;
        try {
            var parameters = HKDFParameterSpec.ofExtract().addIKM(conversationKey).addSalt(header).thenExpand(fingerprint, 32);
            key = KDF.getInstance("HKDF-SHA256").deriveKey("AES", parameters);
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException missing) {
            throw impossible(missing);
        }
    }

    /** What so many bytes become, cut into chunks. */
    static long sealedBytes(long bytes) {
        return bytes + (bytes + CHUNK - 1) / CHUNK * TAG;
    }

    /** Appends the first {@code length} bytes of {@code plain} as chunk {@code number}. */
    void write(FileChannel out, int number, byte[] plain, int length) throws IOException {
        try {
            prepare(Cipher.ENCRYPT_MODE, number);
            var bytes = ByteBuffer.wrap(sealed, 0, cipher.doFinal(plain, 0, length, sealed));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        } catch (GeneralSecurityException e) {
            throw impossible(e);
        }
    }

    /** Reads chunk {@code number} of {@code length} bytes into {@code plain}; false where it is cut, changed, of another place, file or key. */
    boolean read(FileChannel in, long position, int number, byte[] plain, int length) throws IOException {
        var bytes = ByteBuffer.wrap(sealed, 0, length + TAG);
        while (bytes.hasRemaining()) {
            if (in.read(bytes, position + bytes.position()) < 0) {
                return false;
            }
        }
        try {
            prepare(Cipher.DECRYPT_MODE, number);
            cipher.doFinal(sealed, 0, length + TAG, plain);
            return true;
        } catch (AEADBadTagException changed) {
            return false;
        } catch (GeneralSecurityException e) {
            throw impossible(e);
        }
    }

    private void prepare(int mode, int number) throws GeneralSecurityException {
        var nonce = ByteBuffer.allocate(NONCE).putInt(NONCE - Integer.BYTES, number).array();
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
        cipher.updateAAD(header);
    }

    private static IllegalStateException impossible(GeneralSecurityException e) {
        return new IllegalStateException("every Java has AES-GCM and HKDF", e);
    }
}
