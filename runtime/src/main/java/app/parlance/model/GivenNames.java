package app.parlance.model;

import app.parlance.platform.SafeFiles;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names that people gave to models, in one small JSON file of the store that other processes may change too. A model's former
 * names stay with it, for conversations and settings call it by them. Files of the store go by their name, all others by their path.
 */
final class GivenNames {
    static final String FILE_NAME = "names.json";

    /**
     * @param name the one given last
     * @param former those given before
     */
    record Given(String name, List<String> former) {
        Given {
            former = former == null ? List.of() : List.copyOf(former);
        }
    }

    private record Content(Map<String, Given> names) { }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Path file;

    GivenNames(Path storeFolder) {
        folder = storeFolder;
        file = storeFolder.resolve(FILE_NAME);
    }

    /** By {@link #key}; a damaged file gives none: every model still has the name that its file gives it. */
    Map<String, Given> all() throws IOException {
        return Files.exists(file) ? read() : Map.of();
    }

    String key(Path model) {
        return folder.equals(model.getParent()) ? model.getFileName().toString() : model.toString();
    }

    void give(Path model, String name) throws IOException {
        SafeFiles.exclusively(file, () -> {
            Map<String, Given> names = new TreeMap<>(readOrSetAside());
            names.compute(key(model), (_, before) -> {
                if (before == null) {
                    return new Given(name, List.of());
                }
                var former = new ArrayList<>(before.former());
                former.remove(before.name());
                former.add(before.name());
                former.remove(name);
                return new Given(name, former);
            });
            write(names);
        });
    }

    void forget(Path model) throws IOException {
        if (!all().containsKey(key(model))) {
            return;
        }
        SafeFiles.exclusively(file, () -> {
            Map<String, Given> names = new TreeMap<>(readOrSetAside());
            names.remove(key(model));
            write(names);
        });
    }

    private Map<String, Given> read() throws IOException {
        var content = JSON.readValue(file.toFile(), Content.class);
        return content == null || content.names() == null ? Map.of() : content.names();
    }

    private Map<String, Given> readOrSetAside() throws IOException {
        try {
            return all();
        } catch (JsonProcessingException damaged) {
            Files.move(file, file.resolveSibling(FILE_NAME + ".unreadable"), StandardCopyOption.REPLACE_EXISTING);
            return Map.of();
        }
    }

    private void write(Map<String, Given> names) throws IOException {
        SafeFiles.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(new Content(names)));
    }
}
