package app.parlance.engine.llama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.engine.EngineException;
import app.parlance.engine.OpenRequest;
import app.parlance.platform.Processor;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProcessorTest {
    private static final String FOUR_THREADS_ON_TWO_CORES = """
            processor\t: 0
            physical id\t: 0
            core id\t\t: 0
            flags\t\t: fpu sse4_2 avx avx2 fma

            processor\t: 1
            physical id\t: 0
            core id\t\t: 1
            flags\t\t: fpu sse4_2 avx avx2 fma

            processor\t: 2
            physical id\t: 0
            core id\t\t: 0
            flags\t\t: fpu sse4_2 avx avx2 fma

            processor\t: 3
            physical id\t: 0
            core id\t\t: 1
            flags\t\t: fpu sse4_2 avx avx2 fma
            """;

    @Test
    void threadsAreOnePhysicalCoreEach() {
        assertEquals(new Processor(true, 2), Processor.of("amd64", FOUR_THREADS_ON_TWO_CORES, 4));
        assertEquals(1, Processor.of("amd64", FOUR_THREADS_ON_TWO_CORES, 1).physicalCores());
        assertEquals(8, Processor.of("aarch64", "processor\t: 0\nFeatures\t: fp asimd\n", 8).physicalCores());
    }

    @Test
    void withoutAvx2ThereIsASentenceInsteadOfACrash() {
        Processor old = Processor.of("amd64", FOUR_THREADS_ON_TWO_CORES.replace(" avx2", ""), 4);
        assertFalse(old.runsTheLibrary());
        assertTrue(Processor.of("aarch64", "Features\t: fp asimd", 4).runsTheLibrary());
        LlamaEngine engine = new LlamaEngine(Edition.ON_BOARD, WorkerSettings.DEFAULT, old);
        EngineException refusal = assertThrows(EngineException.class, () -> engine.open(OpenRequest.toGenerate(Path.of("any.gguf"), 0)));
        assertEquals(EngineException.Kind.UNSUPPORTED_MACHINE, refusal.kind());
        assertTrue(refusal.getMessage().contains("AVX2"), refusal.getMessage());
    }
}
