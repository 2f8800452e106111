package app.parlance.engine.llama.binding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.engine.Sampling;
import app.parlance.engine.TestModels;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NativeContextTest {
    private static final String PROMPT = "<|im_start|>user\nWhat is the capital of France?<|im_end|>\n<|im_start|>assistant\n";
    /** Two would wait for each other in a spin when the machine is busy with something else. */
    private static final int THREADS = 1;
    private static final Duration LONGEST_STOP = Duration.ofMillis(300);

    private static NativeModel model;

    @BeforeAll
    static void load() throws Exception {
        model = NativeModel.load(TestLibrary.open(), TestModels.smolLm(), LoadSettings.DEFAULT);
    }

    @AfterAll
    static void close() {
        if (model != null) model.close();
    }

    @Test
    void writesAnAnswer() throws Exception {
        try (var context = NativeContext.open(model, ContextSettings.toWrite(512, 1, THREADS)); var batch = new TokenBatch(256)) {
            read(context, batch, 0, 0, prompt());
            String answer = NativeModelTest.text(model, write(context, batch, 0, prompt().length, 12));
            assertTrue(answer.contains("Paris"), answer);
        }
    }

    @Test
    void sequencesShareAPrefixAndForgetTheirEnds() throws Exception {
        try (var context = NativeContext.open(model, ContextSettings.toWrite(512, 3, THREADS)); var batch = new TokenBatch(256)) {
            int length = prompt().length;
            float[] logits = read(context, batch, 0, 0, prompt());
            context.copy(0, 2, 0, -1);
            assertEquals(0, context.firstPosition(2));
            assertEquals(length - 1, context.lastPosition(2));
            assertEquals(-1, context.lastPosition(1));

            int[] written = write(context, batch, 0, length, 6, logits);
            assertArrayEquals(written, write(context, batch, 2, length, 6, logits), "the copy goes on as the original does");
            assertTrue(context.remove(0, length, -1));
            assertEquals(length - 1, context.lastPosition(0));
            assertArrayEquals(written, write(context, batch, 0, length, 6, logits), "what was forgotten leaves no trace");

            context.clear();
            assertEquals(-1, context.lastPosition(0));
            assertThrows(IndexOutOfBoundsException.class, () -> context.remove(3, 0, -1));
        }
    }

    @Test
    void aSavedStateGoesOnTheSame() throws Exception {
        int length = prompt().length;
        try (var arena = Arena.ofConfined(); var batch = new TokenBatch(256)) {
            MemorySegment state;
            float[] logits;
            int[] written;
            try (var first = NativeContext.open(model, ContextSettings.toWrite(512, 2, THREADS))) {
                logits = read(first, batch, 1, 0, prompt());
                state = arena.allocate(first.stateBytes(1));
                assertEquals(state.byteSize(), first.saveState(state, 1));
                written = write(first, batch, 1, length, 8, logits);
            }
            try (var second = NativeContext.open(model, ContextSettings.toWrite(512, 2, THREADS))) {
                assertTrue(second.restoreState(state, 0));
                assertEquals(length - 1, second.lastPosition(0));
                assertArrayEquals(written, write(second, batch, 0, length, 8, logits));
            }
        }
    }

    @Test
    void stopsInsideAPrompt() throws Exception {
        int[] tokens = new int[2048];
        Arrays.setAll(tokens, i -> 1000 + i % 20_000);
        var settings = ContextSettings.toWrite(2048, 1, THREADS).withBatch(2048, 512);
        try (var context = NativeContext.open(model, settings); var batch = new TokenBatch(2048)) {
            for (int i = 0; i < tokens.length; i++) batch.add(tokens[i], i, 0, i == tokens.length - 1);
            var begun = new CountDownLatch(1);
            var result = CompletableFuture.supplyAsync(() -> {
                begun.countDown();
                return context.decode(batch);
            });
            begun.await();
            assertThrows(TimeoutException.class, () -> result.get(400, TimeUnit.MILLISECONDS), "the prompt takes seconds");
            long stop = System.nanoTime();
            context.abort(true);
            assertEquals(DecodeResult.ABORTED, result.get());
            var took = Duration.ofNanos(System.nanoTime() - stop);
            System.out.println("stopped inside a prompt after " + took.toMillis() + " ms");
            assertTrue(took.compareTo(LONGEST_STOP) < 0, "took " + took);

            context.abort(false);
            context.clear();
            read(context, batch, 0, 0, prompt());
            String answer = NativeModelTest.text(model, write(context, batch, 0, prompt().length, 12));
            assertTrue(answer.contains("Paris"), "the context goes on: " + answer);
        }
    }

    @Test
    void tellsWhenThereIsNoRoomAndWhatIsWrong() throws Exception {
        try (var context = NativeContext.open(model, ContextSettings.toWrite(256, 1, THREADS).withBatch(512, 512)); var batch = new TokenBatch(300)) {
            for (int i = 0; i < 200; i++) batch.add(1000, i, 0, false);
            assertEquals(DecodeResult.DONE, context.decode(batch));
            batch.clear();
            for (int i = 0; i < 100; i++) batch.add(1000, 200 + i, 0, false);
            assertEquals(DecodeResult.NO_ROOM, context.decode(batch));
            assertEquals(199, context.lastPosition(0));
            for (int i = 100; i < 300; i++) batch.add(1000, 200 + i, 0, false);
            assertThrows(IllegalArgumentException.class, () -> context.decode(batch), "more than cells");
            assertThrows(IndexOutOfBoundsException.class, () -> batch.add(1000, 500, 0, false));
            batch.clear();
            batch.add(model.vocabularySize(), 0, 0, true);
            assertEquals(DecodeResult.FAILED, context.decode(batch));
            batch.clear();
            batch.add(1000, 0, 0, false);
            batch.add(1000, 1, 0, true);
            assertEquals(1, batch.outputs());
            context.clear();
            assertEquals(DecodeResult.DONE, context.decode(batch));
            assertThrows(IllegalArgumentException.class, () -> context.logits(0));
            assertEquals(4L * model.vocabularySize(), context.logits(1).byteSize());
        }
    }

    @Test
    void threadsChangeLive() throws Exception {
        try (var context = NativeContext.open(model, ContextSettings.toWrite(512, 1, THREADS)); var batch = new TokenBatch(256)) {
            float[] withOne = read(context, batch, 0, 0, prompt());
            context.setThreads(2, 2);
            context.clear();
            assertArrayEquals(withOne, read(context, batch, 0, 0, prompt()), 1e-3f);
        }
    }

    @Test
    void embedsTextsTogether() throws Exception {
        try (var encoder = NativeModel.load(TestLibrary.open(), TestModels.miniLm(), LoadSettings.DEFAULT);
                var context = NativeContext.open(encoder, ContextSettings.toEmbed(512, 3, THREADS));
                var batch = new TokenBatch(512)) {
            String[] texts = {"The train leaves at nine.", "The departure of the train is at 9 o'clock.", "Bananas are yellow."};
            for (int i = 0; i < texts.length; i++) {
                int[] tokens = encoder.tokenize(texts[i], true, false);
                for (int k = 0; k < tokens.length; k++) batch.add(tokens[k], k, i, true);
            }
            assertEquals(DecodeResult.DONE, context.encode(batch));
            float[] first = context.embedding(0);
            assertEquals(384, first.length);
            assertTrue(cosine(first, context.embedding(1)) > 0.7, "near");
            assertTrue(cosine(first, context.embedding(2)) < 0.3, "far");
        }
    }

    @Test
    void aModelWithoutWeightsOpensNoContext() throws Exception {
        try (var vocabulary = NativeModel.load(TestLibrary.open(), TestModels.stories(), LoadSettings.VOCABULARY)) {
            assertThrows(LoadException.class, () -> NativeContext.open(vocabulary, ContextSettings.toWrite(256, 1, 1)));
        }
    }

    @Test
    void aClosedContextRefusesInsteadOfCrashing() throws Exception {
        var context = NativeContext.open(model, ContextSettings.toWrite(256, 1, 1));
        context.close();
        assertThrows(IllegalStateException.class, () -> context.lastPosition(0));
        assertFalse(model.tokenize("still there", false, false).length == 0);
    }

    private static int[] prompt() {
        return model.tokenize(PROMPT, true, true);
    }

    /** Returns the logits after the last token. */
    private static float[] read(NativeContext context, TokenBatch batch, int sequence, int from, int... tokens) {
        batch.clear();
        int last = 0;
        for (int i = 0; i < tokens.length; i++) last = batch.add(tokens[i], from + i, sequence, i == tokens.length - 1);
        assertEquals(DecodeResult.DONE, context.decode(batch));
        return context.logits(last).toArray(ValueLayout.JAVA_FLOAT);
    }

    /** Goes on greedily after a decode whose last token wanted output. */
    private static int[] write(NativeContext context, TokenBatch batch, int sequence, int position, int count) {
        int[] tokens = new int[count];
        try (var chain = SamplerChain.of(model, Sampling.GREEDY)) {
            for (int i = 0; i < count; i++) {
                tokens[i] = chain.sample(context, batch.size() - 1);
                read(context, batch, sequence, position + i, tokens[i]);
            }
        }
        return tokens;
    }

    /** The same where the logits to begin with were kept. */
    private static int[] write(NativeContext context, TokenBatch batch, int sequence, int position, int count, float[] logits) {
        int[] tokens = new int[count];
        float[] current = logits;
        for (int i = 0; i < count; i++) {
            tokens[i] = likeliest(current);
            current = read(context, batch, sequence, position + i, tokens[i]);
        }
        return tokens;
    }

    private static int likeliest(float[] logits) {
        int best = 0;
        for (int i = 1; i < logits.length; i++) if (logits[i] > logits[best]) best = i;
        return best;
    }

    private static double cosine(float[] a, float[] b) {
        double dot = 0;
        double lengthA = 0;
        double lengthB = 0;
        for (int i = 0; i < a.length; i++) {
            dot += a[i] * b[i];
            lengthA += a[i] * a[i];
            lengthB += b[i] * b[i];
        }
        return dot / Math.sqrt(lengthA * lengthB);
    }
}
