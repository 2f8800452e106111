package app.parlance.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir Path temp;
    private Path file;

    @BeforeEach void name() {
        file = temp.resolve("config").resolve("settings.properties");
    }

    @Test void whatIsSetComesBackAtTheNextStart() throws Exception {
        new Settings(file).set("folder", "/home/ann/Größe = 模型 \\ #1");
        assertEquals(Optional.of("/home/ann/Größe = 模型 \\ #1"), new Settings(file).get("folder"));
        assertTrue(Files.readString(file).contains("模型"), "readable as UTF-8");
    }

    @Test void keysOfOthersStay() throws Exception {
        var window = new Settings(file);
        var commandLine = new Settings(file);
        window.set("theme", "dark");
        commandLine.set("model", "smol");
        window.set("width", "1180");
        var again = new Settings(file);
        assertEquals(Optional.of("dark"), again.get("theme"));
        assertEquals(Optional.of("smol"), again.get("model"));
        window.remove("theme");
        assertEquals(Optional.empty(), new Settings(file).get("theme"));
    }

    @Test void manyWritersLoseNothing() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writes = IntStream.range(0, 20).mapToObj(i -> threads.submit(() -> {
                new Settings(file).set("key" + i, "value" + i);
                return null;
            })).toList();
            for (Future<?> write : writes) {
                write.get();
            }
        }
        var read = new Settings(file);
        IntStream.range(0, 20).forEach(i -> assertEquals(Optional.of("value" + i), read.get("key" + i)));
    }

    @Test void anUnreadableFileCountsAsEmptyAndIsKeptAside() throws Exception {
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[] {'a', '=', (byte) 0xff, (byte) 0xfe, '\n'});
        var settings = new Settings(file);
        assertEquals(Optional.empty(), settings.get("a"));
        settings.set("b", "1");
        assertEquals(Optional.of("1"), new Settings(file).get("b"));
        assertTrue(Files.exists(file.resolveSibling("settings.properties.unreadable")));
    }

    @Test void onlyTheOwnerCanRead() throws Exception {
        assumeTrue(temp.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX permissions here");
        new Settings(file).set("a", "1");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
    }
}
