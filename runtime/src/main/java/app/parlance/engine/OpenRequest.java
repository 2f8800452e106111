package app.parlance.engine;

import java.nio.file.Path;
import java.util.function.DoubleConsumer;

/**
 * What to load, and how.
 *
 * @param file the GGUF file
 * @param contextTokens the largest context in tokens of one sequence; 0 = the smaller of 4096 and what the model was trained on
 * @param threads computing threads; 0 = the engine's measured default for this machine
 * @param purpose whether the model will write text or embed it
 * @param progress told 0..1 by engines with {@link Capability#LOAD_PROGRESS}; called on any thread
 */
public record OpenRequest(Path file, int contextTokens, int threads, Purpose purpose, DoubleConsumer progress) {
    public enum Purpose { GENERATE, EMBED }

    public static OpenRequest toGenerate(Path file, int contextTokens) {
        return new OpenRequest(file, contextTokens, 0, Purpose.GENERATE, share -> { });
    }

    public static OpenRequest toEmbed(Path file) {
        return new OpenRequest(file, 0, 0, Purpose.EMBED, share -> { });
    }
}
