package app.parlance.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
    @TempDir Path temp;

    @Test void linuxFollowsXdg() {
        var folders = Folders.of(Map.of("HOME", "/home/ann", "XDG_DATA_HOME", "/d", "XDG_CONFIG_HOME", "/c", "XDG_CACHE_HOME", "/k",
                "XDG_RUNTIME_DIR", "/run/user/7"), "Linux");
        assertEquals(Path.of("/d/parlance/parlance.db"), folders.database());
        assertEquals(Path.of("/c/parlance/settings.properties"), folders.settings());
        assertEquals(Path.of("/k/parlance"), folders.cache());
        assertEquals(Path.of("/d/parlance/models"), folders.models());
        assertEquals(Path.of("/run/user/7/parlance"), folders.runtime());
    }

    @Test void linuxTakesHomeFromTheEnvironmentNotFromTheUserDatabase() {
        var folders = Folders.of(Map.of("HOME", "/home/ann", "XDG_DATA_HOME", "relative/is/ignored"), "Linux");
        assertEquals(Path.of("/home/ann/.local/share/parlance"), folders.data());
        assertEquals(Path.of("/home/ann/.config/parlance"), folders.config());
        assertEquals(Path.of("/home/ann/.cache/parlance/run"), folders.runtime(), "without XDG_RUNTIME_DIR the cache serves");
    }

    @Test void macOsUsesApplicationSupport() {
        var folders = Folders.of(Map.of("HOME", "/Users/ann"), "Mac OS X");
        assertEquals(Path.of("/Users/ann/Library/Application Support/Parlance/models"), folders.models());
        assertEquals(Path.of("/Users/ann/Library/Caches/Parlance"), folders.cache());
    }

    @Test void windowsUsesLocalAppData() {
        var folders = Folders.of(Map.of("LOCALAPPDATA", "C:\\Users\\ann\\AppData\\Local", "USERPROFILE", "C:\\Users\\ann"), "Windows 11");
        assertEquals(Path.of("C:\\Users\\ann\\AppData\\Local").resolve("Parlance"), folders.data());
    }

    @Test void oneFolderTakesEverything() {
        for (var os : List.of("Linux", "Mac OS X", "Windows 11")) {
            var folders = Folders.of(Map.of("HOME", "/home/ann", "PARLANCE_HOME", temp.toString(), "XDG_RUNTIME_DIR", "/run/user/7"), os);
            for (var folder : List.of(folders.data(), folders.config(), folders.cache(), folders.models(), folders.runtime())) {
                assertEquals(temp, folder.getParent(), os);
            }
        }
    }

    @Test void modelFoldersAreSplitAndMissingOnesSkipped() throws Exception {
        var one = Files.createDirectory(temp.resolve("one"));
        var two = Files.createDirectory(temp.resolve("two"));
        var value = one + ":" + temp.resolve("missing") + "::" + two + ":" + one;
        assertEquals(List.of(one, two), Folders.of(Map.of("HOME", "/h", "PARLANCE_MODELS", value), "Linux").alsoModels());
    }
}
