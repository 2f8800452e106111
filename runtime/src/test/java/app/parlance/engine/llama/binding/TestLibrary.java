package app.parlance.engine.llama.binding;

import app.parlance.natives.TestNatives;
import java.nio.file.Path;

/** The real llama.cpp from the folder that {@code PARLANCE_NATIVES} names, opened once for all tests of this JVM. */
final class TestLibrary {
    private static LlamaLibrary library;

    private TestLibrary() { }

    /** Skips the test, saying so, where there are no natives. */
    static Path folder() {
        return TestNatives.ready().folder();
    }

    static synchronized LlamaLibrary open() throws UnfitLibraryException {
        Path folder = folder();
        if (library == null) library = LlamaLibrary.open(folder);
        return library;
    }
}
