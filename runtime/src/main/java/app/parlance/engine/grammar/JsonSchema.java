package app.parlance.engine.grammar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Makes GBNF grammars for llama.cpp out of JSON schemas (json-schema.org, 2020-12 and what the drafts before had alike),
 * so that what a model writes parses and fits.
 *
 * <p>Understood: type (also a list), enum, const, anyOf, oneOf, $ref within the schema (also to itself); of objects
 * properties, required, additionalProperties; of arrays items, prefixItems, minItems, maxItems; of strings minLength,
 * maxLength and the formats date, time, date-time, uuid; of integers all four bounds; of numbers bounds that are whole.
 * Titles, descriptions and the like are passed over. All else is refused with a sentence: a form that is only half held
 * would be found out by whoever relies on it.
 *
 * <p>Where a schema leaves a choice, the grammar is the narrower: properties come in the schema's order; an object with
 * properties has no others unless additionalProperties says so; prefixItems are all there; oneOf is read as anyOf, so
 * its choices should exclude one another. Between values stands at most one blank, or a line break and an
 * indentation; behind a colon at most a blank.
 */
public final class JsonSchema {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private JsonSchema() { }

    /** The grammar of all JSON texts that fit; its first rule is {@code root}. */
    public static String grammar(String schema) throws JsonSchemaException {
        return new SchemaGrammar(read(schema)).text();
    }

    /** The grammar of any JSON value. */
    public static String anyJson() {
        var rules = new Rules();
        rules.define("root", rules.use(Basic.VALUE));
        return rules.text();
    }

    private static JsonNode read(String schema) throws JsonSchemaException {
        try {
            var root = MAPPER.readTree(schema);
            if (root.isObject() || root.isBoolean()) {
                return root;
            }
        } catch (JsonProcessingException e) {
            throw new JsonSchemaException("The schema for the answer's form is no JSON: " + e.getOriginalMessage() + ".", "Correct it.", e);
        }
        throw JsonSchemaException.at("", "stands no object", "Give a JSON schema such as {\"type\": \"object\"}.");
    }
}
