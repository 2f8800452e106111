package app.parlance.engine.llama.binding;

import java.lang.foreign.MemorySegment;

/** A LoRA adapter read for one model; freed together with it. See {@link NativeContext#setAdapters}. */
public final class NativeAdapter {
    final MemorySegment handle;

    NativeAdapter(MemorySegment handle) {
        this.handle = handle;
    }
}
