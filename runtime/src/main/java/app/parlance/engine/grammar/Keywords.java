package app.parlance.engine.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which words a schema may use, and what they speak of. */
final class Keywords {
    /** They constrain nothing. */
    private static final Set<String> NOTES = Set.of("$schema", "$id", "$anchor", "$comment", "$defs", "definitions", "title", "description", "default",
            "examples", "example", "deprecated", "readOnly", "writeOnly");
    private static final Set<String> WHOLE = Set.of("$ref", "const", "enum", "anyOf", "oneOf", "allOf");
    private static final Map<String, Set<String>> OF_TYPE = Map.of(
            "object", Set.of("properties", "required", "additionalProperties"),
            "array", Set.of("items", "prefixItems", "minItems", "maxItems"),
            "string", Set.of("minLength", "maxLength", "format"),
            "number", Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"));
    private static final Set<String> KNOWN = Stream.concat(Stream.of(NOTES, WHOLE, Set.of("type")), OF_TYPE.values().stream())
            .flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

    private Keywords() { }

    static boolean constrainsNothing(JsonNode part) {
        return words(part).isEmpty();
    }

    /** Refuses words that no grammar here can hold, and words that hold beside a reference or a choice. */
    static void check(String place, JsonNode part) throws JsonSchemaException {
        for (var word : words(part)) {
            boolean changesNothing = word.equals("uniqueItems") && !part.get(word).asBoolean();
            if (!KNOWN.contains(word) && !changesNothing) {
                throw JsonSchemaException.at(place, "it says " + word + ", which cannot be held", "Leave it out, and check it in what comes.");
            }
        }
        for (var whole : WHOLE) {
            if (part.has(whole)) {
                var beside = words(part).stream().filter(word -> !word.equals(whole) && !word.equals("type")).findFirst();
                boolean typeToo = part.has("type") && !whole.equals("enum") && !whole.equals("const");
                if (beside.isPresent() || typeToo) {
                    throw JsonSchemaException.at(place, "it says " + beside.orElse("type") + " beside " + whole, "Write it into each of the schemas that " + whole + " names.");
                }
            }
        }
    }

    private static List<String> words(JsonNode part) {
        return part.propertyStream().map(Map.Entry::getKey).filter(word -> !NOTES.contains(word) && !word.startsWith("x-")).toList();
    }

    /** The type that this part's keywords speak of. */
    static String impliedType(JsonNode part) {
        return Stream.of("object", "array", "string", "number").filter(type -> OF_TYPE.get(type).stream().anyMatch(part::has)).findFirst().orElse("object");
    }

    static boolean isOfType(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> value.isNull();
        };
    }

    /** A count such as minLength; {@code otherwise} where it is not said. */
    static long count(String place, JsonNode part, String word, long otherwise) throws JsonSchemaException {
        var value = part.path(word);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.canConvertToExactIntegral() || value.asLong() < 0) {
            throw JsonSchemaException.at(place, word + " is " + value, "It is a whole number, not below zero.");
        }
        if (value.asLong() > MOST) {
            throw JsonSchemaException.at(place, word + " is " + value, "Up to " + MOST + " can be counted; leave it out, and check it in what comes.");
        }
        return value.asLong();
    }

    /** llama.cpp makes a rule for each possible repetition, and refuses some thousands. */
    private static final int MOST = 1000;
}
