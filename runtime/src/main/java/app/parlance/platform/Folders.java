package app.parlance.platform;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where things lie on this system: XDG base directories on Linux, Application Support on macOS,
 * LOCALAPPDATA on Windows; {@code PARLANCE_HOME} puts everything under one folder.
 *
 * @param data history and other things to keep
 * @param config settings
 * @param cache what can be made again
 * @param models the default place of the model store
 * @param runtime lock and socket of the running window, owner-only
 * @param alsoModels the folders of {@code PARLANCE_MODELS}, where models may lie ready; never written to
 */
public record Folders(Path data, Path config, Path cache, Path models, Path runtime, List<Path> alsoModels) {
    public Folders {
        alsoModels = List.copyOf(alsoModels);
    }

    /** The folders that this environment names; creates none. */
    public static Folders of(Map<String, String> environment) {
        return of(environment, System.getProperty("os.name"));
    }

    /** The same for a named system, as in the property {@code os.name}. */
    static Folders of(Map<String, String> environment, String osName) {
        var os = osName.toLowerCase(Locale.ROOT);
        boolean windows = os.startsWith("windows");
        var also = alsoModels(environment.get("PARLANCE_MODELS"), windows ? ";" : ":");
        var everything = path(environment.get("PARLANCE_HOME"));
        if (everything.isPresent()) {
            var home = everything.get().toAbsolutePath().normalize();
            return new Folders(home.resolve("data"), home.resolve("config"), home.resolve("cache"), home.resolve("models"), home.resolve("run"), also);
        }
        // Java's own user.home comes from the user database and overlooks a changed HOME.
        var home = path(environment.get(windows ? "USERPROFILE" : "HOME")).orElseGet(() -> Path.of(System.getProperty("user.home"))).toAbsolutePath();
        if (windows) {
            var local = absolute(environment, "LOCALAPPDATA").orElse(home.resolve("AppData").resolve("Local")).resolve("Parlance");
            return new Folders(local, local, local.resolve("cache"), local.resolve("models"), local.resolve("run"), also);
        }
        if (os.startsWith("mac")) {
            var library = home.resolve("Library");
            var support = library.resolve("Application Support").resolve("Parlance");
            var caches = library.resolve("Caches").resolve("Parlance");
            return new Folders(support, support, caches, support.resolve("models"), caches.resolve("run"), also);
        }
        var data = absolute(environment, "XDG_DATA_HOME").orElse(home.resolve(".local/share")).resolve("parlance");
        var config = absolute(environment, "XDG_CONFIG_HOME").orElse(home.resolve(".config")).resolve("parlance");
        var cache = absolute(environment, "XDG_CACHE_HOME").orElse(home.resolve(".cache")).resolve("parlance");
        var runtime = absolute(environment, "XDG_RUNTIME_DIR").map(folder -> folder.resolve("parlance")).orElse(cache.resolve("run"));
        return new Folders(data, config, cache, data.resolve("models"), runtime, also);
    }

    public Path database() {
        return data.resolve("parlance.db");
    }

    public Path settings() {
        return config.resolve("settings.properties");
    }

    private static List<Path> alsoModels(String value, String separator) {
        if (value == null) {
            return List.of();
        }
        return Arrays.stream(value.split(separator)).flatMap(part -> path(part).stream())
                .map(folder -> folder.toAbsolutePath().normalize()).filter(Files::isDirectory).distinct().toList();
    }

    /** The XDG specification has relative paths ignored. */
    private static Optional<Path> absolute(Map<String, String> environment, String name) {
        // A Windows path tested on Linux counts as relative there, so the drive letter decides.
        return path(environment.get(name)).filter(path -> path.isAbsolute() || path.toString().matches("[A-Za-z]:.*"));
    }

    private static Optional<Path> path(String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException unusable) {
            return Optional.empty();
        }
    }
}
