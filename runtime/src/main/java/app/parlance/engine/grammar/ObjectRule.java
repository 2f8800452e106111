package app.parlance.engine.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An object: its properties in the schema's order, each optional one there or not, and then others where they may be. */
final class ObjectRule {
    private static final String BLANK = " \" \"? ";

    private record Property(String rule, boolean required) { }

    private final SchemaGrammar grammar;
    private final Rules rules;
    private final String place;
    private final JsonNode part;
    private final JsonNode others;

    ObjectRule(SchemaGrammar grammar, String place, JsonNode part) {
        this.grammar = grammar;
        this.rules = grammar.rules();
        this.place = place;
        this.part = part;
        // Without properties an object is any object; with some, others would only be an invitation to go on for ever.
        others = part.has("additionalProperties") ? part.get("additionalProperties") : BooleanNode.valueOf(part.path("properties").isEmpty());
    }

    String expression() throws JsonSchemaException {
        var schemas = schemas();
        var properties = new ArrayList<Property>();
        for (var named : schemas.entrySet()) {
            var value = grammar.inside(place + "/properties/" + named.getKey(), named.getValue());
            var member = Rules.literal(TextNode.valueOf(named.getKey()) + ":") + BLANK + value;
            properties.add(new Property(rules.add(named.getKey() + "-member", member), isRequired(named.getKey())));
        }
        boolean closed = others.isBoolean() && !others.booleanValue();
        var other = closed ? null : rules.add("other-member",
                OtherKeys.than(schemas.keySet()) + " \":\"" + BLANK + grammar.inside(place + "/additionalProperties", others));
        return "\"{\" " + rules.use(Basic.SPACE) + " " + members(properties, other) + " \"}\"";
    }

    /** Also those that are only required: they are among the others. */
    private Map<String, JsonNode> schemas() throws JsonSchemaException {
        var schemas = new LinkedHashMap<String, JsonNode>();
        part.path("properties").propertyStream().forEach(named -> schemas.put(named.getKey(), named.getValue()));
        for (var name : part.path("required")) {
            schemas.putIfAbsent(name.asText(), others);
        }
        return schemas;
    }

    private boolean isRequired(String name) {
        for (var each : part.path("required")) {
            if (each.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** One alternative for each property that can be the first. */
    private String members(List<Property> properties, String other) {
        var space = rules.use(Basic.SPACE);
        var after = afterFirst(properties, other);
        var alternatives = new ArrayList<String>();
        boolean canBeEmpty = true;
        for (int i = 0; i < properties.size() && canBeEmpty; i++) {
            alternatives.add((properties.get(i).rule() + " " + after.get(i + 1)).strip());
            canBeEmpty = !properties.get(i).required();
        }
        if (canBeEmpty && other != null) {
            alternatives.add(other + " " + after.getLast());
        }
        if (alternatives.isEmpty()) {
            return "";
        }
        return "( ( " + String.join(" | ", alternatives) + " ) " + space + " )" + (canBeEmpty ? "?" : "");
    }

    /** At place i what may follow where a property before the i-th has been written; the last is for others alone. */
    private List<String> afterFirst(List<Property> properties, String other) {
        var comma = "\",\" " + rules.use(Basic.SPACE) + " ";
        var after = new ArrayList<String>();
        after.add(other == null ? "" : "( " + comma + other + " )*");
        for (var property : properties.reversed()) {
            var rest = after.getFirst();
            var next = "( " + comma + property.rule() + " )" + (property.required() ? "" : "?");
            after.addFirst(rules.add("rest", (next + " " + rest).strip()));
        }
        return after;
    }
}
