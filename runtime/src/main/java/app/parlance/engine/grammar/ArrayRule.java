package app.parlance.engine.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.ArrayList;

/** An array: first the items that have a schema each, all of them, then further ones within the bounds. */
final class ArrayRule {
    private final SchemaGrammar grammar;
    private final String place;
    private final JsonNode part;

    ArrayRule(SchemaGrammar grammar, String place, JsonNode part) {
        this.grammar = grammar;
        this.place = place;
        this.part = part;
    }

    String expression() throws JsonSchemaException {
        long least = Keywords.count(place, part, "minItems", 0);
        long most = Keywords.count(place, part, "maxItems", Long.MAX_VALUE);
        if (least > most) {
            throw JsonSchemaException.at(place, "minItems is above maxItems", "Correct one of them.");
        }
        var first = part.path("prefixItems");
        var space = grammar.rules().use(Basic.SPACE);
        var comma = " \",\" " + space + " ";
        var items = new ArrayList<String>();
        for (int i = 0; i < Math.min(first.size(), most); i++) {
            items.add(grammar.inside(place + "/prefixItems/" + i, first.get(i)));
        }
        var fixed = String.join(comma, items);
        long leastMore = Math.max(0, least - items.size());
        long mostMore = mostMore(most, items.size(), leastMore);
        var begin = "\"[\" " + space + " ";
        if (mostMore == 0) {
            return begin + (items.isEmpty() ? "" : fixed + " " + space + " ") + "\"]\"";
        }
        var item = grammar.inside(place + "/items", part.has("items") ? part.get("items") : BooleanNode.TRUE);
        var next = grammar.rules().add("next-item", comma.strip() + " " + item);
        if (!items.isEmpty()) {
            return begin + fixed + " " + Rules.repeated(next, leastMore, mostMore) + " " + space + " \"]\"";
        }
        long fewer = mostMore == Long.MAX_VALUE ? mostMore : mostMore - 1;
        var all = item + (fewer == 0 ? "" : " " + Rules.repeated(next, Math.max(0, leastMore - 1), fewer)) + " " + space;
        return begin + (leastMore == 0 ? "( " + all + " )?" : all) + " \"]\"";
    }

    private long mostMore(long most, int fixed, long leastMore) throws JsonSchemaException {
        var further = part.path("items");
        if (further.isArray()) {
            throw JsonSchemaException.at(place, "items is a list", "Call it prefixItems.");
        }
        boolean none = further.isBoolean() && !further.booleanValue();
        if (none && leastMore > 0) {
            throw JsonSchemaException.at(place, "minItems asks for more than there can be", "Lower it, or say what further items are.");
        }
        if (none) {
            return 0;
        }
        if (further.isMissingNode() && fixed > 0) {
            return leastMore;
        }
        return most == Long.MAX_VALUE ? most : most - fixed;
    }
}
