package app.parlance.engine.llama.binding;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;

/**
 * Whether a computation should end. llama.cpp asks before each operation, a thousand times a token, through a
 * {@code bool (*)(void *)}. No Java is called for it: what is asked is C's strlen, of a string that is empty (0, go on)
 * or has one character (1, stop). Its result's lowest byte is where a bool's is, on every 64-bit platform.
 */
final class AbortFlag {
    private static final VarHandle FIRST_CHARACTER = JAVA_BYTE.varHandle();

    private final MemorySegment string;

    AbortFlag(Arena arena) {
        string = arena.allocate(Long.BYTES, Long.BYTES);
    }

    MemorySegment callback() {
        return Linker.nativeLinker().defaultLookup().findOrThrow("strlen");
    }

    MemorySegment userData() {
        return string;
    }

    /** Any thread. */
    void set(boolean on) {
        FIRST_CHARACTER.setVolatile(string, 0L, (byte) (on ? 1 : 0));
    }
}
