package app.parlance.engine.llama.binding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.parlance.engine.TestModels;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeAdapterTest {
    /** The width of stories260K. */
    private static final int WIDTH = 64;

    @TempDir
    Path folder;

    @Test
    void anAdapterChangesWhatTheModelSays() throws Exception {
        Path file = adapter(folder.resolve("adapter 🦙.gguf"));
        try (var model = NativeModel.load(TestLibrary.open(), TestModels.stories(), LoadSettings.DEFAULT);
                var context = NativeContext.open(model, ContextSettings.toWrite(256, 1, 1));
                var batch = new TokenBatch(16)) {
            for (int token : model.tokenize("Once upon a time", true, false)) batch.add(token, batch.size(), 0, true);
            float[] plain = logits(context, batch);

            NativeAdapter adapter = model.loadAdapter(file);
            assertArrayEquals(plain, logits(context, batch), "it is loaded, not used");
            context.setAdapters(List.of(adapter), List.of(1f));
            assertFalse(Arrays.equals(plain, logits(context, batch)), "it is used");
            context.setAdapters(List.of(), List.of());
            assertArrayEquals(plain, logits(context, batch), "it is used no more");
        }
    }

    private static float[] logits(NativeContext context, TokenBatch batch) {
        context.clear();
        assertEquals(DecodeResult.DONE, context.decode(batch));
        return context.logits(batch.size() - 1).toArray(ValueLayout.JAVA_FLOAT);
    }

    /** A LoRA of rank 1 on the first layer's queries, in GGUF as llama.cpp's converter writes it. */
    private static Path adapter(Path file) throws Exception {
        int dataBytes = WIDTH * Float.BYTES;
        ByteBuffer out = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
        out.put("GGUF".getBytes(StandardCharsets.US_ASCII)).putInt(3).putLong(2).putLong(4);
        put(out, "general.type", "adapter");
        put(out, "general.architecture", "llama");
        put(out, "adapter.type", "lora");
        put(out, "adapter.lora.alpha").putInt(6).putFloat(1);
        put(out, "blk.0.attn_q.weight.lora_a").putInt(2).putLong(WIDTH).putLong(1).putInt(0).putLong(0);
        put(out, "blk.0.attn_q.weight.lora_b").putInt(2).putLong(1).putLong(WIDTH).putInt(0).putLong(dataBytes);
        out.position((out.position() + 31) / 32 * 32);
        for (int i = 0; i < 2 * WIDTH; i++) out.putFloat(0.1f * (i % 7 - 3));
        return Files.write(file, Arrays.copyOf(out.array(), out.position()));
    }

    private static void put(ByteBuffer out, String key, String value) {
        put(out, key).putInt(8);
        put(out, value);
    }

    private static ByteBuffer put(ByteBuffer out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return out.putLong(bytes.length).put(bytes);
    }
}
