package app.parlance.engine.grammar;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The rules of one grammar, each with its own name, and how things are written in GBNF (llama.cpp, grammars/README.md). */
final class Rules {
    private final Map<String, String> bodies = new LinkedHashMap<>();

    Rules() {
        bodies.put("root", "");
    }

    /** The name of a rule of JSON, which is added where it is not there yet. */
    String use(Basic basic) {
        if (bodies.putIfAbsent(basic.rule(), basic.body()) == null) {
            basic.needs().forEach(this::use);
        }
        return basic.rule();
    }

    /** A name that is free, like {@code wish}, to be {@linkplain #define defined} later. */
    String reserve(String wish) {
        var plain = wish.replaceAll("[^a-zA-Z0-9]+", "-").replaceAll("^-+|-+$", "");
        var name = "s-" + (plain.isEmpty() ? "rule" : plain); // the basic rules have no such beginning
        for (int number = 2; bodies.containsKey(name); number++) {
            name = "s-" + plain + "-" + number;
        }
        bodies.put(name, "");
        return name;
    }

    void define(String name, String body) {
        bodies.put(name, body);
    }

    /** A new rule; its name. */
    String add(String wish, String body) {
        var name = reserve(wish);
        define(name, body);
        return name;
    }

    String text() {
        return bodies.entrySet().stream().map(rule -> rule.getKey() + " ::= " + rule.getValue() + "\n").collect(Collectors.joining());
    }

    /** These characters, exactly. */
    static String literal(String text) {
        return text.codePoints().mapToObj(c -> switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            default -> c < 0x20 || c == 0x7F ? "\\x%02X".formatted(c) : Character.toString(c);
        }).collect(Collectors.joining("", "\"", "\""));
    }

    /** A character as it stands in brackets, where many have a meaning. */
    static String inBrackets(int c) {
        return c < 0x80 ? Character.isLetterOrDigit(c) ? Character.toString(c) : "\\x%02X".formatted(c) : "\\U%08X".formatted(c);
    }

    /** What is repeated must be one symbol. */
    static String repeated(String symbol, long least, long most) {
        if (most == Long.MAX_VALUE) {
            return symbol + (least == 0 ? "*" : least == 1 ? "+" : "{" + least + ",}");
        }
        return symbol + (least == most ? "{" + least + "}" : "{" + least + "," + most + "}");
    }
}
