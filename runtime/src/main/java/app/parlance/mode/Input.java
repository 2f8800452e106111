package app.parlance.mode;

import java.nio.charset.StandardCharsets;

/**
 * What a request brings.
 *
 * @param text to be answered or translated; may be empty where a mode is only described
 * @param earlierBytes of UTF-8 that stand before it, a conversation so far: a model that is not in memory must read them too
 */
public record Input(String text, long earlierBytes) {
    /** Bytes of UTF-8 that make a token, about. */
    private static final int BYTES_PER_TOKEN = 4;

    /** Nothing in particular. */
    public static final Input NONE = of("");

    /** A text with nothing before it. */
    public static Input of(String text) {
        return new Input(text, 0);
    }

    /** @param read whether what stands before the text was read already */
    int tokens(boolean read) {
        return Math.toIntExact(Math.ceilDiv(text.getBytes(StandardCharsets.UTF_8).length + (read ? 0 : earlierBytes), BYTES_PER_TOKEN));
    }

    long words() {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }
}
