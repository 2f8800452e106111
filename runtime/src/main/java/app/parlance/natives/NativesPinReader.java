package app.parlance.natives;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads {@code natives.json} field by field: Jackson's binding to records takes twice as long at a start. */
final class NativesPinReader {
    private NativesPinReader() { }

    /** @throws IOException where the file is no JSON or lacks a field */
    static NativesPin read(InputStream data) throws IOException {
        var root = new ObjectMapper().readTree(data);
        var platforms = new ArrayList<PinnedPlatform>();
        for (var platform : root.path("platforms")) {
            platforms.add(platform(platform));
        }
        var names = root.path("architectures");
        var architectures = new NativesPin.Architectures(names(names, "writing"), names(names, "embedding"), names(names, "encoder_decoder"));
        return new NativesPin(text(root, "version"), text(root, "llama_cpp"), text(root, "licence"), file(root.path("licence_file")), architectures, platforms);
    }

    private static PinnedPlatform platform(JsonNode node) throws IOException {
        List<PinnedFile> files = new ArrayList<>();
        for (var file : node.path("files")) {
            files.add(file(file));
        }
        return new PinnedPlatform(text(node, "name"), text(node, "os"), text(node, "cpu"), text(node, "package"), text(node, "folder"),
                node.path("packed").asLong(), node.path("unpacked").asLong(), files);
    }

    private static PinnedFile file(JsonNode node) throws IOException {
        return new PinnedFile(text(node, "name"), node.path("bytes").asLong(), text(node, "sha256"));
    }

    private static Set<String> names(JsonNode node, String field) {
        return StreamSupport.stream(node.path(field).spliterator(), false).map(JsonNode::asText).collect(Collectors.toSet());
    }

    private static String text(JsonNode node, String field) throws IOException {
        var value = node.path(field);
        if (!value.isTextual()) {
            throw new IOException("the text " + field + " is missing");
        }
        return value.asText();
    }
}
