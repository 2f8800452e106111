package app.parlance.engine.llama.capi;

import app.parlance.engine.EngineException;
import app.parlance.engine.EngineException.Kind;
import app.parlance.engine.QuantizeRequest;
import app.parlance.engine.llama.binding.LlamaLibrary;
import app.parlance.engine.llama.binding.LoadException;
import app.parlance.engine.llama.binding.NativeQuantizer;
import app.parlance.engine.llama.protocol.Order;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

/** Makes smaller variants of a model. */
public final class Quantization {
    private Quantization() { }

    /** @param progress told 0..1 */
    public static void run(LlamaLibrary library, Order.Quantize order, DoubleConsumer progress) throws EngineException {
        try {
            NativeQuantizer.run(library, Path.of(order.source()), Path.of(order.target()), fileType(order.type()), order.threads(), true, progress);
        } catch (LoadException e) {
            throw new EngineException(Kind.REFUSED, "The smaller model could not be made; nothing was changed. llama.cpp says: " + e.getMessage() + ".",
                    "Check that the drive has room, or choose another kind.", e);
        }
    }

    /** A {@code llama_ftype} of llama.h. */
    private static int fileType(QuantizeRequest.Type type) {
        return switch (type) {
            case F16 -> 1;
            case Q4_0 -> 2;
            case Q8_0 -> 7;
            case Q4_K_M -> 15;
            case Q5_K_M -> 17;
            case Q6_K -> 18;
        };
    }
}
