package app.parlance.engine.llama.capi;

import app.parlance.engine.CacheType;
import app.parlance.engine.PromptCache;
import app.parlance.engine.llama.binding.LlamaLibrary;
import app.parlance.engine.llama.binding.NativeContext;
import app.parlance.engine.llama.cache.KeptPrompt;
import app.parlance.engine.llama.cache.ModelFingerprint;
import app.parlance.engine.llama.cache.PromptCacheFile;
import app.parlance.engine.llama.protocol.Order;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Optional;

/** Puts what sequences know on disk and back. What cannot be kept or restored is only read again. */
final class PromptKeeping {
    /** Tokens below which reading again is as quick. */
    private static final int WORTH_KEEPING = 64;

    private final NativeContext context;
    private final byte[] fingerprint;
    private final int cells;

    private PromptKeeping(NativeContext context, byte[] fingerprint, int cells) {
        this.context = context;
        this.fingerprint = fingerprint;
        this.cells = cells;
    }

    /** The state depends on the model, the library, the adapters, and how keys and values are kept. */
    static PromptKeeping of(LlamaLibrary library, Order.Open order, NativeContext context, CacheType cache, int cells) {
        byte[] fingerprint;
        try {
            fingerprint = ModelFingerprint.of(Path.of(order.file()), library.version(), library.cpuLibrary(), order.adapters().toString(), cache.name());
        } catch (IOException e) {
            tell("the model's fingerprint cannot be taken", e);
            fingerprint = null;
        }
        return new PromptKeeping(context, fingerprint, cells);
    }

    /**
     * Fills an empty sequence from the task's place on disk, where that knows more of it than what is in memory.
     *
     * @param better tokens that can be had without
     * @return whether it did
     */
    boolean restore(Sequence sequence, Task task, int better) {
        PromptCache place = task.cache().orElse(null);
        if (place == null || fingerprint == null) return false;
        try (Arena arena = Arena.ofConfined()) {
            Optional<KeptPrompt> found = PromptCacheFile.open(place, fingerprint);
            if (found.isEmpty()) return false;
            try (KeptPrompt kept = found.get()) {
                int[] tokens = kept.tokens();
                int shared = Sequence.shared(tokens, task.tokens(), Math.min(tokens.length, task.length()));
                if (tokens.length >= cells || shared < better + WORTH_KEEPING) return false;
                MemorySegment state = arena.allocate(kept.stateBytes());
                if (!kept.readInto(state) || !context.restoreState(state, sequence.id())) return false;
                sequence.append(tokens, 0, tokens.length);
                sequence.belongsTo(place, true);
                return true;
            }
        } catch (IOException e) {
            tell("a conversation's state cannot be read", e);
            return false;
        }
    }

    /** Writes what the sequence knows to its place, where that is not up to date. */
    void keep(Sequence sequence) {
        PromptCache place = sequence.place().orElse(null);
        if (place == null || sequence.isKept() || fingerprint == null || sequence.length() < WORTH_KEEPING) return;
        sequence.belongsTo(place, true);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(context.stateBytes(sequence.id()));
            long written = context.saveState(state, sequence.id());
            if (written > 0) PromptCacheFile.write(place, fingerprint, sequence.known(), state.asSlice(0, written));
        } catch (IOException e) {
            tell("a conversation's state cannot be kept", e);
        }
    }

    private static void tell(String what, IOException reason) {
        System.err.println("worker: " + what + ": " + reason);
    }
}
