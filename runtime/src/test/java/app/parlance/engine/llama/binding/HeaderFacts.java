package app.parlance.engine.llama.binding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What C headers say of functions and structs, as lines like {@code llama_n_batch int(pointer)} and
 * {@code llama_token_data {id int, logit float, p float}}. Run on the headers of a new version, it writes the file that
 * {@link HeaderTest} holds the binding against: {@code java HeaderFacts llama.h ggml-backend.h > header.txt}.
 */
final class HeaderFacts {
    private static final Pattern COMMENT = Pattern.compile("//[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern FUNCTION = Pattern.compile("\\b(?:LLAMA_API|GGML_BACKEND_API|GGML_API)\\s+(?<result>[^;(]*?)\\b(?<name>(?:llama|ggml)_\\w+)\\s*\\((?<arguments>[^;]*)\\)\\s*;");
    private static final Pattern STRUCT = Pattern.compile("struct\\s+(?<name>llama_\\w+)\\s*\\{(?<fields>[^}]*)}|typedef\\s+struct\\s+(?<tag>llama_\\w+)\\s*\\{(?<tagged>[^}]*)}");
    private static final Pattern FIELD_NAME = Pattern.compile("(\\w+)\\s*$");

    private HeaderFacts() { }

    public static void main(String[] headers) throws IOException {
        var facts = new TreeMap<String, String>();
        for (var header : headers) facts.putAll(of(Files.readString(Path.of(header))));
        facts.forEach((name, fact) -> System.out.println(name + " " + fact));
    }

    /** By name: {@code result(arguments)} of functions, <code>{field type, …}</code> of structs. */
    static Map<String, String> of(String header) {
        var text = COMMENT.matcher(header).replaceAll(" ").replaceAll("DEPRECATED\\(", " ").replaceAll("\\s+", " ");
        var facts = new TreeMap<String, String>();
        FUNCTION.matcher(text).results().forEach(found -> facts.put(found.group("name"), type(found.group("result")) + arguments(found.group("arguments"))));
        STRUCT.matcher(text).results().forEach(found -> {
            boolean tagged = found.group("tag") != null;
            facts.put(found.group(tagged ? "tag" : "name"), fields(found.group(tagged ? "tagged" : "fields")));
        });
        return facts;
    }

    private static String arguments(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).filter(argument -> !argument.isEmpty() && !argument.equals("void"))
                .map(HeaderFacts::type).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String fields(String declarations) {
        List<String> fields = new ArrayList<>();
        for (var declaration : declarations.split(";")) {
            var first = declaration.strip();
            if (first.isEmpty()) continue;
            var type = type(first);
            for (var name : first.split(",")) {
                var found = FIELD_NAME.matcher(name.strip());
                if (found.find()) fields.add(found.group(1) + " " + type);
            }
        }
        return fields.stream().collect(Collectors.joining(", ", "{", "}"));
    }

    /** Enums are ints, callbacks and handles pointers; a struct by value is its name. */
    private static String type(String declaration) {
        if (declaration.contains("*") || declaration.contains("callback ") || declaration.contains("llama_memory_t")) return "pointer";
        boolean isEnum = declaration.contains("enum ");
        var words = declaration.replaceAll("\\b(const|enum|struct)\\b", " ").strip().split(" +");
        return isEnum ? "int" : switch (words[0]) {
            case "int", "int32_t", "uint32_t", "llama_token", "llama_seq_id", "llama_pos" -> "int";
            case "size_t", "int64_t", "uint64_t" -> "long";
            default -> words[0];
        };
    }
}
