package app.parlance.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.parlance.engine.GgufFixture;
import app.parlance.engine.TestModels;
import app.parlance.model.StoredModel.Origin;
import app.parlance.platform.Folders;
import app.parlance.settings.Settings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {
    @TempDir Path temp;
    private Path elsewhere;
    private ModelStore store;

    @BeforeEach void open() throws IOException {
        elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
        store = new ModelStore(temp.resolve("store"), List.of());
    }

    @Test void anEmptyStoreMakesNothing() throws Exception {
        assertEquals(List.of(), store.list());
        assertEquals(Optional.empty(), store.find("anything"));
        assertFalse(Files.exists(temp.resolve("store")));
    }

    @Test void aCopyIsWholeAndCountsItsBytes() throws Exception {
        var file = model("tiny-llama-0.5b-chat-f32.gguf", 1);
        var told = new ArrayList<Long>();
        var imported = store.importFile(file, true, (done, total) -> told.add(done));
        assertEquals("Tiny Llama 0.5B Chat F32", imported.name());
        assertEquals(Origin.STORE, imported.origin());
        assertEquals(-1, Files.mismatch(file, imported.file()));
        assertEquals(Files.size(file), told.getLast());
        assertEquals(List.of(imported), store.list());
        assertEquals(List.of(), partials());
    }

    @Test void theSameFileIsNotTakenTwiceAndAnotherOfThatNameGetsANumber() throws Exception {
        var file = model("a.gguf", 1);
        var first = store.importFile(file, true, ByteProgress.NONE);
        assertEquals(first, store.importFile(file, true, ByteProgress.NONE));
        var other = store.importFile(Files.move(model("b.gguf", 2), file, StandardCopyOption.REPLACE_EXISTING), true, ByteProgress.NONE);
        assertEquals("a-2.gguf", other.file().getFileName().toString());
        assertEquals(2, store.list().size());
    }

    @Test void aReferenceStaysWhereItIsAndIsMissedWhenItGoes() throws Exception {
        var file = model("referenced.gguf", 1);
        var model = store.importFile(file, false, ByteProgress.NONE);
        assertEquals(Origin.REFERENCE, model.origin());
        assertEquals(file.toRealPath(), model.file());
        assertEquals(1, new ModelStore(store.folder(), List.of()).list().size(), "remembered");
        Files.delete(file);
        assertEquals(List.of(), store.list());
        assertTrue(store.rejected().getFirst().reason().contains("is not there any more"));
        store.forgetReference(file.toAbsolutePath());
        assertEquals(List.of(), store.rejected());
    }

    @Test void removingAReferenceKeepsTheFile() throws Exception {
        var file = model("referenced.gguf", 1);
        store.remove(store.importFile(file, false, ByteProgress.NONE));
        assertEquals(List.of(), store.list());
        assertTrue(Files.exists(file));
    }

    @Test void readyFoldersAreReadAndNeverWritten() throws Exception {
        model("ready.gguf", 1);
        Files.createDirectories(elsewhere.resolve("publisher/repository"));
        Files.move(model("deep.gguf", 2), elsewhere.resolve("publisher/repository/deep.gguf"));
        var reading = new ModelStore(temp.resolve("store"), List.of(elsewhere));
        assertEquals(List.of("Deep F32", "Ready F32"), reading.list().stream().map(StoredModel::name).toList());
        var refused = assertThrows(ModelException.class, () -> reading.remove(reading.list().getFirst()));
        assertTrue(refused.getMessage().contains("only reads"));
        var copied = reading.importFile(elsewhere.resolve("ready.gguf"), true, ByteProgress.NONE);
        assertEquals(Origin.STORE, copied.origin());
        assertEquals(2, reading.list().size(), "the same file in two places is one model");
    }

    @Test void anInterruptedLookDoesNotCountAModelAsUnsound() throws Exception {
        var reading = new ModelStore(temp.resolve("store"), List.of(elsewhere));
        model("ready.gguf", 1);
        Thread.currentThread().interrupt();
        assertEquals(1, reading.list().size());
        assertTrue(Thread.interrupted());
    }

    @Test void unsoundFilesAreListedWithTheirReason() throws Exception {
        Files.createDirectories(store.folder());
        Files.writeString(store.folder().resolve("letter.gguf"), "Dear reader, this is no model.");
        assertEquals(List.of(), store.list());
        assertTrue(store.rejected().getFirst().reason().contains("begins like a text"));
        assertThrows(ModelException.class, () -> store.find("letter.gguf"));
        assertThrows(ModelException.class, () -> store.importFile(store.folder().resolve("letter.gguf"), true, ByteProgress.NONE));
        model("repaired.gguf", 1);
        Files.copy(elsewhere.resolve("repaired.gguf"), store.folder().resolve("letter.gguf"), StandardCopyOption.REPLACE_EXISTING);
        assertEquals(1, store.list().size(), "read again when the file changed");
    }

    @Test void findsByWhatPeopleWrite() throws Exception {
        var one = store.importFile(model("tiny-llama-1b.gguf", 1), true, ByteProgress.NONE);
        var two = store.importFile(model("tiny-llama-3b.gguf", 2), true, ByteProgress.NONE);
        for (var written : List.of("Tiny Llama 1B F32", "tiny llama 1b f32", "tiny-llama-1b.gguf", "tiny-llama-1", "TINY_LLAMA_1B", one.file().toString())) {
            assertEquals(Optional.of(one), store.find(written), written);
        }
        var ambiguous = assertThrows(ModelException.class, () -> store.find("tiny"));
        assertTrue(ambiguous.getMessage().contains(one.name()) && ambiguous.getMessage().contains(two.name()), ambiguous.getMessage());
        assertEquals(Optional.empty(), store.find("phi"));
        assertEquals(Optional.empty(), store.find(""));
        assertEquals("Outside F32", store.find(model("outside.gguf", 3).toString()).orElseThrow().name());
        assertEquals(Optional.empty(), store.find("/no/such/file.gguf"));
    }

    @Test void aCatalogueModelHasTheCataloguesNameAndId() throws Exception {
        var file = TestModels.smolLm();
        store.importFile(file, false, ByteProgress.NONE);
        var found = store.find("smollm2-135m").orElseThrow();
        assertEquals("SmolLM2 135M Instruct Q4_1", found.name());
        assertEquals(Optional.of(found), store.find(Catalogue.bundled().starters().getFirst()));
    }

    @Test void anInterruptedCopyLeavesNothingBehind() throws Exception {
        var file = TestModels.smolLm();
        var thread = Thread.currentThread();
        assertThrows(InterruptedException.class, () -> store.importFile(file, true, (done, total) -> thread.interrupt()));
        assertFalse(Thread.interrupted());
        assertEquals(List.of(), store.list());
        assertEquals(List.of(), partials());
    }

    @Test void aStoreThatCannotBeWrittenSaysSo() throws Exception {
        var file = model("a.gguf", 1);
        var blocked = new ModelStore(Files.writeString(temp.resolve("file"), "").resolve("store"), List.of());
        var refused = assertThrows(ModelException.class, () -> blocked.importFile(file, true, ByteProgress.NONE));
        assertTrue(refused.full().contains(blocked.folder().toString()), refused.full());
        assertTrue(Files.exists(file));
    }

    @Test void aFullDriveIsSaidWithTheNumbers() {
        var refused = assertThrows(ModelException.class, () -> DiskSpace.require(temp, 2_400_000_000L, 300_000_000));
        assertTrue(refused.getMessage().startsWith("Only 300 MB are free on the drive of " + temp + ", and 2.4 GB are needed"), refused.getMessage());
        // The kernel's own refusal, where it has a device for it.
        var full = Path.of("/dev/full");
        if (Files.exists(full)) {
            var failure = assertThrows(IOException.class, () -> {
                try (var out = FileChannel.open(full, StandardOpenOption.WRITE)) {
                    out.write(ByteBuffer.wrap(new byte[] {1}));
                }
            });
            assertTrue(DiskSpace.problem("a.gguf was not copied", temp, failure).getMessage().endsWith("is full."), failure.getMessage());
        }
    }

    @Test void aMovedStoreIsFoundAtTheNextStart() throws Exception {
        var folders = Folders.of(Map.of("PARLANCE_HOME", temp.resolve("home").toString()));
        var moved = ModelStore.of(folders, Catalogue.bundled(), new Settings(folders.settings()));
        var reference = model("referenced.gguf", 2);
        moved.importFile(model("a.gguf", 1), true, ByteProgress.NONE);
        moved.importFile(reference, false, ByteProgress.NONE);
        var drive = temp.resolve("drive/models");
        moved.moveTo(drive, ByteProgress.NONE);
        assertEquals(drive, moved.folder());
        assertFalse(Files.exists(folders.models()), "nothing is left");
        var again = ModelStore.of(folders, Catalogue.bundled(), new Settings(folders.settings()));
        assertEquals(List.of("A F32", "Referenced F32"), again.list().stream().map(StoredModel::name).toList());

        Files.move(drive, temp.resolve("unplugged"));
        assertTrue(again.rejected().getFirst().reason().contains("Connect its drive"));
        assertThrows(ModelException.class, () -> again.importFile(reference, true, ByteProgress.NONE));
        assertFalse(Files.exists(drive), "not made anew in the empty place");
    }

    @Test void movesToAnotherDrive() throws Exception {
        var drive = Path.of("/dev/shm");
        assumeTrue(Files.isWritable(drive) && !Files.getFileStore(drive).equals(Files.getFileStore(temp)), "no second drive at /dev/shm");
        var file = model("a.gguf", 1);
        store.importFile(file, true, ByteProgress.NONE);
        var target = Files.createTempDirectory(drive, "parlance-test");
        try {
            var told = new ArrayList<Long>();
            store.moveTo(target.resolve("models"), (done, total) -> told.add(done));
            assertEquals(Files.size(file), told.getLast());
            assertEquals(-1, Files.mismatch(file, store.list().getFirst().file()));
            assertFalse(Files.exists(temp.resolve("store")));
            store.moveTo(temp.resolve("back"), ByteProgress.NONE);
            assertFalse(Files.exists(target.resolve("models")));
        } finally {
            Files.delete(target);
        }
    }

    @Test void aMoveThatFailsLeavesTheOldPlaceWhole() throws Exception {
        store.importFile(model("a.gguf", 1), true, ByteProgress.NONE);
        store.importFile(model("b.gguf", 2), true, ByteProgress.NONE);
        var old = store.folder();
        var target = Files.createDirectory(temp.resolve("target"));
        Files.writeString(target.resolve("b.gguf"), "somebody's");
        var refused = assertThrows(ModelException.class, () -> store.moveTo(target, ByteProgress.NONE));
        assertTrue(refused.getMessage().contains("already holds another file named b.gguf"), refused.getMessage());
        assertEquals(old, store.folder());
        assertEquals(2, store.list().size());
        assertEquals(List.of("b.gguf"), names(target));
        assertThrows(ModelException.class, () -> store.moveTo(old.resolve("within"), ByteProgress.NONE));
    }

    private Path model(String name, long seed) {
        return GgufFixture.llama().seed(seed).writeTo(elsewhere.resolve(name));
    }

    private List<String> partials() throws IOException {
        var folder = store.folder().resolve(".partial");
        return Files.exists(folder) ? names(folder) : List.of();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
