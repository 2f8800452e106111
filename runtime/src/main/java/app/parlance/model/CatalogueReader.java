package app.parlance.model;

import app.parlance.gguf.ModelShape;
import app.parlance.model.CatalogueModel.Task;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Reads a catalogue's data file; docs/catalogue.md describes its schema. */
final class CatalogueReader {
    private CatalogueReader() { }

    /** @throws IOException where the file is not by the schema; the message names the entry and the field */
    static List<CatalogueEntry> read(InputStream data) throws IOException {
        var models = new ObjectMapper().readTree(data).path("models");
        if (!models.isArray()) {
            throw new IOException("catalogue: the list models is missing");
        }
        var entries = new ArrayList<CatalogueEntry>();
        var ids = new HashSet<String>();
        for (var node : models) {
            var model = model(node);
            if (node.path("variants").isEmpty()) {
                throw new IOException("catalogue: " + model.id() + " has no variants");
            }
            for (var variant : node.get("variants")) {
                var entry = variant(model, variant);
                if (!ids.add(entry.id().toLowerCase(Locale.ROOT))) {
                    throw new IOException(entry.id() + " occurs twice in the catalogue");
                }
                entries.add(entry);
            }
        }
        return entries;
    }

    private static CatalogueModel model(JsonNode node) throws IOException {
        var id = text(node, "id");
        var tasks = tasks(node, "tasks");
        if (tasks.isEmpty()) {
            throw new IOException("catalogue: the list tasks is missing in " + id);
        }
        return new CatalogueModel(id, text(node, "name"), tasks, new HashSet<>(tasks(node, "default")), text(node, "expect"), text(node, "licence"),
                text(node, "architecture"), node.has("context") ? (int) number(node, "context") : 0,
                texts(node, "languages"), node.has("shape") ? Optional.of(shape(id, node.get("shape"))) : Optional.empty());
    }

    private static CatalogueEntry variant(CatalogueModel model, JsonNode node) throws IOException {
        var id = text(node, "id");
        var sha256 = text(node, "sha256");
        var file = text(node, "file");
        // The file's name becomes a path in the store.
        if (!sha256.matches("[0-9a-f]{64}") || !file.matches("[A-Za-z0-9][A-Za-z0-9._-]*\\.gguf")) {
            throw new IOException("catalogue: sha256 or file of " + id + " is malformed");
        }
        var sources = new ArrayList<Source>();
        for (var source : node.path("sources")) {
            sources.add(source(source));
        }
        if (sources.isEmpty()) {
            throw new IOException("catalogue: " + id + " has no sources");
        }
        return new CatalogueEntry(model, id, text(node, "quantization"), file, number(node, "bytes"), sha256, node.path("starter").asInt(0), sources);
    }

    private static ModelShape shape(String id, JsonNode node) throws IOException {
        try {
            return new ModelShape((int) number(node, "layers"), number(node, "cacheElementsPerToken"), (int) number(node, "embedding"),
                    (int) number(node, "feedForward"), (int) number(node, "vocabulary"));
        } catch (IOException missing) {
            throw new IOException("catalogue: the shape of " + id + " lacks a number", missing);
        }
    }

    private static List<Task> tasks(JsonNode node, String field) throws IOException {
        var tasks = new ArrayList<Task>();
        for (var word : texts(node, field)) {
            tasks.add(Arrays.stream(Task.values()).filter(task -> task.word().equals(word)).findFirst()
                    .orElseThrow(() -> new IOException("catalogue: " + field + " of " + node.path("id").asText() + " names " + word + "; there are "
                            + Arrays.stream(Task.values()).map(Task::word).collect(Collectors.joining(", ")))));
        }
        return tasks;
    }

    private static Source source(JsonNode node) throws IOException {
        if (node.has("hub")) {
            var hub = node.get("hub");
            return new Source.Hub(text(hub, "repository"), text(hub, "revision"), text(hub, "file"));
        }
        if (node.has("python")) {
            return new Source.PythonPackages(parts(node.get("python")));
        }
        throw new IOException("catalogue: a source is neither hub nor python");
    }

    private static List<Source.PythonPackages.Part> parts(JsonNode node) throws IOException {
        var distribution = text(node, "distribution");
        var version = text(node, "version");
        var path = text(node, "path");
        return IntStream.rangeClosed(1, (int) number(node, "parts"))
                .mapToObj(i -> new Source.PythonPackages.Part(numbered(distribution, i), version, numbered(path, i))).toList();
    }

    /** {n} stands for the part's number, {nn} for the same with two digits. */
    private static String numbered(String pattern, int number) {
        return pattern.replace("{nn}", String.format(Locale.ROOT, "%02d", number)).replace("{n}", Integer.toString(number));
    }

    private static List<String> texts(JsonNode node, String field) {
        return StreamSupport.stream(node.path(field).spliterator(), false).map(JsonNode::asText).toList();
    }

    private static String text(JsonNode node, String field) throws IOException {
        var value = node.path(field);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new IOException("catalogue: the text " + field + " is missing in " + node.path("id").asText("an entry"));
        }
        return value.asText();
    }

    private static long number(JsonNode node, String field) throws IOException {
        var value = node.path(field);
        if (!value.isIntegralNumber() || value.asLong() < 1) {
            throw new IOException("catalogue: the number " + field + " is missing in " + node.path("id").asText("an entry"));
        }
        return value.asLong();
    }
}
