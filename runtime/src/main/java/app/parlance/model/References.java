package app.parlance.model;

import app.parlance.platform.SafeFiles;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The list of models that lie elsewhere, in one small JSON file that other processes may change too. */
final class References {
    static final String FILE_NAME = "references.json";

    private record Content(Set<String> files) { }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    References(Path storeFolder) {
        file = storeFolder.resolve(FILE_NAME);
    }

    /** @throws IOException where the list is there and cannot be read */
    List<Path> all() throws IOException {
        return Files.exists(file) ? read().stream().map(Path::of).toList() : List.of();
    }

    void add(Path model) throws IOException {
        change(files -> files.add(model.toString()));
    }

    void remove(Path model) throws IOException {
        change(files -> files.remove(model.toString()));
    }

    private void change(Consumer<Set<String>> change) throws IOException {
        SafeFiles.exclusively(file, () -> {
            Set<String> files = new LinkedHashSet<>();
            if (Files.exists(file)) {
                try {
                    files.addAll(read());
                } catch (JsonProcessingException damaged) {
                    Files.move(file, file.resolveSibling(FILE_NAME + ".unreadable"), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            change.accept(files);
            SafeFiles.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(new Content(files)));
        });
    }

    private Set<String> read() throws IOException {
        var content = JSON.readValue(file.toFile(), Content.class);
        return content == null || content.files() == null ? Set.of() : content.files();
    }
}
