package app.parlance.engine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Real models for tests, found by file name in the folders of {@code PARLANCE_MODELS}. */
public final class TestModels {
    private TestModels() { }

    /** A real small chat model that answers in a second: llama, ChatML, English. */
    public static Path smolLm() {
        return named("SmolLM2-135M-Instruct.Q4_1.gguf");
    }

    /** A sentence encoder: bert, 384 dimensions. */
    public static Path miniLm() {
        return named("all-MiniLM-L6-v2-q8_0.gguf");
    }

    /** A megabyte that tells children's stories; no chat template. */
    public static Path stories() {
        return named("stories260K-f32.gguf");
    }

    /** Half a billion parameters: qwen2, ChatML. */
    public static Path qwenHalfBillion() {
        return named("qwen2.5-coder-0.5b-instruct-q4_k_m.gguf");
    }

    /** One and a half billion parameters: qwen2, ChatML; judges quality. */
    public static Path qwenOneAndAHalfBillion() {
        return named("qwen2.5-coder-1.5b-instruct-q4_k_m.gguf");
    }

    /** The file of this name; where there is none the test is skipped, saying so. */
    public static Path named(String fileName) {
        Optional<Path> file = find(fileName);
        assumeTrue(file.isPresent(), () -> fileName + " is in no folder of PARLANCE_MODELS: " + System.getenv("PARLANCE_MODELS"));
        return file.get();
    }

    /** The file of this name, if any. */
    public static Optional<Path> find(String fileName) {
        String folders = System.getenv().getOrDefault("PARLANCE_MODELS", "");
        return Stream.of(folders.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, fileName).toAbsolutePath().normalize())
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
