package app.parlance.engine.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which texts the grammars take. In these tests ' stands for a quotation mark. */
class JsonSchemaTest {
    private static void takes(String schema, List<String> fitting, List<String> others) throws JsonSchemaException {
        var text = JsonSchema.grammar(schema.replace('\'', '"'));
        var grammar = new Gbnf(text);
        for (var each : fitting) assertTrue(grammar.takes(each.replace('\'', '"')), each + " is not taken by\n" + text);
        for (var each : others) assertFalse(grammar.takes(each.replace('\'', '"')), each + " is taken by\n" + text);
    }

    @Test
    void anyJsonTakesJsonAndNothingElse() {
        var grammar = new Gbnf(JsonSchema.anyJson());
        for (var json : List.of("null", "true", "-12.5e+3", "0", "\"\"", "\"é 字 \\n \\u00e9 \\\\\"", "[]", "{}", "[1,2, [3]]", "{\"a\": {\"b\": [null, \"c\"]}, \"\": 1}", "{\n  \"a\": 1\n}"))
            assertTrue(grammar.takes(json), json);
        for (var other : List.of("", "nul", "01", "1.", "'a'", "\"a", "\"\\x\"", "\"\n\"", "\"\\ud800\"", "[1,]", "[,1]", "{a:1}", "{\"a\":}", "{\"a\":1,}", "[1][2]", "1 ", "{   \"a\":1}"))
            assertFalse(grammar.takes(other), other);
    }

    @Test
    void theEmptySchemaAndTrueAreAnyJson() throws Exception {
        for (var schema : List.of("{}", "true", "{'title': 'Anything', 'x-mine': 7}")) takes(schema, List.of("1", "[{'a':null}]"), List.of("", "x"));
    }

    @Test
    void plainTypes() throws Exception {
        takes("{'type':'boolean'}", List.of("true", "false"), List.of("null", "1"));
        takes("{'type':'null'}", List.of("null"), List.of("true"));
        takes("{'type':'integer'}", List.of("0", "-7", "123"), List.of("-0", "1.5", "00", "12345678901234567"));
        takes("{'type':'number'}", List.of("0", "-7.25", "1e-9"), List.of("1.", ".5", "NaN"));
        takes("{'type':['string','null']}", List.of("'a'", "null"), List.of("1"));
    }

    @Test
    void enumAndConstAreThemselves() throws Exception {
        takes("{'enum':['red', 2, null, {'a':[1]}, 'quo\\\\te']}", List.of("'red'", "2", "null", "{'a':[1]}", "'quo\\\\te'"), List.of("'green'", "red", "3"));
        takes("{'type':'string','enum':['a', 1]}", List.of("'a'"), List.of("1"));
        takes("{'const':'ünï'}", List.of("'ünï'"), List.of("'x'", "ünï"));
    }

    @Test
    void stringsHaveALengthInCharacters() throws Exception {
        takes("{'type':'string','minLength':2,'maxLength':4}", List.of("'ab'", "'abcd'", "'😀😀'", "'\\n\\u00e9'"), List.of("'a'", "'abcde'", "''"));
        takes("{'minLength':1}", List.of("'a'", "'aaaaaaa'"), List.of("''", "5"));
        takes("{'type':'string','maxLength':0}", List.of("''"), List.of("'a'"));
    }

    @Test
    void formatsOfTimesAndIdentifiers() throws Exception {
        takes("{'type':'string','format':'date'}", List.of("'2026-11-30'", "'1999-01-09'"), List.of("'2026-13-01'", "'2026-1-1'", "'2026-12-32'"));
        takes("{'type':'string','format':'time'}", List.of("'23:59:00Z'", "'00:00:00.5+02:00'"), List.of("'24:00:00Z'", "'10:00'"));
        takes("{'type':'string','format':'date-time'}", List.of("'2026-11-30T08:00:00Z'"), List.of("'2026-11-30'", "'2026-11-30 08:00:00Z'"));
        takes("{'type':'string','format':'uuid'}", List.of("'123e4567-e89b-12d3-a456-426614174000'"), List.of("'123e4567'"));
    }

    @ParameterizedTest
    @CsvSource({"0,9", "0,0", "1,12", "5,5", "7,123", "18,99", "95,1005", "100,199", "0,255", "-3,3", "-120,-15", "-9,0", "999,1001"})
    void integersStayWithinTheirBounds(int least, int most) throws Exception {
        var grammar = new Gbnf(JsonSchema.grammar("{\"type\":\"integer\",\"minimum\":" + least + ",\"maximum\":" + most + "}"));
        for (int number = least - 130; number <= most + 130; number++) {
            assertEquals(number >= least && number <= most, grammar.takes(String.valueOf(number)), String.valueOf(number));
        }
        assertFalse(grammar.takes("05"));
    }

    @Test
    void oneBoundAndExcludedBounds() throws Exception {
        takes("{'type':'integer','minimum':18}", List.of("18", "99", "100", "9999999999999999"), List.of("17", "9", "-18"));
        takes("{'type':'integer','maximum':-1}", List.of("-1", "-12345"), List.of("0", "1"));
        takes("{'type':'integer','exclusiveMinimum':0,'exclusiveMaximum':10}", List.of("1", "9"), List.of("0", "10"));
        takes("{'type':'number','minimum':0,'maximum':1}", List.of("0", "1", "0.75", "0.0"), List.of("1.5", "-0.5", "2"));
        takes("{'type':'number','minimum':-2,'maximum':100}", List.of("-2", "-1.99", "-0.5", "99.9", "100", "0"), List.of("-2.5", "100.1", "-3"));
        takes("{'minimum':0}", List.of("0.5", "12"), List.of("-1"));
    }

    @Test
    void propertiesComeInOrderAndOptionalOnesMayBeMissing() throws Exception {
        var schema = "{'type':'object','properties':{'a':{'type':'integer'},'b':{'type':'boolean'},'c':{'type':'null'}},'required':['b']}";
        takes(schema, List.of("{'b':true}", "{'a':1,'b':true}", "{'b':true,'c':null}", "{'a': 1, 'b': false, 'c': null}", "{\n  'b': true\n}"),
                List.of("{}", "{'a':1}", "{'b':true,'a':1}", "{'b':1}", "{'b':true,'d':1}", "{'b':true,'b':true}", "{'b':true,}"));
        takes(schema.replace("['b']", "[]"), List.of("{}", "{'a':1}", "{'c':null}", "{'a':1,'c':null}", "{'a':1,'b':true,'c':null}"), List.of("{,'c':null}", "{'c':null,'a':1}"));
        takes(schema.replace("['b']", "['a','b','c']"), List.of("{'a':1,'b':true,'c':null}"), List.of("{'a':1,'b':true}", "{'b':true,'c':null}"));
    }

    @Test
    void otherPropertiesAreNeverOneOfTheNamed() throws Exception {
        takes("{'properties':{'ab':{'type':'integer'},'abc':{'type':'integer'}},'additionalProperties':{'type':'boolean'}}",
                List.of("{}", "{'ab':1}", "{'x':true}", "{'ab':1,'abcd':true}", "{'a':true,'b':false}", "{'abd':true}", "{'é':true}"),
                List.of("{'ab':true}", "{'abc':true}", "{'x':1}", "{'':true}", "{'\\u0061b':true}", "{'x':true,'ab':1}"));
        takes("{'type':'object'}", List.of("{}", "{'a':[1],'b':{}}"), List.of("[]"));
        takes("{'type':'object','additionalProperties':false}", List.of("{}"), List.of("{'a':1}"));
        takes("{'required':['a']}", List.of("{'a':7}", "{'a':7,'b':8}"), List.of("{}", "{'b':8}"));
        takes("{'type':'object','properties':{'q\\\"]-^':{'type':'null'}},'additionalProperties':true}", List.of("{'q\\\"]-^':null}", "{'q]':1}"), List.of());
    }

    @Test
    void arraysHaveACountAndKindsOfItems() throws Exception {
        takes("{'type':'array','items':{'type':'integer'}}", List.of("[]", "[1]", "[1, 2,3]", "[\n 1\n]"), List.of("[true]", "[1,]"));
        takes("{'items':{'type':'integer'},'minItems':2,'maxItems':3}", List.of("[1,2]", "[1,2,3]"), List.of("[]", "[1]", "[1,2,3,4]"));
        takes("{'type':'array','maxItems':1}", List.of("[]", "['a']"), List.of("[1,2]"));
        takes("{'type':'array','maxItems':0}", List.of("[]"), List.of("[1]"));
        takes("{'prefixItems':[{'type':'integer'},{'type':'string'}],'items':false}", List.of("[1,'a']"), List.of("[]", "[1]", "[1,'a',2]"));
        takes("{'prefixItems':[{'type':'integer'}],'items':{'type':'null'},'maxItems':3}", List.of("[1]", "[1,null,null]"), List.of("[1,null,null,null]", "[1,1]"));
        takes("{'prefixItems':[{'type':'integer'}],'minItems':2}", List.of("[1,'x']"), List.of("[1]", "[1,2,3]"));
    }

    @Test
    void choicesAndReferencesAlsoToItself() throws Exception {
        takes("{'anyOf':[{'type':'integer'},{'oneOf':[{'const':'a'},{'type':'null'}]}]}", List.of("1", "'a'", "null"), List.of("'b'"));
        takes("{'$defs':{'tree':{'type':'object','properties':{'name':{'type':'string'},'below':{'type':'array','items':{'$ref':'#/$defs/tree'}}},'required':['name']}},'$ref':'#/$defs/tree'}",
                List.of("{'name':'a'}", "{'name':'a','below':[]}", "{'name':'a','below':[{'name':'b','below':[{'name':'c'}]}]}"), List.of("{'below':[]}", "{'name':'a','below':[1]}"));
        takes("{'properties':{'next':{'anyOf':[{'$ref':'#'},{'type':'null'}]}},'required':['next']}", List.of("{'next':null}", "{'next':{'next':null}}"), List.of("{}", "{'next':1}"));
        takes("{'definitions':{'a b/c':{'const':1}},'allOf':[{'$ref':'#/definitions/a b~1c'}]}", List.of("1"), List.of("2"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "[1]|stands no object", "{|is no JSON", "{} {}|is no JSON", "false|nothing fits", "{'type':'text'}|type is \"text\"", "{'type':[]}|type is []",
        "{'type':'string','pattern':'a+'}|says pattern", "{'properties':{'a':{'multipleOf':3}}}|at /properties/a it says multipleOf",
        "{'type':'string','format':'email'}|the format email", "{'type':'array','uniqueItems':true}|says uniqueItems", "{'not':{}}|says not",
        "{'$ref':'other.json'}|refers to other.json", "{'$ref':'#/$defs/none'}|which is not there", "{'$ref':'#'}|refers to itself",
        "{'$defs':{'a':{'anyOf':[{'$ref':'#/$defs/b'},{'type':'null'}]},'b':{'oneOf':[{'$ref':'#/$defs/a'}]}},'$ref':'#/$defs/a'}|refers to itself",
        "{'type':'integer','minimum':5,'maximum':4}|no number lies", "{'type':'number','minimum':0.5}|minimum is 0.5", "{'type':'string','maxLength':100000}|maxLength is 100000",
        "{'minItems':3,'maxItems':2}|minItems is above", "{'type':'string','minLength':-1}|minLength is -1", "{'enum':[]}|no value", "{'anyOf':[]}|no choice",
        "{'allOf':[{'type':'object'},{'type':'object'}]}|several schemas", "{'anyOf':[{}],'properties':{}}|says properties beside anyOf",
        "{'additionalProperties':false,'required':['a']}|nothing fits", "{'items':[{'type':'null'}]}|items is a list", "{'properties':{'a':7}}|stands no schema"})
    void whatCannotBeHeldIsRefusedWithASentence(String schema, String part) {
        var refused = assertThrows(JsonSchemaException.class, () -> JsonSchema.grammar(schema.replace('\'', '"')));
        assertTrue(refused.getMessage().contains(part), refused.full());
        assertTrue(refused.getMessage().endsWith(".") && refused.remedy().endsWith("."), refused.full());
    }
}
