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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingTest {
    private final LlamaEngine engine = LlamaEngine.onBoard();

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
