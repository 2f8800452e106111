package app.parlance.engine.grammar;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Keys of an object that are not these: a tree of their letters, left at any letter that none of them has there. */
final class OtherKeys {
    /** No escapes, so that none of the names can come in another spelling. */
    private static final String PLAIN = "[^\\x22\\x5C\\x7F\\x00-\\x1F]";

    private final Map<Integer, OtherKeys> next = new TreeMap<>();
    private boolean taken;

    private OtherKeys() { }

    /** An expression for any key without escapes, not empty and none of {@code names}, with its quotation marks. */
    static String than(Collection<String> names) {
        var root = new OtherKeys();
        root.taken = true;
        for (var name : names) {
            if (name.codePoints().allMatch(c -> c >= 0x20 && c != '"' && c != '\\' && c != 0x7F)) {
                var node = root;
                for (int c : name.codePoints().toArray()) {
                    node = node.next.computeIfAbsent(c, _ -> new OtherKeys());
                }
                node.taken = true;
            }
        }
        return "\"\\\"\" " + root.rest() + " \"\\\"\"";
    }

    private String rest() {
        var parts = new ArrayList<String>();
        var others = new StringBuilder("[^\\x22\\x5C\\x7F\\x00-\\x1F");
        next.forEach((c, node) -> {
            others.append(Rules.inBrackets(c));
            parts.add(Rules.literal(Character.toString(c)) + " " + node.rest());
        });
        parts.add(others + "] " + PLAIN + "*");
        return "( " + String.join(" | ", parts) + " )" + (taken ? "" : "?");
    }
}
