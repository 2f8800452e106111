package app.parlance.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.parlance.connection.ConnectionLog;
import app.parlance.natives.NativesState.Missing;
import app.parlance.natives.NativesState.Origin;
import app.parlance.natives.NativesState.Ready;
import app.parlance.natives.NativesState.Refused;
import app.parlance.platform.Folders;
import app.parlance.platform.SafeFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real libraries, copied into folders of the test. */
class NativesTest {
    private static Ready real;

    @TempDir Path temp;
    private Folders folders;
    private Path application;
    private Path data;

    @BeforeAll static void haveNatives() {
        real = TestNatives.ready();
    }

    @BeforeEach void nameFolders() {
        folders = Folders.of(Map.of("PARLANCE_HOME", temp.resolve("home").toString()));
        application = temp.resolve("app");
        data = folders.data().resolve("natives").resolve(real.version()).resolve(real.platform().name());
    }

    private NativesState state(Map<String, String> environment) {
        return Natives.of(folders, environment, Optional.of(application), new ConnectionLog()).state();
    }

    private Path put(Path folder) throws Exception {
        Files.createDirectories(folder.getParent());
        new PinnedFolder(real.folder(), real.platform()).copyTo(folder);
        return folder;
    }

    @Test void theNamedFolderGoesBeforeTheApplicationAndThatBeforeWhatWasFetched() throws Exception {
        var missing = assertInstanceOf(Missing.class, state(Map.of()));
        assertFalse(missing.remedy().isEmpty());

        put(data);
        assertEquals(new Ready(data, Origin.FETCHED, real.platform(), real.version(), real.llamaCpp()), state(Map.of()));
        var packaged = put(application.resolve("lib/llama"));
        assertEquals(new Ready(packaged, Origin.APPLICATION, real.platform(), real.version(), real.llamaCpp()), state(Map.of()));
        assertTrue(Files.readString(packaged.resolve("LICENSE-llama.cpp")).contains("The ggml authors"));

        var named = new Ready(real.folder(), Origin.NAMED_FOLDER, real.platform(), real.version(), real.llamaCpp());
        assertEquals(named, state(Map.of(Natives.VARIABLE, real.folder().toString())));
        assertEquals(data, assertInstanceOf(Ready.class, state(Map.of(Natives.VARIABLE, data.getParent().toString()))).folder(), "the folder above, too");

        var elsewhere = assertInstanceOf(Missing.class, state(Map.of(Natives.VARIABLE, temp.toString())), "a wish is not answered with something else");
        assertTrue(elsewhere.reason().contains(temp.toString()), elsewhere.reason());
        for (var off : new String[] {"", "none"}) {
            assertTrue(assertInstanceOf(Missing.class, state(Map.of(Natives.VARIABLE, off))).reason().contains("switched off"));
        }
    }

    @Test void aChangedByteIsRefusedAndNamed() throws Exception {
        var file = put(data).resolve(real.platform().openingOrder().getLast());
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        var refused = assertInstanceOf(Refused.class, state(Map.of()));
        assertTrue(refused.reason().contains(file.toString()) && refused.reason().contains("SHA-256"), refused.reason());

        var packaged = put(application.resolve("lib/llama"));
        assertEquals(packaged, assertInstanceOf(Ready.class, state(Map.of())).folder(), "a spoilt copy does not stand in the way of a sound one");
        Files.delete(packaged.resolve("libggml-base.so"));
        assertTrue(assertInstanceOf(Refused.class, state(Map.of())).reason().contains("libggml-base.so is missing"));
    }

    @Test void aLibraryThatNobodyPinnedIsRefusedAndNamed() throws Exception {
        put(data);
        for (var name : new String[] {"libggml-evil.so", "ggml-evil.DLL", "libz.so.1"}) {
            Files.writeString(data.resolve(name), "");
            assertTrue(assertInstanceOf(Refused.class, state(Map.of())).reason().contains(name), name);
            Files.delete(data.resolve(name));
        }
        Files.writeString(data.resolve("notes.txt"), "");
        assertInstanceOf(Ready.class, state(Map.of()));
    }

    @Test void ofAnUnpackedPackageThePinnedLibrariesAreCopied() throws Exception {
        var unpacked = put(temp.resolve("package").resolve(real.platform().folder()));
        Files.writeString(unpacked.resolve("libllama-common.so"), "not pinned");
        Files.writeString(unpacked.resolve("llama-addon.node"), "not pinned");
        var named = Map.of(Natives.VARIABLE, temp.resolve("package").toString());
        var copied = assertInstanceOf(Ready.class, state(named)).folder();
        assertTrue(copied.startsWith(folders.data()), copied.toString());
        assertFalse(Files.exists(copied.resolve("libllama-common.so")));

        var library = copied.resolve(real.platform().openingOrder().getLast());
        var before = Files.readAttributes(library, "creationTime,lastModifiedTime");
        assertEquals(copied, assertInstanceOf(Ready.class, state(named)).folder());
        assertEquals(before, Files.readAttributes(library, "creationTime,lastModifiedTime"), "copied once");

        Files.writeString(library, "spoilt");
        assertEquals(copied, assertInstanceOf(Ready.class, state(named)).folder());
        assertTrue(Files.size(library) > 1000, "and again where the copy was spoilt");

        SafeFiles.deleteTree(copied);
        Files.writeString(unpacked.resolve("libggml-base.so"), "spoilt");
        assertTrue(assertInstanceOf(Refused.class, state(named)).reason().contains("libggml-base.so"));
        assertFalse(Files.exists(copied));
    }

    /** What is remembered must not hide a change that keeps size and time of modification. */
    @Test void aRememberedFileIsLookedAtAgainWhenItChanges() throws Exception {
        var file = put(data).resolve("libggml-base.so");
        assumeTrue(Files.getFileStore(data).supportsFileAttributeView("unix"), "this system does not tell when a file changed");
        Thread.sleep(2100); // files that were changed within the last two seconds are not remembered
        assertInstanceOf(Ready.class, state(Map.of()));
        assertTrue(Files.exists(folders.data().resolve("natives.checked")));
        long start = System.nanoTime();
        assertInstanceOf(Ready.class, state(Map.of()));
        assertTrue(System.nanoTime() - start < 100_000_000, "nothing is computed again");

        var time = Files.getLastModifiedTime(file);
        var bytes = Files.readAllBytes(file);
        bytes[1000] ^= 1;
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, time);
        assertInstanceOf(Refused.class, state(Map.of()));
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        assertInstanceOf(Refused.class, state(Map.of()));
    }

    @Test void removingTakesAllThatWasFetched() throws Exception {
        put(data);
        put(folders.data().resolve("natives/3.0.0").resolve(real.platform().name()));
        var natives = Natives.of(folders, Map.of(), Optional.of(application), new ConnectionLog());
        assertInstanceOf(Ready.class, natives.state());
        natives.remove();
        assertInstanceOf(Missing.class, natives.state());
        assertFalse(Files.exists(folders.data().resolve("natives")));
        natives.remove();
    }
}
