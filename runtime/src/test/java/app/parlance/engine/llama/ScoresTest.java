package app.parlance.engine.llama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.engine.Answers;
import app.parlance.engine.Capability;
import app.parlance.engine.ChatMessage;
import app.parlance.engine.EngineException;
import app.parlance.engine.GenerateRequest;
import app.parlance.engine.OpenModel;
import app.parlance.engine.OpenRequest;
import app.parlance.engine.Prompt;
import app.parlance.engine.Sampling;
import app.parlance.engine.Score;
import app.parlance.engine.TestModels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** How likely texts are, on a model that knows something. */
@Timeout(120)
@ParameterizedClass
@MethodSource("engines")
class ScoresTest {
    private static OpenModel model;

    @Parameter
    private TestEngines.Kind kind;

    static List<TestEngines.Kind> engines() {
        return TestEngines.able(Capability.SCORES);
    }

    @BeforeParameterizedClassInvocation
    static void open(TestEngines.Kind kind) throws Exception {
        model = kind.engine().open(OpenRequest.toGenerate(TestModels.qwenHalfBillion(), 1024).withSequences(4));
    }

    @AfterParameterizedClassInvocation
    static void close() {
        if (model != null) model.close();
        model = null;
    }

    @Test
    void theRightAnswerWins() throws Exception {
        assertTrue(model.capabilities().contains(Capability.SCORES) && model.engine().equals(kind.engine().name()));
        assertEquals("Paris", best("What is the capital of France? Answer with one word.", "London", "Paris", "Berlin", "Rome"));
        assertEquals("Tuesday", best("Which day comes after Monday? Answer with one word.", "Friday", "Sunday", "Tuesday", "March"));
        assertEquals("four", best("How much is two plus two? Answer with one word.", "three", "seven", "four", "ten"));
    }

    private static String best(String question, String... options) throws Exception {
        List<Score> scores = model.score(chat(question), List.of(options));
        return options[IntStream.range(0, options.length).boxed().max(Comparator.comparingDouble(i -> scores.get(i).logProbability() / scores.get(i).tokens())).orElseThrow()];
    }

    @Test
    void togetherIsAsOneByOne() throws Exception {
        try (OpenModel plain = kind.engine().open(OpenRequest.toGenerate(TestModels.stories(), 256).withSequences(4))) {
            Prompt prompt = new Prompt.Text("Once upon a time there was a little girl named Lily. She loved to play");
            List<String> texts = List.of(" outside", " with her toys and her friends", " alone in the dark", " nothing that I could say anything about", " x");
            List<Score> together = plain.score(prompt, texts);
            for (int i = 0; i < texts.size(); i++) {
                Score alone = plain.score(prompt, List.of(texts.get(i))).getFirst();
                assertEquals(alone.tokens(), together.get(i).tokens());
                assertEquals(alone.logProbability(), together.get(i).logProbability(), 1e-3, texts.get(i));
                assertTrue(alone.logProbability() < 0);
            }
        }
    }

    /** Quantized weights are multiplied in another way when several tokens are read at once. */
    @Test
    void quantizedTogetherIsNearlyAsOneByOne() throws Exception {
        Prompt prompt = new Prompt.Text("The weather in the mountains today is");
        List<String> texts = List.of(" cold", " bad", " so warm");
        List<Score> together = model.score(prompt, texts);
        for (int i = 0; i < texts.size(); i++) {
            assertEquals(model.score(prompt, List.of(texts.get(i))).getFirst().logProbability(), together.get(i).logProbability(), 0.3, texts.get(i));
        }
    }

    @Test
    void probabilitiesAddUpToOneAtMost() throws Exception {
        List<String> texts = new ArrayList<>();
        for (char c = ' '; c < 127; c++) texts.add(String.valueOf(c));
        List<Score> scores = model.score(new Prompt.Text("def add(a, b):\n    return a"), texts);
        double sum = scores.stream().filter(score -> score.tokens() == 1).mapToDouble(score -> Math.exp(score.logProbability())).sum();
        assertTrue(sum > 1e-4 && sum <= 1 + 1e-6, "sum " + sum);
    }

    /** The probability of a text is that of its beginning times that of its rest after it. */
    @Test
    void probabilitiesMultiply() throws Exception {
        double whole = model.score(new Prompt.Text("Once upon a time"), List.of(" there was")).getFirst().logProbability();
        double beginning = model.score(new Prompt.Text("Once upon a time"), List.of(" there")).getFirst().logProbability();
        double rest = model.score(new Prompt.Text("Once upon a time there"), List.of(" was")).getFirst().logProbability();
        assertEquals(whole, beginning + rest, 0.02);
    }

    @Test
    void whatCannotBeScoredIsRefusedAndTheModelGoesOn() throws Exception {
        assertEquals(EngineException.Kind.NOT_POSSIBLE, assertThrows(EngineException.class, () -> model.score(chat("Hi"), List.of("a", ""))).kind());
        assertEquals(EngineException.Kind.PROMPT_TOO_LONG, assertThrows(EngineException.class, () -> model.score(chat("word ".repeat(1200)), List.of("a"))).kind());
        assertEquals(EngineException.Kind.PROMPT_TOO_LONG, assertThrows(EngineException.class, () -> model.score(chat("Hi"), List.of("word ".repeat(1200)))).kind());
        assertEquals(List.of(), model.score(chat("Hi"), List.of()));
        assertEquals(1, model.score(chat("Hi"), List.of("Hello")).size());
        assertTrue(Answers.of(model, GenerateRequest.of(chat("Hi"), Sampling.GREEDY, 3)).usage().completionTokens() > 0);
    }

    private static Prompt chat(String question) {
        return Prompt.Chat.of(ChatMessage.user(question));
    }
}
