package app.parlance.engine.llama.binding;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Objects;

/**
 * What a context remembers of its sequences. Numbers that native code would end the process for are an exception here.
 */
final class ContextMemory {
    private final ContextFunctions functions;
    private final MemorySegment handle;
    private final ContextSettings settings;

    /** @param handle NULL for a model without memory, such as a sentence encoder: then nothing is remembered */
    ContextMemory(ContextFunctions functions, MemorySegment handle, ContextSettings settings) {
        this.functions = functions;
        this.handle = handle;
        this.settings = settings;
    }

    boolean remove(int sequence, int from, int to) {
        Objects.checkIndex(sequence, settings.sequences());
        try {
            return (boolean) functions.remove.invokeExact(handle, sequence, from, to);
        } catch (Throwable e) {
            throw Invoke.unchecked(e);
        }
    }

    void copy(int fromSequence, int toSequence, int from, int to) {
        Objects.checkIndex(fromSequence, settings.sequences());
        Objects.checkIndex(toSequence, settings.sequences());
        boolean whole = from <= 0 && to < 0;
        if (!whole && !settings.unified()) throw new IllegalArgumentException("sequences with cells of their own can only be copied whole");
        try {
            functions.copy.invokeExact(handle, fromSequence, toSequence, from, to);
        } catch (Throwable e) {
            throw Invoke.unchecked(e);
        }
    }

    void clear() {
        try {
            functions.clear.invokeExact(handle, true);
        } catch (Throwable e) {
            throw Invoke.unchecked(e);
        }
    }

    int firstPosition(int sequence) {
        return position(functions.firstPosition, sequence);
    }

    int lastPosition(int sequence) {
        return position(functions.lastPosition, sequence);
    }

    private int position(MethodHandle function, int sequence) {
        Objects.checkIndex(sequence, settings.sequences());
        try {
            return (int) function.invokeExact(handle, sequence);
        } catch (Throwable e) {
            throw Invoke.unchecked(e);
        }
    }
}
