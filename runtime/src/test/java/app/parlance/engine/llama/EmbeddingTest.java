package app.parlance.engine.llama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.engine.EngineException;
import app.parlance.engine.GenerateRequest;
import app.parlance.engine.GgufFixture;
import app.parlance.engine.OpenModel;
import app.parlance.engine.OpenRequest;
import app.parlance.engine.Prompt;
import app.parlance.engine.Sampling;
import app.parlance.engine.TestModels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("app.parlance.engine.llama.TestEngines#all")
class EmbeddingTest {
    private final LlamaEngine engine;

    EmbeddingTest(TestEngines.Kind kind) {
        engine = kind.engine();
    }

    @Test
    void whatMeansTheSameLiesClose() throws Exception {
        try (OpenModel model = engine.open(OpenRequest.toEmbed(TestModels.miniLm()))) {
            List<float[]> vectors = model.embed(List.of("A cat sleeps on the sofa.", "A kitten is napping on the couch.", "The central bank raised interest rates.", "", "very long ".repeat(2000)));
            assertEquals(5, vectors.size());
            for (float[] vector : vectors) {
                assertEquals(384, vector.length);
                assertEquals(1, similarity(vector, vector), 1e-4);
            }
            double close = similarity(vectors.get(0), vectors.get(1));
            double far = similarity(vectors.get(0), vectors.get(2));
            assertTrue(close > 0.5 && far < 0.3, close + " and " + far);
            var request = GenerateRequest.of(new Prompt.Text("x"), Sampling.GREEDY, 1);
            assertEquals(EngineException.Kind.NOT_POSSIBLE, assertThrows(EngineException.class, () -> model.generate(request)).kind());
        }
    }

    @Test
    void manyTogetherAreAsEachAlone() throws Exception {
        try (OpenModel model = engine.open(OpenRequest.toEmbed(TestModels.miniLm()))) {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < 9; i++) texts.add("Passage " + i + " tells of the sea. " + "It is wide and deep. ".repeat(i * i));
            List<float[]> together = model.embed(texts);
            for (int i = 0; i < texts.size(); i++) {
                double same = similarity(together.get(i), model.embed(List.of(texts.get(i))).getFirst());
                assertTrue(same > 0.999, "text " + i + ": " + same);
            }
            assertTrue(similarity(together.get(0), together.get(8)) < 0.999);
            assertEquals(List.of(), model.embed(List.of()));
        }
    }

    @Test
    void aTextBeyondTheContextIsCut() throws Exception {
        try (OpenModel model = engine.open(OpenRequest.toEmbed(TestModels.miniLm()))) {
            String beginning = "The sea is wide and deep. ".repeat(120);
            List<float[]> vectors = model.embed(List.of(beginning + "Taxes rose.", beginning + "Cats sleep."));
            assertEquals(1, similarity(vectors.get(0), vectors.get(1)), 1e-3);
        }
    }

    @Test
    void eachModelDoesItsOwnKindOfWork(@TempDir Path folder) {
        Path writer = GgufFixture.llama().writeTo(folder.resolve("tiny.gguf"));
        assertEquals(EngineException.Kind.NOT_POSSIBLE, assertThrows(EngineException.class, () -> engine.open(OpenRequest.toEmbed(writer))).kind());
        Path encoder = TestModels.miniLm();
        assertEquals(EngineException.Kind.NOT_POSSIBLE, assertThrows(EngineException.class, () -> engine.open(OpenRequest.toGenerate(encoder, 0))).kind());
    }

    private static double similarity(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) sum += one[i] * other[i];
        return sum;
    }
}
