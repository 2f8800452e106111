package app.parlance.engine.llama.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.parlance.engine.TestModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFingerprintTest {
    @TempDir Path folder;

    @Test
    void theSameModelUnderAnotherNameHasTheSame() throws IOException {
        Path copy = Files.copy(TestModels.stories(), folder.resolve("copy.gguf"));
        assertEquals(32, ModelFingerprint.of(copy).length);
        assertArrayEquals(ModelFingerprint.of(TestModels.stories(), "b1", "2048"), ModelFingerprint.of(copy, "b1", "2048"));
    }

    @Test
    void anotherSettingIsAnother() throws IOException {
        byte[] one = ModelFingerprint.of(TestModels.stories(), "ab", "c");
        for (var other : Stream.of(new String[] {"a", "bc"}, new String[] {"abc"}, new String[] {}, new String[] {"ab", "d"}).toList()) {
            assertFalse(Arrays.equals(one, ModelFingerprint.of(TestModels.stories(), other)), Arrays.toString(other));
        }
    }

    @Test
    void anotherBeginningEndLengthOrMiddleIsAnother() throws IOException {
        byte[] whole = Files.readAllBytes(TestModels.stories());
        byte[] one = ModelFingerprint.of(TestModels.stories());
        for (int at : new int[] {0, whole.length / 65 * 32, whole.length - 1}) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            assertFalse(Arrays.equals(one, ModelFingerprint.of(Files.write(folder.resolve("changed.gguf"), changed))), "changed at " + at);
        }
        assertFalse(Arrays.equals(one, ModelFingerprint.of(Files.write(folder.resolve("longer.gguf"), Arrays.copyOf(whole, whole.length + 1)))));
    }

    @Test
    void anEmptyFileHasOneToo() throws IOException {
        assertEquals(32, ModelFingerprint.of(Files.createFile(folder.resolve("empty"))).length);
    }
}
