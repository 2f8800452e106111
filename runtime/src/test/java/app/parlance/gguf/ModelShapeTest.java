package app.parlance.gguf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.parlance.engine.GgufFixture;
import app.parlance.engine.TestModels;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelShapeTest {
    @TempDir
    private Path folder;

    private ModelShape shape(GgufFixture fixture) throws GgufException {
        return GgufReader.read(fixture.writeTo(folder.resolve("model.gguf"))).shape();
    }

    @Test
    void keysAndValuesOfAllHeadsThatKeepThem() throws GgufException {
        assertEquals(new ModelShape(2, 2 * 4 * (16 + 16), 64, 128, 384), shape(GgufFixture.llama()));
        assertEquals(2 * 2 * (16 + 16), shape(GgufFixture.of("qwen2")).cacheElementsPerToken(), "half as many heads keep them");
        assertEquals(6 * 2 * (16 + 16), shape(GgufFixture.of("gemma3")).cacheElementsPerToken(), "lengths of their own");
        assertEquals(2 * (16 + 16), shape(GgufFixture.of("lfm2")).cacheElementsPerToken(), "the first layer keeps none");
    }

    @Test
    void layersThatShareOrRecurKeepNone() throws GgufException {
        assertEquals(4 * (16 + 16), shape(GgufFixture.llama().withHyperparameter("attention.shared_kv_layers", 1)).cacheElementsPerToken());
        assertEquals(4 * (16 + 16), shape(GgufFixture.llama().withHyperparameter("full_attention_interval", 2)).cacheElementsPerToken());
        assertEquals(0, shape(GgufFixture.of("bert")).cacheElementsPerToken(), "it writes none");
    }

    @Test
    void ofARealModel() throws GgufException {
        assertEquals(new ModelShape(30, 30 * 3 * 128, 576, 1536, 49_152), GgufReader.read(TestModels.smolLm()).shape());
    }
}
