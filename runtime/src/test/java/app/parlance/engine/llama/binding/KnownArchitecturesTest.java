package app.parlance.engine.llama.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.natives.NativesPin;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pin's list of architectures is what this very library says of itself. */
class KnownArchitecturesTest {
    private static final String UNKNOWN = "unknown model architecture";

    @TempDir
    Path folder;

    private final PrintStream errors = System.err;

    /** Each refusal is told there in two lines. */
    @BeforeEach
    void silence() {
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    }

    @AfterEach
    void speakAgain() {
        System.setErr(errors);
    }

    @Test
    void theLibraryKnowsEachThatIsPinned() throws Exception {
        var library = TestLibrary.open();
        var known = NativesPin.bundled().architectures();
        var refused = new ArrayList<String>();
        for (var architecture : Stream.of(known.writing(), known.embedding(), known.encoderDecoder()).flatMap(Set::stream).toList()) {
            if (reason(library, architecture).contains(UNKNOWN)) refused.add(architecture);
        }
        assertEquals(List.of(), refused);
        assertTrue(reason(library, "sesquipedalian").contains(UNKNOWN));
        assertTrue(library.version().startsWith(NativesPin.bundled().llamaCpp().substring(1)), library.version());
    }

    /** Why a file is refused that holds its architecture's name and nothing else. */
    private String reason(LlamaLibrary library, String architecture) throws IOException {
        var file = Files.write(folder.resolve("header.gguf"), header(architecture));
        return assertThrows(LoadException.class, () -> NativeModel.load(library, file, LoadSettings.VOCABULARY).close(), architecture).getMessage();
    }

    private static byte[] header(String architecture) {
        var bytes = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("GGUF".getBytes(StandardCharsets.US_ASCII)).putInt(3).putLong(0).putLong(1);
        text(bytes, "general.architecture").putInt(8);
        text(bytes, architecture);
        return bytes.array();
    }

    private static ByteBuffer text(ByteBuffer bytes, String text) {
        return bytes.putLong(text.length()).put(text.getBytes(StandardCharsets.US_ASCII));
    }
}
