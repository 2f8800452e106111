package app.parlance.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.engine.GgufFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that people give to models. */
class ModelNamesTest {
    @TempDir Path temp;
    private ModelStore store;

    @BeforeEach void fill() throws Exception {
        store = new ModelStore(temp.resolve("store"), List.of());
        store.importFile(GgufFixture.llama().writeTo(temp.resolve("tiny-one.gguf")), true, ByteProgress.NONE);
        store.importFile(GgufFixture.llama().seed(2).writeTo(temp.resolve("elsewhere.gguf")), false, ByteProgress.NONE);
    }

    @Test void aModelIsFoundByAllTheNamesItHad() throws Exception {
        var file = find("Tiny One F32").file();
        store.rename(find("Tiny One F32"), "Ann");
        store.rename(find("ann"), "Bea");
        for (var name : List.of("Bea", "Ann", "tiny one f32", "tiny-one.gguf")) {
            assertEquals(file, find(name).file());
            assertEquals("Bea", find(name).name());
        }
        assertEquals("Bea", store.nameNow("Ann"));
        assertEquals("Bea", new ModelStore(store.folder(), List.of()).find("Ann").orElseThrow().name(), "after a restart");
    }

    @Test void aNewModelDoesNotTakeOverAnOldName() throws Exception {
        var file = find("Tiny One F32").file();
        store.rename(find("Tiny One F32"), "Ann");
        store.importFile(GgufFixture.llama().seed(3).writeTo(temp.resolve("tiny_one.gguf")), true, ByteProgress.NONE);
        assertEquals(file, find("Tiny One F32").file());
        assertTrue(store.list().stream().anyMatch(model -> model.name().equals("Tiny One F32 (2)")), store.list().toString());
    }

    @Test void aTakenNameIsRefused() {
        assertTrue(assertThrows(ModelException.class, () -> store.rename(find("Elsewhere F32"), "tiny one f32")).getMessage().contains("already"));
        assertThrows(ModelException.class, () -> store.rename(find("Elsewhere F32"), "two\nlines"));
        assertEquals(2, store.list().size());
    }

    @Test void namesMoveWithTheStoreAndGoWithTheModel() throws Exception {
        store.rename(find("Tiny One F32"), "Ann");
        store.rename(find("Elsewhere F32"), "Bea");
        store.moveTo(temp.resolve("drive"), ByteProgress.NONE);
        assertEquals(List.of("Ann", "Bea"), store.list().stream().map(StoredModel::name).toList());
        store.remove(find("Ann"));
        store.importFile(temp.resolve("tiny-one.gguf"), true, ByteProgress.NONE);
        assertEquals(List.of("Bea", "Tiny One F32"), store.list().stream().map(StoredModel::name).toList());
    }

    @Test void aDamagedListOfNamesIsSaidAndReplaced() throws Exception {
        Files.writeString(store.folder().resolve(GivenNames.FILE_NAME), "{");
        assertEquals(1, store.rejected().size());
        store.rename(find("Tiny One F32"), "Ann");
        assertEquals(0, store.rejected().size());
        assertEquals("Ann", find("Tiny One F32").name());
    }

    private StoredModel find(String name) throws ModelException {
        return store.find(name).orElseThrow();
    }
}
