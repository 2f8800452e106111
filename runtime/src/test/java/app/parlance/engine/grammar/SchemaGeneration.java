package app.parlance.engine.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.engine.Answers;
import app.parlance.engine.ChatMessage;
import app.parlance.engine.Engine;
import app.parlance.engine.GenerateRequest;
import app.parlance.engine.OpenModel;
import app.parlance.engine.OpenRequest;
import app.parlance.engine.Prompt;
import app.parlance.engine.Sampling;
import app.parlance.engine.StopReason;
import app.parlance.engine.TestModels;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** llama.cpp reads these grammars, and a real model that would rather chat keeps to them. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SchemaGeneration {
    private static final JsonMapper MAPPER = new JsonMapper();
    private OpenModel model;

    /** The engine whose reading of grammars is tried. */
    abstract Engine engine();

    @BeforeAll
    void open() throws Exception {
        model = engine().open(OpenRequest.toGenerate(TestModels.smolLm(), 1024));
    }

    @AfterAll
    void close() {
        if (model != null) model.close();
    }

    private Answers write(String grammar, String question, int maxTokens) throws Exception {
        var prompt = Prompt.Chat.of(ChatMessage.user(question));
        return Answers.of(model, GenerateRequest.of(prompt, Sampling.DEFAULT.withSeed(11), maxTokens).withGrammar(grammar));
    }

    private JsonNode json(String schema, String question) throws Exception {
        var grammar = JsonSchema.grammar(schema);
        var answer = write(grammar, question, 200);
        assertEquals(StopReason.END, answer.reason(), answer.text());
        assertTrue(new Gbnf(grammar).takes(answer.text()), answer.text());
        return MAPPER.readTree(answer.text());
    }

    @Test
    void anObjectWithBoundsAndAChoice() throws Exception {
        var cat = json("""
                {"type": "object", "properties": {"name": {"type": "string", "minLength": 1, "maxLength": 12}, "age": {"type": "integer", "minimum": 0, "maximum": 25},
                 "colour": {"enum": ["black", "white", "red"]}, "tame": {"type": "boolean"}}, "required": ["name", "age", "colour"]}""", "Describe a cat.");
        assertTrue(cat.get("name").textValue().length() <= 12);
        assertTrue(cat.get("age").intValue() >= 0 && cat.get("age").intValue() <= 25);
        assertTrue(List.of("black", "white", "red").contains(cat.get("colour").textValue()));
    }

    @Test
    void aListOfSoManyItems() throws Exception {
        var days = json("{\"type\": \"array\", \"items\": {\"type\": \"string\", \"maxLength\": 20}, \"minItems\": 3, \"maxItems\": 3}", "Name three days of the week.");
        assertEquals(3, days.size());
    }

    @Test
    void datesNumbersAndIdentifiers() throws Exception {
        var event = json("""
                {"properties": {"when": {"type": "string", "format": "date"}, "id": {"type": "string", "format": "uuid"},
                 "likely": {"type": "number", "minimum": 0, "maximum": 1}}, "required": ["when", "id", "likely"]}""", "Make up an event.");
        if (event.get("when").textValue().substring(8).compareTo("29") < 0) LocalDate.parse(event.get("when").textValue());
        UUID.fromString(event.get("id").textValue());
        assertTrue(event.get("likely").doubleValue() >= 0 && event.get("likely").doubleValue() <= 1);
    }

    @Test
    void aSchemaThatRefersToItself() throws Exception {
        var tree = json("""
                {"$defs": {"person": {"type": "object", "properties": {"name": {"type": "string", "maxLength": 15},
                  "children": {"type": "array", "maxItems": 1, "items": {"$ref": "#/$defs/person"}}}, "required": ["name"]}}, "$ref": "#/$defs/person"}""",
                "Draw up a family tree.");
        assertTrue(tree.get("name").isTextual());
    }

    @Test
    void otherPropertiesBesideTheNamed() throws Exception {
        var grammar = JsonSchema.grammar("{\"properties\": {\"city\": {\"type\": \"string\", \"maxLength\": 20}}, \"required\": [\"city\"], \"additionalProperties\": {\"type\": \"integer\"}}");
        var answer = write(grammar, "Give me figures about a city.", 40);
        assertTrue(answer.text().matches("(?s)\\{\\s*\"city\".*"), answer.text());
        assertTrue(answer.reason() == StopReason.LENGTH || new Gbnf(grammar).takes(answer.text()), answer.text());
    }

    @Test
    void eitherOr() throws Exception {
        var answer = json("{\"anyOf\": [{\"const\": \"yes\"}, {\"const\": \"no\"}, {\"type\": \"null\"}]}", "Is the sky blue?");
        assertTrue(answer.isNull() || List.of("yes", "no").contains(answer.asText()));
    }

    @Test
    void longStringsAndAnyJsonAreReadToo() throws Exception {
        assertTrue(write(JsonSchema.grammar("{\"type\": \"string\", \"maxLength\": 1000}"), "Tell me something.", 8).text().startsWith("\""));
        assertTrue("{[\"-0123456789tfn".indexOf(write(JsonSchema.anyJson(), "Write JSON.", 1).text().charAt(0)) >= 0);
    }
}
