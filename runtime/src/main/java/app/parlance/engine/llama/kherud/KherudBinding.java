package app.parlance.engine.llama.kherud;

import de.kherud.llama.LlamaModel;
import de.kherud.llama.LlamaOutput;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * The binding's own request calls, which it keeps to itself. Its public ones take prompts as text only,
 * and in a text every control token counts as such; these take JSON, in which the prompt can be numbers.
 */
final class KherudBinding {
    private static final MethodHandle REQUEST;
    private static final MethodHandle RECEIVE;
    private static final MethodHandle CANCEL;
    private static final MethodHandle IS_LAST;

    static {
        try {
            MethodHandles.Lookup model = MethodHandles.privateLookupIn(LlamaModel.class, MethodHandles.lookup());
            REQUEST = model.findVirtual(LlamaModel.class, "requestCompletion", MethodType.methodType(int.class, String.class));
            RECEIVE = model.findVirtual(LlamaModel.class, "receiveCompletion", MethodType.methodType(LlamaOutput.class, int.class));
            CANCEL = model.findVirtual(LlamaModel.class, "cancelCompletion", MethodType.methodType(void.class, int.class));
            IS_LAST = MethodHandles.privateLookupIn(LlamaOutput.class, MethodHandles.lookup()).findGetter(LlamaOutput.class, "stop", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("this is not de.kherud:llama 4.2.0", e);
        }
    }

    private final LlamaModel model;

    KherudBinding(LlamaModel model) {
        this.model = model;
    }

    /** Starts a completion, in the words of llama.cpp's server; returns its number. */
    int request(String json) {
        try {
            return (int) REQUEST.invokeExact(model, json);
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    /** Waits for the completion's next part. Only the thread that receives may cancel. */
    LlamaOutput receive(int completion) {
        try {
            return (LlamaOutput) RECEIVE.invokeExact(model, completion);
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    void cancel(int completion) {
        try {
            CANCEL.invokeExact(model, completion);
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    /** Whether nothing follows this part. */
    static boolean isLast(LlamaOutput output) {
        try {
            return (boolean) IS_LAST.invokeExact(output);
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    private static RuntimeException unchecked(Throwable e) {
        return switch (e) {
            case RuntimeException runtime -> runtime;
            case Error error -> throw error;
            default -> new IllegalStateException(e);
        };
    }
}
