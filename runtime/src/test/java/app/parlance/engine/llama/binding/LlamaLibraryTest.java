package app.parlance.engine.llama.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LlamaLibraryTest {
    @TempDir
    Path folder;

    @Test
    void tellsWhatItIs() throws Exception {
        var library = TestLibrary.open();
        assertTrue(library.version().startsWith("0.4.0"), library.version());
        assertTrue(library.cpuLibrary().contains("ggml-cpu-"), library.cpuLibrary());
        assertTrue(library.systemInfo().contains("CPU"), library.systemInfo());
    }

    @Test
    void anEmptyFolderIsRefused() {
        assertRefused("libggml-base is not in ");
    }

    @Test
    void aFileThatIsNoLibraryIsRefusedWithTheSystemsReason() throws IOException {
        for (String name : List.of("libggml-base.so", "libggml.so", "libllama.so")) Files.writeString(folder.resolve(name), "no library");
        assertRefused("cannot be loaded: ");
    }

    @Test
    void aLibraryWithoutTheFunctionsIsRefused() throws IOException {
        assumeTrue(Files.exists(TestLibrary.folder().resolve("libggml-base.so")), "the natives are another system's");
        for (String name : List.of("libggml-base.so", "libggml.so", "libllama.so")) Files.copy(TestLibrary.folder().resolve("libggml-base.so"), folder.resolve(name));
        assertRefused("libllama lacks llama_model_default_params");
    }

    @Test
    void aStructThatIsShorterIsRefused() throws Exception {
        var shorter = CStruct.named("llama_context_params").ints("n_ctx", "n_batch").pointers("cb_eval", "samplers").end();
        var refusal = assertThrows(UnfitLibraryException.class, () -> checkContext(shorter, List.of()));
        assertEquals("the library wrote 160 of 24 bytes of llama_context_params", refusal.getMessage());
    }

    @Test
    void aStructThatIsLongerIsRefused() throws Exception {
        var longer = CStruct.named("llama_context_params").ints("n_ctx").pointers(pointers(20)).end();
        var refusal = assertThrows(UnfitLibraryException.class, () -> checkContext(longer, List.of()));
        assertEquals("the library wrote 160 of 168 bytes of llama_context_params", refusal.getMessage());
    }

    @Test
    void aFieldInAnotherPlaceIsRefused() throws Exception {
        var swapped = CStruct.named("llama_context_params").ints("n_batch", "n_ctx").pointers(pointers(19)).end();
        var refusal = assertThrows(UnfitLibraryException.class, () -> checkContext(swapped, LayoutAlarm.CONTEXT.subList(0, 1)));
        assertEquals("n_ctx is 2048 where 512 is expected", refusal.getMessage());
    }

    private static String[] pointers(int count) {
        return IntStream.range(0, count).mapToObj(i -> "p" + i).toArray(String[]::new);
    }

    private static void checkContext(CStruct struct, List<LayoutAlarm.Default> defaults) throws UnfitLibraryException {
        LayoutAlarm.check(Symbols.open(TestLibrary.folder()), "llama_context_default_params", struct, defaults);
    }

    private void assertRefused(String beginning) {
        var refusal = assertThrows(UnfitLibraryException.class, () -> LlamaLibrary.open(folder));
        assertTrue(refusal.getMessage().startsWith(beginning), refusal.getMessage());
    }
}
