package app.parlance.model;

import java.nio.file.Path;

/**
 * Reads and checks a GGUF file's header in Java, before native code sees it.
 * Format: the GGUF specification of ggml, versions 2 and 3.
 */
public final class GgufReader {
    private GgufReader() { }

    /** @throws ModelException when the file is no sound GGUF; the message names what is wrong with it */
    public static GgufHeader read(Path file) throws ModelException {
        throw new UnsupportedOperationException("being written");
    }
}
