package app.parlance.engine.llama;

import app.parlance.engine.Capability;
import app.parlance.engine.llama.kherud.Architectures;
import app.parlance.engine.llama.kherud.KherudHost;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * A build of llama.cpp that workers can run.
 *
 * @param name for people
 * @param llamaCpp its version
 * @param natives the folder of its checked libraries; empty for the build on board
 * @param architectures the GGUF architectures that it loads and runs rightly
 */
record Edition(String name, String llamaCpp, Optional<Path> natives, Set<Capability> capabilities, Set<String> architectures) {
    /** Always there: inside a Java library that brings its natives along. */
    static final Edition ON_BOARD = new Edition("llama.cpp b4916 (de.kherud:llama 4.2.0)", "b4916", Optional.empty(), KherudHost.CAPABILITIES, Architectures.all());

    boolean isOnBoard() {
        return natives.isEmpty();
    }
}
