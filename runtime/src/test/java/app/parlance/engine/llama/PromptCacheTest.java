package app.parlance.engine.llama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.engine.Answers;
import app.parlance.engine.Capability;
import app.parlance.engine.GenerateRequest;
import app.parlance.engine.GgufFixture;
import app.parlance.engine.OpenModel;
import app.parlance.engine.OpenRequest;
import app.parlance.engine.Prompt;
import app.parlance.engine.PromptCache;
import app.parlance.engine.Sampling;
import app.parlance.engine.TestModels;
import app.parlance.engine.Usage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A conversation's state on disk, over a restart of what computed it. */
@Timeout(60)
@ParameterizedClass
@MethodSource("engines")
class PromptCacheTest {
    private static final String STORY = "Once upon a time there was a little girl named Lily. She loved to play outside in the park. ";
    private static final Prompt PROMPT = new Prompt.Text(STORY.repeat(5));

    private final TestEngines.Kind kind;
    private PromptCache cache;

    @TempDir
    private Path folder;

    PromptCacheTest(TestEngines.Kind kind) {
        this.kind = kind;
    }

    static List<TestEngines.Kind> engines() {
        return TestEngines.able(Capability.PROMPT_CACHE);
    }

    @BeforeEach
    void choosePlace() {
        cache = new PromptCache(folder.resolve("conversation.state"), key(1));
    }

    @Test
    void anAnswerAfterARestartReadsHardlyAnything() throws Exception {
        Answers first = answer(TestModels.stories(), PROMPT, cache);
        assertEquals(0, first.usage().reusedTokens());
        assertTrue(Files.size(cache.file()) > 1000);
        Usage again = answer(TestModels.stories(), PROMPT, cache).usage();
        assertTrue(again.reusedTokens() >= 0.9 * again.promptTokens(), again.toString());
        Prompt next = new Prompt.Text(STORY.repeat(5) + first.text() + " The end. And then");
        Answers second = answer(TestModels.stories(), next, cache);
        assertTrue(second.usage().reusedTokens() >= 0.9 * first.usage().promptTokens(), second.usage().toString());
        assertEquals(answer(TestModels.stories(), next, new PromptCache(folder.resolve("other.state"), key(2))).text(), second.text());
    }

    @Test
    void aFileOfAnotherKeyOrModelIsPassedOver() throws Exception {
        answer(TestModels.stories(), PROMPT, cache);
        assertEquals(0, answer(TestModels.stories(), PROMPT, new PromptCache(cache.file(), key(9))).usage().reusedTokens());
        Path otherModel = GgufFixture.llama().contextLength(1024).writeTo(folder.resolve("tiny.gguf"));
        assertEquals(0, answer(otherModel, PROMPT, new PromptCache(cache.file(), key(9))).usage().reusedTokens());
    }

    @Test
    void whatSomebodyWroteIsNotReadableInIt() throws Exception {
        answer(TestModels.stories(), PROMPT, cache);
        byte[] bytes = Files.readAllBytes(cache.file());
        assertFalse(new String(bytes, StandardCharsets.ISO_8859_1).contains("Lily"));
        answer(TestModels.stories(), PROMPT, new PromptCache(folder.resolve("second.state"), key(1)));
        assertFalse(Arrays.equals(bytes, Files.readAllBytes(folder.resolve("second.state"))), "no two files of one key are alike");
    }

    @Test
    void aDamagedOrCutFileIsPassedOver() throws Exception {
        answer(TestModels.stories(), PROMPT, cache);
        byte[] sound = Files.readAllBytes(cache.file());
        var random = new SplittableRandom(4);
        try (OpenModel model = open(TestModels.stories())) {
            for (int i = 0; i < 12; i++) {
                byte[] damaged = sound.clone();
                if (i % 2 == 0) damaged = Arrays.copyOf(damaged, random.nextInt(sound.length));
                else damaged[random.nextInt(damaged.length)] ^= 0x10;
                Path file = Files.write(folder.resolve("damaged" + i + ".state"), damaged);
                // A prompt of its own keeps the model's memory from answering for the file.
                Prompt prompt = new Prompt.Text(i + " " + STORY.repeat(5));
                Answers answer = Answers.of(model, GenerateRequest.of(prompt, Sampling.GREEDY, 3).withCache(new PromptCache(file, key(1))));
                assertTrue(answer.usage().reusedTokens() < 20, i + ": " + answer.usage());
            }
            assertTrue(model.isAlive());
        }
    }

    @Test
    void aDamagedFileOfTheSamePromptIsReadAnewAndReplaced() throws Exception {
        Answers first = answer(TestModels.stories(), PROMPT, cache);
        byte[] bytes = Files.readAllBytes(cache.file());
        bytes[bytes.length / 2] ^= 1;
        Files.write(cache.file(), bytes);
        Answers second = answer(TestModels.stories(), PROMPT, cache);
        assertEquals(0, second.usage().reusedTokens());
        assertEquals(first.text(), second.text());
        assertTrue(answer(TestModels.stories(), PROMPT, cache).usage().reusedTokens() > 0, "it was written anew");
    }

    @Test
    void withoutAPlaceNothingIsWritten() throws Exception {
        try (OpenModel model = open(TestModels.stories())) {
            Answers.of(model, GenerateRequest.of(PROMPT, Sampling.GREEDY, 3));
        }
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    private Answers answer(Path file, Prompt prompt, PromptCache place) throws Exception {
        try (OpenModel model = open(file)) {
            return Answers.of(model, GenerateRequest.of(prompt, Sampling.GREEDY, 8).withCache(place));
        }
    }

    private OpenModel open(Path file) throws Exception {
        return kind.engine().open(OpenRequest.toGenerate(file, 512));
    }

    private static byte[] key(int number) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) number);
        return key;
    }
}
