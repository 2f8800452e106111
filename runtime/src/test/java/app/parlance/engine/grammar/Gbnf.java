package app.parlance.engine.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/** Tells which texts a grammar takes, without a model: llama.cpp's syntax, as far as these grammars use it. */
final class Gbnf {
    /** From a position, all at which it can end. */
    private interface Part {
        Set<Integer> ends(int[] text, int from);
    }

    private final Map<String, Part> rules = new HashMap<>();
    private final Map<String, Map<Integer, Set<Integer>>> known = new HashMap<>();
    private String rest;

    Gbnf(String grammar) {
        for (var line : grammar.lines().toList()) {
            var name = line.substring(0, line.indexOf(" ::= "));
            if (!name.matches("[a-zA-Z0-9-]+") || rules.containsKey(name)) throw new IllegalArgumentException("rule " + name);
            rest = line.substring(name.length() + 5).strip();
            rules.put(name, alternatives());
            if (!rest.isEmpty()) throw new IllegalArgumentException(name + " goes on with " + rest);
        }
    }

    boolean takes(String text) {
        known.clear();
        int[] characters = text.codePoints().toArray();
        return rule("root").ends(characters, 0).contains(characters.length);
    }

    private Part rule(String name) {
        return (text, from) -> {
            var ends = known.computeIfAbsent(name, _ -> new HashMap<>()).get(from);
            if (ends == null) {
                if (!rules.containsKey(name)) throw new IllegalArgumentException("no rule " + name);
                ends = rules.get(name).ends(text, from);
                known.get(name).put(from, ends);
            }
            return ends;
        };
    }

    private Part alternatives() {
        var all = new ArrayList<Part>(List.of(sequence()));
        while (rest.startsWith("|")) {
            take(1);
            all.add(sequence());
        }
        return (text, from) -> {
            var ends = new TreeSet<Integer>();
            all.forEach(each -> ends.addAll(each.ends(text, from)));
            return ends;
        };
    }

    private Part sequence() {
        var all = new ArrayList<Part>();
        while (!rest.isEmpty() && !rest.startsWith("|") && !rest.startsWith(")")) all.add(repeated(one()));
        return (text, from) -> {
            Set<Integer> ends = Set.of(from);
            for (var each : all) ends = step(each, text, ends);
            return ends;
        };
    }

    private static Set<Integer> step(Part part, int[] text, Set<Integer> from) {
        var ends = new TreeSet<Integer>();
        from.forEach(each -> ends.addAll(part.ends(text, each)));
        return ends;
    }

    private Part one() {
        char first = rest.charAt(0);
        if (first == '(') {
            take(1);
            var inside = alternatives();
            if (!rest.startsWith(")")) throw new IllegalArgumentException("not closed: " + rest);
            take(1);
            return inside;
        }
        if (first == '"') {
            rest = rest.substring(1);
            var characters = new ArrayList<Part>();
            while (rest.charAt(0) != '"') {
                int c = character();
                characters.add((text, from) -> from < text.length && text[from] == c ? Set.of(from + 1) : Set.of());
            }
            take(1);
            return (text, from) -> {
                Set<Integer> ends = Set.of(from);
                for (var each : characters) ends = step(each, text, ends);
                return ends;
            };
        }
        if (first == '[') return set();
        var name = rest.replaceFirst("(?s)[^a-zA-Z0-9-].*", "");
        if (name.isEmpty()) throw new IllegalArgumentException("what is " + rest);
        take(name.length());
        return rule(name);
    }

    private Part set() {
        boolean others = rest.startsWith("[^");
        rest = rest.substring(others ? 2 : 1);
        IntPredicate in = _ -> false;
        while (rest.charAt(0) != ']') {
            int least = character();
            int most = least;
            if (rest.startsWith("-") && rest.charAt(1) != ']') {
                rest = rest.substring(1);
                most = character();
            }
            int last = most;
            in = in.or(c -> c >= least && c <= last);
        }
        take(1);
        var within = in;
        return (text, from) -> from < text.length && within.test(text[from]) != others ? Set.of(from + 1) : Set.of();
    }

    private int character() {
        int c = rest.codePointAt(0);
        int length = Character.charCount(c);
        if (c == '\\') {
            char kind = rest.charAt(1);
            int digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
            length = 2 + digits;
            c = digits > 0 ? Integer.parseInt(rest.substring(2, length), 16) : kind == 'n' ? '\n' : kind;
            if (digits == 0 && "n\"\\[]".indexOf(kind) < 0) throw new IllegalArgumentException("escape " + kind);
        }
        rest = rest.substring(length);
        return c;
    }

    private Part repeated(Part part) {
        if (rest.startsWith("?")) return repeated(part, 0, 1, 1);
        if (rest.startsWith("*")) return repeated(part, 0, Integer.MAX_VALUE, 1);
        if (rest.startsWith("+")) return repeated(part, 1, Integer.MAX_VALUE, 1);
        if (!rest.startsWith("{")) return part;
        var inside = rest.substring(1, rest.indexOf('}'));
        var bounds = inside.split(",", -1);
        int least = Integer.parseInt(bounds[0]);
        int most = bounds.length == 1 ? least : bounds[1].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(bounds[1]);
        return repeated(part, least, most, inside.length() + 2);
    }

    private Part repeated(Part part, int least, int most, int length) {
        take(length);
        return (text, from) -> {
            var ends = new HashSet<Integer>();
            Set<Integer> now = Set.of(from);
            for (int count = 0; count <= most && !now.isEmpty(); count++) {
                if (count >= least && !ends.addAll(now)) break;
                now = step(part, text, now);
            }
            return ends;
        };
    }

    private void take(int length) {
        rest = rest.substring(length).stripLeading();
    }
}
