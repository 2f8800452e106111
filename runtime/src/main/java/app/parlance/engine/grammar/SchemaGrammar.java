package app.parlance.engine.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The grammar of one schema: for each part of it an expression, as a rule where it is used more than once. */
final class SchemaGrammar {
    private static final String TYPES = "object, array, string, number, integer, boolean, null";

    private final JsonNode schema;
    private final Rules rules = new Rules();
    /** The rules of the schema's parts that are referred to, by their place. */
    private final Map<String, String> referred = new HashMap<>();
    /** The references under way since the last bracket: one that comes again leads nowhere. */
    private Set<String> sinceBracket = new HashSet<>();

    SchemaGrammar(JsonNode schema) {
        this.schema = schema;
    }

    String text() throws JsonSchemaException {
        rules.define("root", referTo("", schema));
        return rules.text();
    }

    Rules rules() {
        return rules;
    }

    /** A rule for the part at this place. */
    private String referTo(String place, JsonNode part) throws JsonSchemaException {
        if (sinceBracket.contains(place)) {
            throw JsonSchemaException.at(place, "the schema refers to itself with nothing in between", "Put the reference inside an object or an array.");
        }
        var known = referred.get(place);
        if (known != null) {
            return known;
        }
        var name = rules.reserve(place.isEmpty() ? "top" : place.substring(place.lastIndexOf('/') + 1));
        referred.put(place, name);
        sinceBracket.add(place);
        rules.define(name, expression(place, part));
        sinceBracket.remove(place);
        return name;
    }

    /** A rule for a part inside brackets, or the name of one that is there. */
    String inside(String place, JsonNode part) throws JsonSchemaException {
        var outside = sinceBracket;
        sinceBracket = new HashSet<>();
        try {
            var expression = expression(place, part);
            return expression.matches("[a-z0-9A-Z-]+") ? expression : rules.add(place.substring(place.lastIndexOf('/') + 1), expression);
        } finally {
            sinceBracket = outside;
        }
    }

    private String expression(String place, JsonNode part) throws JsonSchemaException {
        if (part.isBoolean() && part.booleanValue() || part.isObject() && Keywords.constrainsNothing(part)) {
            return rules.use(Basic.VALUE);
        }
        if (!part.isObject()) {
            throw JsonSchemaException.at(place, part.isBoolean() ? "nothing fits" : "stands no schema", "Give a schema there.");
        }
        Keywords.check(place, part);
        if (part.has("$ref")) {
            return reference(place, part);
        }
        if (part.has("const")) {
            return Rules.literal(part.get("const").toString());
        }
        if (part.has("enum")) {
            return values(place, part);
        }
        for (var choice : List.of("anyOf", "oneOf", "allOf")) {
            if (part.has(choice)) {
                return choice(place + "/" + choice, part.get(choice));
            }
        }
        var types = types(place, part);
        var expressions = new ArrayList<String>();
        for (var type : types) {
            expressions.add(ofType(place, part, type));
        }
        return expressions.size() == 1 ? expressions.getFirst() : "( " + String.join(" | ", expressions) + " )";
    }

    private String reference(String place, JsonNode part) throws JsonSchemaException {
        var target = part.get("$ref").asText();
        if (!target.equals("#") && !target.startsWith("#/")) {
            throw JsonSchemaException.at(place, "it refers to " + target + ", which is not in it", "Put what is meant under $defs.");
        }
        var pointer = target.substring(1);
        var found = schema.at(pointer);
        if (found.isMissingNode()) {
            throw JsonSchemaException.at(place, "it refers to " + target + ", which is not there", "Correct the reference.");
        }
        return referTo(pointer, found);
    }

    private String values(String place, JsonNode part) throws JsonSchemaException {
        var types = part.has("type") ? types(place, part) : null;
        var values = new ArrayList<String>();
        for (var value : part.get("enum")) {
            if (types == null || types.stream().anyMatch(type -> Keywords.isOfType(value, type))) {
                values.add(Rules.literal(value.toString()));
            }
        }
        if (values.isEmpty()) {
            throw JsonSchemaException.at(place, "enum has no value that fits", "Give it at least one.");
        }
        return "( " + String.join(" | ", values) + " )";
    }

    private String choice(String place, JsonNode choices) throws JsonSchemaException {
        var expressions = new ArrayList<String>();
        for (int i = 0; i < choices.size(); i++) {
            expressions.add(expression(place + "/" + i, choices.get(i)));
        }
        if (expressions.isEmpty() || place.endsWith("/allOf") && expressions.size() > 1) {
            throw JsonSchemaException.at(place, expressions.isEmpty() ? "there is no choice" : "several schemas are to hold at once", "Write one schema that says it all.");
        }
        return "( " + String.join(" | ", expressions) + " )";
    }

    /** Where none is named, the one that the keywords speak of. */
    private static List<String> types(String place, JsonNode part) throws JsonSchemaException {
        var type = part.path("type");
        var named = new ArrayList<String>();
        if (type.isTextual()) {
            named.add(type.textValue());
        }
        type.forEach(each -> named.add(each.asText()));
        if (type.isMissingNode()) {
            named.add(Keywords.impliedType(part));
        }
        if (named.isEmpty() || !List.of(TYPES.split(", ")).containsAll(named)) {
            throw JsonSchemaException.at(place, "type is " + type, "It is one or several of " + TYPES + ".");
        }
        return named;
    }

    private String ofType(String place, JsonNode part, String type) throws JsonSchemaException {
        return switch (type) {
            case "object" -> new ObjectRule(this, place, part).expression();
            case "array" -> new ArrayRule(this, place, part).expression();
            case "string" -> StringRule.expression(rules, place, part);
            case "integer" -> NumberRule.integer(rules, place, part);
            case "number" -> NumberRule.number(rules, place, part);
            case "boolean" -> rules.use(Basic.BOOLEAN);
            default -> rules.use(Basic.NULL);
        };
    }
}
