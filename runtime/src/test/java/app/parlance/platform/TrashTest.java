package app.parlance.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class TrashTest {
    @TempDir Path temp;

    @Test void aFileGoesToTheHomeTrashWithANoteOfItsPlace() throws IOException {
        var file = Files.writeString(temp.resolve("my model ü 100%.gguf"), "content");
        assertTrue(trash().put(file));
        assertFalse(Files.exists(file));
        assertEquals("content", Files.readString(temp.resolve("share/Trash/files/my model ü 100%.gguf")));
        var note = Files.readAllLines(temp.resolve("share/Trash/info/my model ü 100%.gguf.trashinfo"));
        assertEquals("[Trash Info]", note.get(0));
        assertEquals("Path=" + temp.toRealPath() + "/my%20model%20%C3%BC%20100%25.gguf", note.get(1));
        assertTrue(note.get(2).matches("DeletionDate=\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d"), note.get(2));
    }

    @Test void filesOfOneNameLieBesideOneAnother() throws IOException {
        for (var content : List.of("one", "two", "three")) {
            trash().put(Files.writeString(temp.resolve("a.gguf"), content));
        }
        assertEquals("one", Files.readString(temp.resolve("share/Trash/files/a.gguf")));
        assertEquals("two", Files.readString(temp.resolve("share/Trash/files/a.2.gguf")));
        assertTrue(Files.exists(temp.resolve("share/Trash/info/a.3.gguf.trashinfo")));
    }

    @Test void aFileOfAnotherDriveStaysOnIt() throws IOException {
        var other = Path.of("/dev/shm");
        assumeTrue(Files.isWritable(other) && !Files.getAttribute(other, "unix:dev").equals(Files.getAttribute(temp, "unix:dev")), "there is no second drive");
        var trash = other.resolve(".Trash-" + Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        var folder = Files.createTempDirectory(other, "parlance-trash");
        try {
            var file = Files.writeString(folder.resolve("here.gguf"), "content");
            assertTrue(trash().put(file));
            var name = trash.resolve("files/here.gguf");
            assertEquals("content", Files.readString(name));
            var note = trash.resolve("info/here.gguf.trashinfo");
            assertTrue(Files.readString(note).contains("Path=" + folder.getFileName() + "/here.gguf\n"), Files.readString(note));
            Files.delete(name);
            Files.delete(note);
        } finally {
            SafeFiles.deleteTree(folder);
            for (var each : List.of("files", "info", "")) {
                deleteIfEmpty(trash.resolve(each));
            }
        }
    }

    @Test void whatIsNotThereIsSaid() {
        assertThrows(NoSuchFileException.class, () -> trash().put(temp.resolve("none")));
    }

    @Test void fileManagersAreAskedInTurn() {
        var commands = FileView.commands(Path.of("/a b/c,d's.gguf"), "linux");
        assertEquals(List.of("dbus-send", "gdbus", "xdg-open"), commands.stream().map(List::getFirst).toList());
        assertEquals("array:string:file:///a%20b/c%2Cd%27s.gguf", commands.getFirst().get(7));
        assertEquals(List.of("open", "-R", "/a b/c,d's.gguf"), FileView.commands(Path.of("/a b/c,d's.gguf"), "mac os x").getFirst());
    }

    private static void deleteIfEmpty(Path folder) throws IOException {
        try (var inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) return;
        } catch (NoSuchFileException gone) {
            return;
        }
        Files.delete(folder);
    }

    private Trash trash() {
        return Trash.of(Map.of("XDG_DATA_HOME", temp.resolve("share").toString()));
    }
}
