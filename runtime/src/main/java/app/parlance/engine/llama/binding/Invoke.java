package app.parlance.engine.llama.binding;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** Calls of native functions in the shapes that come up often, and what to do with the Throwable that every method handle declares. */
final class Invoke {
    private Invoke() { }

    static void run(MethodHandle function, MemorySegment argument) {
        try {
            function.invokeExact(argument);
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    static int toInt(MethodHandle function, MemorySegment argument) {
        try {
            return (int) function.invokeExact(argument);
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    static long toLong(MethodHandle function, MemorySegment argument) {
        try {
            return (long) function.invokeExact(argument);
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    static boolean toBoolean(MethodHandle function, MemorySegment argument) {
        try {
            return (boolean) function.invokeExact(argument);
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    static MemorySegment toPointer(MethodHandle function, MemorySegment argument) {
        try {
            return (MemorySegment) function.invokeExact(argument);
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    static MemorySegment toPointer(MethodHandle function, MemorySegment first, MemorySegment second) {
        try {
            return (MemorySegment) function.invokeExact(first, second);
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    static MemorySegment toPointer(MethodHandle function, MemorySegment argument, int number) {
        try {
            return (MemorySegment) function.invokeExact(argument, number);
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    /**
     * The same pointer, freed when the arena closes: from then on a call with it is an IllegalStateException
     * instead of a crash.
     */
    static MemorySegment owned(MemorySegment pointer, Arena arena, MethodHandle free) {
        return pointer.reinterpret(arena, alive -> run(free, alive));
    }

    static boolean isNull(MemorySegment pointer) {
        return pointer.address() == 0;
    }

    /** A zero-terminated UTF-8 string; "" for NULL. */
    static String text(MemorySegment pointer) {
        return isNull(pointer) ? "" : pointer.reinterpret(Long.MAX_VALUE).getString(0);
    }

    static RuntimeException unchecked(Throwable e) {
        return switch (e) {
            case RuntimeException runtime -> runtime;
            case Error error -> throw error;
            default -> new IllegalStateException(e);
        };
    }
}
