package app.parlance.engine.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** Numbers, without an exponent where there are bounds. */
final class NumberRule {
    private static final String FRACTION = "( \".\" [0-9]{1,16} )?";

    /** Both included. */
    private record Bounds(long least, long most) { }

    private NumberRule() { }

    static String integer(Rules rules, String place, JsonNode part) throws JsonSchemaException {
        if (isFree(part)) {
            return rules.use(Basic.INTEGER);
        }
        var bounds = bounds(place, part);
        return IntegerRange.of(bounds.least(), bounds.most());
    }

    static String number(Rules rules, String place, JsonNode part) throws JsonSchemaException {
        if (isFree(part)) {
            return rules.use(Basic.NUMBER);
        }
        if (part.has("exclusiveMinimum") || part.has("exclusiveMaximum")) {
            throw JsonSchemaException.at(place, "a bound of a number is excluded", "Use minimum and maximum, or the type integer.");
        }
        var bounds = bounds(place, part);
        // Between two whole numbers: a whole part towards zero and any fraction, or the bound itself.
        var whole = new StringBuilder("( ");
        if (bounds.most() > 0 && bounds.most() > bounds.least()) {
            whole.append(IntegerRange.of(Math.max(0, bounds.least()), bounds.most() - 1)).append(' ').append(FRACTION).append(" | ");
        }
        if (bounds.least() < 0 && bounds.most() > bounds.least()) {
            whole.append("\"-\" ").append(IntegerRange.of(Math.max(0, -bounds.most()), -bounds.least() - 1)).append(' ').append(FRACTION).append(" | ");
        }
        whole.append(Rules.literal(String.valueOf(bounds.least())));
        if (bounds.most() > bounds.least()) {
            whole.append(" | ").append(Rules.literal(String.valueOf(bounds.most())));
        }
        return whole.append(" )").toString();
    }

    private static boolean isFree(JsonNode part) {
        return Stream.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum").noneMatch(part::has);
    }

    private static Bounds bounds(String place, JsonNode part) throws JsonSchemaException {
        long least = Math.max(bound(place, part, "minimum", -IntegerRange.largest()), bound(place, part, "exclusiveMinimum", -IntegerRange.largest() - 1) + 1);
        long most = Math.min(bound(place, part, "maximum", IntegerRange.largest()), bound(place, part, "exclusiveMaximum", IntegerRange.largest() + 1) - 1);
        if (least > most) {
            throw JsonSchemaException.at(place, "no number lies within the bounds", "Correct one of them.");
        }
        return new Bounds(least, most);
    }

    private static long bound(String place, JsonNode part, String word, long otherwise) throws JsonSchemaException {
        var value = part.path(word);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isNumber() || !value.canConvertToExactIntegral() || value.decimalValue().abs().compareTo(BigDecimal.valueOf(IntegerRange.largest())) > 0) {
            throw JsonSchemaException.at(place, word + " is " + value, "A bound is a whole number of at most 16 digits.");
        }
        return value.longValue();
    }
}
