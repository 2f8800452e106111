package app.parlance.engine;

import java.util.List;

/**
 * What runs models here, as found by starting it.
 *
 * @param llamaCpp the version of llama.cpp, for example {@code b4916}
 * @param cpuLibrary the library that computes, chosen for this processor
 * @param architectures the GGUF architectures that it runs, sorted
 */
public record EngineDescription(String engine, String llamaCpp, String cpuLibrary, List<String> architectures) { }
