package app.parlance.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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
        throw new UnsupportedOperationException("being written");
    }

    public Path database() {
        return data.resolve("parlance.db");
    }

    public Path settings() {
        return config.resolve("settings.properties");
    }
}
