package app.parlance.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Reads the catalogue's data file; docs/catalogue.md describes its schema. */
final class CatalogueReader {
    private CatalogueReader() { }

    /** @throws IOException where the file is not by the schema; the message names the entry and the field */
    static Catalogue read(InputStream data) throws IOException {
        var root = new ObjectMapper().readTree(data);
        var entries = new ArrayList<CatalogueEntry>();
        var ids = new HashSet<String>();
        for (var node : root.path("models")) {
            var entry = entry(node);
            if (!ids.add(entry.id())) {
                throw new IOException(entry.id() + " occurs twice in the catalogue");
            }
            entries.add(entry);
        }
        return new Catalogue(entries);
    }

    private static CatalogueEntry entry(JsonNode node) throws IOException {
        var sha256 = text(node, "sha256");
        var file = text(node, "file");
        // The file's name becomes a path in the store.
        if (!sha256.matches("[0-9a-f]{64}") || !file.matches("[A-Za-z0-9][A-Za-z0-9._-]*\\.gguf")) {
            throw new IOException("catalogue: sha256 or file of " + text(node, "id") + " is malformed");
        }
        var languages = StreamSupport.stream(node.path("languages").spliterator(), false).map(JsonNode::asText).toList();
        var sources = new ArrayList<Source>();
        for (var source : node.path("sources")) {
            sources.add(source(source));
        }
        return new CatalogueEntry(text(node, "id"), text(node, "name"), text(node, "task"), text(node, "expect"), file, number(node, "bytes"),
                sha256, text(node, "licence"), text(node, "architecture"), text(node, "quantization"), (int) number(node, "context"),
                languages, node.path("starter").asInt(0), sources);
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
