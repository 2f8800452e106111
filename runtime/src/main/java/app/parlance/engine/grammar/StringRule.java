package app.parlance.engine.grammar;

import com.fasterxml.jackson.databind.JsonNode;

/** A string: of a length in Unicode characters, or of a format (RFC 3339 for times, with a zone). */
final class StringRule {
    private static final String DATE = "[0-9]{4} \"-\" ( \"0\" [1-9] | \"1\" [0-2] ) \"-\" ( \"0\" [1-9] | [1-2] [0-9] | \"3\" [0-1] )";
    private static final String HOUR_MINUTE = "( [0-1] [0-9] | \"2\" [0-3] ) \":\" [0-5] [0-9]";
    private static final String TIME = HOUR_MINUTE + " \":\" [0-5] [0-9] ( \".\" [0-9]{1,9} )? ( \"Z\" | [-+] " + HOUR_MINUTE + " )";
    private static final String HEX = "[0-9a-f]";
    private static final String UUID = HEX + "{8} \"-\" " + HEX + "{4} \"-\" " + HEX + "{4} \"-\" " + HEX + "{4} \"-\" " + HEX + "{12}";

    private StringRule() { }

    static String expression(Rules rules, String place, JsonNode part) throws JsonSchemaException {
        long least = Keywords.count(place, part, "minLength", 0);
        long most = Keywords.count(place, part, "maxLength", Long.MAX_VALUE);
        if (part.has("format")) {
            if (part.has("minLength") || part.has("maxLength")) {
                throw JsonSchemaException.at(place, "it gives a length beside a format", "Leave out one of them.");
            }
            return quoted(format(place, part.get("format").asText()));
        }
        if (least == 0 && most == Long.MAX_VALUE) {
            return rules.use(Basic.STRING);
        }
        if (least > most) {
            throw JsonSchemaException.at(place, "minLength is above maxLength", "Correct one of them.");
        }
        return quoted(Rules.repeated(rules.use(Basic.CHARACTER), least, most));
    }

    private static String format(String place, String format) throws JsonSchemaException {
        return switch (format) {
            case "date" -> DATE;
            case "time" -> TIME;
            case "date-time" -> DATE + " \"T\" " + TIME;
            case "uuid" -> UUID;
            default -> throw JsonSchemaException.at(place, "it asks for the format " + format, "Known are date, time, date-time and uuid; leave it out, and check it in what comes.");
        };
    }

    private static String quoted(String content) {
        return "\"\\\"\" " + content + " \"\\\"\"";
    }
}
