package app.parlance.engine.llama.binding;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A model's tokens. Thread-safe. */
final class Vocabulary {
    /** Around a text the tokenizer puts a few tokens at most, and a space before it. */
    private static final int SPECIAL_TOKENS = 16;
    private static final int USUAL_PIECE = 128;

    final MemorySegment handle;
    private final ModelFunctions functions;
    private final int size;

    Vocabulary(ModelFunctions functions, MemorySegment handle) {
        this.functions = functions;
        this.handle = handle;
        size = Invoke.toInt(functions.tokenCount, handle);
    }

    int size() {
        return size;
    }

    /** A llama_vocab_type; 0 = none, with which most functions would abort. */
    int type() {
        return Invoke.toInt(functions.vocabularyType, handle);
    }

    int beginToken() {
        return Invoke.toInt(functions.beginToken, handle);
    }

    int endToken() {
        return Invoke.toInt(functions.endToken, handle);
    }

    boolean addsBegin() {
        return Invoke.toBoolean(functions.addsBegin, handle);
    }

    boolean isEnd(int token) {
        try {
            return (boolean) functions.isEnd.invokeExact(handle, token);
        } catch (Throwable e) {
            throw Invoke.unchecked(e);
        }
    }

    int[] tokenize(String text, boolean addSpecial, boolean parseSpecial) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        try (var call = Arena.ofConfined()) {
            MemorySegment bytes = call.allocateFrom(JAVA_BYTE, utf8);
            int capacity = Math.addExact(utf8.length, SPECIAL_TOKENS);
            MemorySegment tokens = call.allocate(JAVA_INT, capacity);
            int count = (int) functions.tokenize.invokeExact(handle, bytes, utf8.length, tokens, capacity, addSpecial, parseSpecial);
            if (count < 0) {
                int needed = Math.negateExact(count);
                tokens = call.allocate(JAVA_INT, needed);
                count = (int) functions.tokenize.invokeExact(handle, bytes, utf8.length, tokens, needed, addSpecial, parseSpecial);
            }
            return tokens.asSlice(0, count * (long) Integer.BYTES).toArray(JAVA_INT);
        } catch (Throwable e) {
            throw Invoke.unchecked(e);
        }
    }

    /** @throws IndexOutOfBoundsException if there is no such token: native code would end the process */
    byte[] piece(int token) {
        Objects.checkIndex(token, size);
        try (var call = Arena.ofConfined()) {
            MemorySegment bytes = call.allocate(USUAL_PIECE);
            int length = piece(token, bytes);
            if (length < 0) {
                bytes = call.allocate(-length);
                length = piece(token, bytes);
            }
            return bytes.asSlice(0, length).toArray(JAVA_BYTE);
        }
    }

    private int piece(int token, MemorySegment bytes) {
        try {
            return (int) functions.piece.invokeExact(handle, token, bytes, (int) bytes.byteSize(), 0, false);
        } catch (Throwable e) {
            throw Invoke.unchecked(e);
        }
    }
}
