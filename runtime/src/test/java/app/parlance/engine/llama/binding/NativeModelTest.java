package app.parlance.engine.llama.binding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.engine.TestModels;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeModelTest {
    private static final LoadSettings QUICK = new LoadSettings(true, false, false, _ -> true);

    @TempDir
    Path folder;

    @Test
    void readsAFileAndTellsAboutIt() throws Exception {
        try (var model = NativeModel.load(TestLibrary.open(), TestModels.smolLm(), QUICK)) {
            assertEquals(49152, model.vocabularySize());
            assertEquals(576, model.embeddingLength());
            assertEquals(8192, model.trainedContext());
            assertFalse(model.hasEncoder());
            assertTrue(model.hasDecoder());
            assertFalse(model.isRecurrent() || model.isHybrid());
            assertEquals(-1, model.decoderStartToken());
            assertTrue(model.isEnd(model.endToken()));
            assertTrue(model.bytes() > 90_000_000 && model.bytes() < 98_362_432, "bytes " + model.bytes());
        }
    }

    @Test
    void tokensGiveTheTextBack() throws Exception {
        String text = "Zug 🚄 fährt 早上九点。 नमस्ते \u0000 end\n";
        for (Path file : List.of(TestModels.smolLm(), TestModels.stories())) {
            try (var model = NativeModel.load(TestLibrary.open(), file, LoadSettings.VOCABULARY)) {
                assertEquals(text, text(model, model.tokenize(text, false, false)).stripLeading());
            }
        }
    }

    @Test
    void controlTokensAreReadOnlyWhereAsked() throws Exception {
        try (var model = NativeModel.load(TestLibrary.open(), TestModels.smolLm(), LoadSettings.VOCABULARY)) {
            assertArrayEquals(new int[] {model.endToken()}, model.tokenize("<|im_end|>", false, true));
            assertEquals("<|im_end|>", text(model, model.tokenize("<|im_end|>", false, false)));
            assertEquals(0, model.piece(model.endToken()).length);
            assertThrows(IndexOutOfBoundsException.class, () -> model.piece(model.vocabularySize()));
            assertEquals(0, model.tokenize("", false, false).length);
        }
    }

    @Test
    void theBeginTokenComesWhereAskedAndWanted() throws Exception {
        try (var model = NativeModel.load(TestLibrary.open(), TestModels.stories(), LoadSettings.VOCABULARY)) {
            assertTrue(model.addsBegin());
            assertEquals(model.beginToken(), model.tokenize("Once", true, false)[0]);
        }
    }

    @Test
    void longTextsAreTokenised() throws Exception {
        try (var model = NativeModel.load(TestLibrary.open(), TestModels.smolLm(), LoadSettings.VOCABULARY)) {
            String text = "The train leaves at nine. ".repeat(20_000);
            assertEquals(text, text(model, model.tokenize(text, false, false)));
        }
    }

    @Test
    void aKnownTemplateIsApplied() throws Exception {
        try (var model = NativeModel.load(TestLibrary.open(), TestModels.smolLm(), LoadSettings.VOCABULARY)) {
            String chatMl = "{% for message in messages %}{{'<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n'}}{% endfor %}";
            String content = "Grüße 🦙 " + "x".repeat(20_000);
            assertEquals("<|im_start|>user\n" + content + "<|im_end|>\n<|im_start|>assistant\n", model.applyTemplate(chatMl, List.of("user"), List.of(content), true));
            assertNull(model.applyTemplate("a form nobody knows", List.of("user"), List.of("Hi"), true));
        }
    }

    @Test
    void progressComesAndStopsALoad() throws Exception {
        var told = new ArrayList<Double>();
        var settings = QUICK.withProgress(share -> {
            told.add(share);
            return share < 0.5;
        });
        var stop = assertThrows(LoadException.class, () -> NativeModel.load(TestLibrary.open(), TestModels.smolLm(), settings));
        assertTrue(stop.stopped());
        assertTrue(told.getFirst() < 0.1 && told.getLast() >= 0.5 && told.getLast() < 0.6, told.toString());
    }

    @Test
    void anExceptionOfTheProgressStopsTheLoadAndComesOut() throws Exception {
        var settings = QUICK.withProgress(_ -> {
            throw new IllegalArgumentException("of mine");
        });
        assertEquals("of mine", assertThrows(IllegalArgumentException.class, () -> NativeModel.load(TestLibrary.open(), TestModels.stories(), settings)).getMessage());
    }

    @Test
    void aFileThatIsNoModelIsRefusedWithTheReason() throws Exception {
        Path file = Files.writeString(folder.resolve("text.gguf"), "no model at all");
        var refusal = assertThrows(LoadException.class, () -> NativeModel.load(TestLibrary.open(), file, QUICK));
        assertFalse(refusal.stopped());
        assertTrue(refusal.getMessage().contains("failed to load model from"), refusal.getMessage());
    }

    @Test
    void aListenerThatFailsHarmsNothing() throws Exception {
        var heard = new ArrayList<String>();
        try (var failing = TestLibrary.open().log().listen(line -> {
                    heard.add(line);
                    if (heard.size() == 1) throw new IllegalStateException("of the listener");
                });
                var model = NativeModel.load(TestLibrary.open(), TestModels.stories(), QUICK)) {
            assertEquals(512, model.vocabularySize());
        }
        assertTrue(heard.stream().anyMatch(line -> line.contains("general.architecture")), heard.toString());
    }

    @Test
    void tokenisesWhileAnotherThreadComputes() throws Exception {
        try (var model = NativeModel.load(TestLibrary.open(), TestModels.stories(), QUICK);
                var context = NativeContext.open(model, ContextSettings.toWrite(512, 1, 1));
                var batch = new TokenBatch(256)) {
            for (int i = 0; i < 256; i++) batch.add(1 + i, i, 0, i == 255);
            int[] expected = model.tokenize("Once upon a time", true, false);
            var computing = CompletableFuture.supplyAsync(() -> context.decode(batch));
            int rounds = 0;
            while (!computing.isDone() || rounds < 100) {
                assertArrayEquals(expected, model.tokenize("Once upon a time", true, false));
                rounds++;
            }
            assertEquals(DecodeResult.DONE, computing.get());
        }
    }

    @Test
    void anyPathWorks() throws Exception {
        Path file = Files.copy(TestModels.stories(), folder.resolve("Märchen 🦙 故事.gguf"));
        try (var model = NativeModel.load(TestLibrary.open(), file, QUICK)) {
            assertEquals(512, model.vocabularySize());
        }
    }

    @Test
    void aFileThatIsNoAdapterIsRefused() throws Exception {
        try (var model = NativeModel.load(TestLibrary.open(), TestModels.stories(), QUICK)) {
            var refusal = assertThrows(LoadException.class, () -> model.loadAdapter(TestModels.stories()));
            assertTrue(refusal.getMessage().contains("adapter"), refusal.getMessage());
        }
    }

    @Test
    void aClosedModelRefusesInsteadOfCrashing() throws Exception {
        var model = NativeModel.load(TestLibrary.open(), TestModels.stories(), QUICK);
        model.close();
        model.close();
        assertThrows(IllegalStateException.class, () -> model.tokenize("Once", true, false));
    }

    static String text(NativeModel model, int... tokens) {
        var bytes = new ByteArrayOutputStream();
        for (int token : tokens) bytes.writeBytes(model.piece(token));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
