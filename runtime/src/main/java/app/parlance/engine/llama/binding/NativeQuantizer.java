package app.parlance.engine.llama.binding;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;
import java.util.regex.Pattern;

/** Writes a model file again with smaller weights. */
public final class NativeQuantizer {
    /** Logged before each tensor: its number of all. */
    private static final Pattern TENSOR = Pattern.compile("\\[ *(\\d+)/ *(\\d+)]");

    private NativeQuantizer() { }

    /**
     * Takes seconds to minutes and cannot be stopped but with the process. A failed or killed run leaves a partial
     * file: remove it.
     *
     * @param fileType a llama_ftype: 15 = Q4_K_M, 7 = Q8_0, 2 = Q4_0, 1 = F16
     * @param requantize also from weights that are quantized already, with a loss
     * @param progress told 0..1, on a native thread
     */
    public static void run(LlamaLibrary library, Path from, Path to, int fileType, int threads, boolean requantize, DoubleConsumer progress) throws LoadException {
        ModelFunctions functions = library.models;
        try (var call = Arena.ofConfined();
                var errors = new ErrorLines(library.log());
                var listening = library.log().listen(line -> tell(line, progress))) {
            MemorySegment parameters = (MemorySegment) functions.quantizeDefaults.invokeExact((SegmentAllocator) call);
            Structs.QUANTIZE.set(parameters, "nthread", threads);
            Structs.QUANTIZE.set(parameters, "ftype", fileType);
            Structs.QUANTIZE.set(parameters, "allow_requantize", requantize);
            int failure = (int) functions.quantize.invokeExact(call.allocateFrom(from.toAbsolutePath().toString()), call.allocateFrom(to.toAbsolutePath().toString()), parameters);
            if (failure != 0) throw LoadException.refused(errors.reason("failed to quantize: ", "no reason was given"));
        } catch (LoadException e) {
            throw e;
        } catch (Throwable e) {
            throw Invoke.unchecked(e);
        }
    }

    private static void tell(String line, DoubleConsumer progress) {
        var tensor = TENSOR.matcher(line);
        if (tensor.find()) progress.accept(Double.parseDouble(tensor.group(1)) / Double.parseDouble(tensor.group(2)));
    }
}
