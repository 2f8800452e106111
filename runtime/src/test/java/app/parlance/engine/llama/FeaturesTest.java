package app.parlance.engine.llama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.engine.Adapter;
import app.parlance.engine.Answers;
import app.parlance.engine.Capability;
import app.parlance.engine.EngineException;
import app.parlance.engine.GenerateRequest;
import app.parlance.engine.Generation;
import app.parlance.engine.GenerationEvent;
import app.parlance.engine.GgufFixture;
import app.parlance.engine.OpenModel;
import app.parlance.engine.OpenRequest;
import app.parlance.engine.Prompt;
import app.parlance.engine.Sampling;
import app.parlance.engine.StopReason;
import app.parlance.engine.TestModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Live threads, adapters, and models that read everything before they write. */
@Timeout(60)
class FeaturesTest {
    private static final Prompt PROMPT = new Prompt.Text("hello the world");

    @TempDir
    private Path folder;

    static List<TestEngines.Kind> live() {
        return TestEngines.able(Capability.LIVE_THREADS);
    }

    static List<TestEngines.Kind> adapting() {
        return TestEngines.able(Capability.ADAPTERS);
    }

    static List<TestEngines.Kind> translating() {
        return TestEngines.able(Capability.ENCODER_DECODER);
    }

    @ParameterizedTest
    @MethodSource("live")
    void threadsChangeWhileItWrites(TestEngines.Kind kind) throws Exception {
        try (OpenModel model = kind.engine().open(OpenRequest.toGenerate(TestModels.stories(), 256))) {
            var request = GenerateRequest.of(new Prompt.Text("Once upon a time"), Sampling.GREEDY, 120);
            String whole = Answers.of(model, request).text();
            try (Generation generation = model.generate(request)) {
                StringBuilder text = new StringBuilder();
                int[] counts = {1, 2, 0, 4, 1};
                int changes = 0;
                GenerationEvent event = generation.next();
                for (; !(event instanceof GenerationEvent.Finished); event = generation.next()) {
                    if (!(event instanceof GenerationEvent.Text piece)) continue;
                    text.append(piece.text());
                    model.setThreads(counts[changes++ % counts.length]);
                }
                assertTrue(changes > 0);
                assertEquals(whole, text.toString());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("adapting")
    void anAdapterChangesWhatIsWrittenAsStronglyAsAsked(TestEngines.Kind kind) throws Exception {
        Path base = GgufFixture.llama().writeTo(folder.resolve("base.gguf"));
        Path adapter = GgufFixture.writeAdapter("llama", folder.resolve("adapter 😀.gguf"));
        String plain = answer(kind, base, List.of());
        assertEquals(plain, answer(kind, base, List.of(new Adapter(adapter, 0))));
        assertNotEquals(plain, answer(kind, base, List.of(new Adapter(adapter, 1))));
    }

    @ParameterizedTest
    @MethodSource("adapting")
    void anAdapterThatDoesNotFitIsRefused(TestEngines.Kind kind) throws Exception {
        Path base = GgufFixture.llama().writeTo(folder.resolve("base.gguf"));
        Path foreign = GgufFixture.writeAdapter("phi3", folder.resolve("foreign.gguf"));
        Path whole = Files.write(folder.resolve("whole.gguf"), Files.readAllBytes(base));
        byte[] bytes = Files.readAllBytes(GgufFixture.writeAdapter("llama", folder.resolve("sound.gguf")));
        Path cut = Files.write(folder.resolve("cut.gguf"), Arrays.copyOf(bytes, bytes.length / 2));
        Path noise = Files.writeString(folder.resolve("noise.gguf"), "no adapter, and longer than twenty-four bytes");
        for (Path bad : List.of(foreign, whole, cut, noise, folder.resolve("missing.gguf"))) {
            EngineException refusal = assertThrows(EngineException.class, () -> answer(kind, base, List.of(new Adapter(bad, 1))), bad::toString);
            assertEquals(EngineException.Kind.REFUSED, refusal.kind(), refusal.getMessage());
            assertTrue(refusal.getMessage().contains(bad.getFileName().toString()), refusal.getMessage());
        }
    }

    private static String answer(TestEngines.Kind kind, Path base, List<Adapter> adapters) throws Exception {
        try (OpenModel model = kind.engine().open(OpenRequest.toGenerate(base, 128).withAdapters(adapters))) {
            return Answers.of(model, GenerateRequest.of(PROMPT, Sampling.GREEDY, 12)).text();
        }
    }

    /** A tiny T5 with random weights: what it writes depends on all that it read, and on nothing else. */
    @ParameterizedTest
    @MethodSource("translating")
    void anEncoderDecoderWritesFromWhatItRead(TestEngines.Kind kind) throws Exception {
        Path file = GgufFixture.of("t5").writeTo(folder.resolve("t5.gguf"));
        try (OpenModel model = kind.engine().open(OpenRequest.toGenerate(file, 256))) {
            assertTrue(model.capabilities().contains(Capability.ENCODER_DECODER));
            List<String> sources = List.of("the house is green", "a cat and a dog", "hello world", "the house is blue");
            List<String> answers = new ArrayList<>();
            for (String source : sources) answers.add(Answers.of(model, translate(source)).text());
            for (int i = 0; i < sources.size(); i++) assertEquals(answers.get(i), Answers.of(model, translate(sources.get(i))).text(), sources.get(i));
            assertTrue(answers.stream().distinct().count() >= 3, answers.toString());
            assertEquals(model.countTokens(new Prompt.Text(sources.getFirst())), Answers.of(model, translate(sources.getFirst())).usage().promptTokens());
        }
    }

    @ParameterizedTest
    @MethodSource("translating")
    void anEncoderDecoderIsCancelledAndRefusesWhatIsTooLong(TestEngines.Kind kind) throws Exception {
        Path file = GgufFixture.of("t5").writeTo(folder.resolve("t5.gguf"));
        try (OpenModel model = kind.engine().open(OpenRequest.toGenerate(file, 256))) {
            try (Generation first = model.generate(GenerateRequest.of(PROMPT, Sampling.DEFAULT.withSeed(1), 0)); Generation second = model.generate(translate("a"))) {
                second.cancel();
                first.cancel();
                assertEquals(StopReason.CANCELLED, Answers.of(second).reason());
                StopReason end = Answers.of(first).reason();
                assertTrue(end != StopReason.CONTEXT_FULL, "cancelled, or already at its end: " + end);
            }
            var tooLong = translate("a b c ".repeat(400));
            assertEquals(EngineException.Kind.PROMPT_TOO_LONG, assertThrows(EngineException.class, () -> model.generate(tooLong)).kind());
            assertTrue(Answers.of(model, translate("hello")).usage().promptTokens() > 0);
        }
    }

    private static GenerateRequest translate(String source) {
        return GenerateRequest.of(new Prompt.Text(source), new Sampling(1, 0, 1, 0, 1, 5), 16);
    }
}
