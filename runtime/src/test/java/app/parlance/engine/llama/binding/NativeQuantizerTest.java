package app.parlance.engine.llama.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.engine.TestModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeQuantizerTest {
    private static final int Q8_0 = 7;
    private static final int Q4_0 = 2;

    @TempDir
    Path folder;

    @Test
    void writesASmallerFileAndTellsItsProgress() throws Exception {
        Path small = folder.resolve("klein 🦙.gguf");
        var told = new ArrayList<Double>();
        NativeQuantizer.run(TestLibrary.open(), TestModels.stories(), small, Q8_0, 2, false, told::add);
        assertTrue(Files.size(small) < Files.size(TestModels.stories()) / 2, "bytes " + Files.size(small));
        assertTrue(told.size() > 10, told.toString());
        assertEquals(told.stream().sorted().toList(), told);
        assertEquals(1.0, told.getLast());
        try (var model = NativeModel.load(TestLibrary.open(), small, LoadSettings.DEFAULT)) {
            assertEquals(512, model.vocabularySize());
        }
    }

    @Test
    void quantizedWeightsNeedLeave() throws Exception {
        Path target = folder.resolve("target.gguf");
        var refusal = assertThrows(LoadException.class, () -> NativeQuantizer.run(TestLibrary.open(), TestModels.miniLm(), target, Q4_0, 2, false, _ -> { }));
        assertTrue(refusal.getMessage().contains("requantizing"), refusal.getMessage());
        NativeQuantizer.run(TestLibrary.open(), TestModels.miniLm(), target, Q4_0, 2, true, _ -> { });
        assertTrue(Files.size(target) < Files.size(TestModels.miniLm()), "bytes " + Files.size(target));
    }
}
