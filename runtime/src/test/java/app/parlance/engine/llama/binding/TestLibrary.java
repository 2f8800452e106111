package app.parlance.engine.llama.binding;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The real llama.cpp from the folder that {@code PARLANCE_NATIVES} names, opened once for all tests of this JVM. */
final class TestLibrary {
    private static LlamaLibrary library;

    private TestLibrary() { }

    /** Skips the test, saying so, where there are no natives. */
    static Path folder() {
        String named = System.getenv().getOrDefault("PARLANCE_NATIVES", "");
        assumeTrue(!named.isBlank() && Files.isDirectory(Path.of(named)), "PARLANCE_NATIVES names no folder with the libraries of llama.cpp v0.4.0: " + named);
        return Path.of(named);
    }

    static synchronized LlamaLibrary open() throws UnfitLibraryException {
        Path folder = folder();
        if (library == null) library = LlamaLibrary.open(folder);
        return library;
    }
}
