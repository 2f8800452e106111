package app.parlance.engine.llama.binding;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.DoublePredicate;

/** A load's progress, carried from native code to a predicate: an exception of it stops the load and is kept for afterwards. */
final class LoadProgress {
    private final DoublePredicate predicate;
    private boolean stopped;
    private Throwable failure;

    LoadProgress(DoublePredicate predicate) {
        this.predicate = predicate;
    }

    /** A llama_progress_callback that lives as long as the arena. */
    MemorySegment callback(Arena arena) {
        try {
            var goOn = MethodHandles.lookup().bind(this, "goOn", MethodType.methodType(boolean.class, float.class, MemorySegment.class));
            return Linker.nativeLinker().upcallStub(goOn, FunctionDescriptor.of(JAVA_BOOLEAN, JAVA_FLOAT, ADDRESS), arena);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the progress callback", e);
        }
    }

    boolean stopped() {
        if (failure != null) throw Invoke.unchecked(failure);
        return stopped;
    }

    private boolean goOn(float share, MemorySegment userData) {
        try {
            stopped = !predicate.test(share);
        } catch (Throwable e) {
            failure = e;
            stopped = true;
        }
        return !stopped;
    }
}
