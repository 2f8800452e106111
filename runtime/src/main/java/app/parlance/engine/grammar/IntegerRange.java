package app.parlance.engine.grammar;

import java.util.ArrayList;
import java.util.List;

/** Whole numbers within bounds, digit by digit, without leading zeros. */
final class IntegerRange {
    /** So many digits a number has at the most where nothing bounds it: a long holds them. */
    private static final int DIGITS = 16;
    private static final long LARGEST = 9_999_999_999_999_999L;

    private IntegerRange() { }

    /** The most that a bound may be, up or down. */
    static long largest() {
        return LARGEST;
    }

    /** An expression for {@code least}..{@code most}, both at most {@link #largest()} from zero, not in the wrong order. */
    static String of(long least, long most) {
        var parts = new ArrayList<String>();
        if (most >= 0) {
            parts.addAll(natural(Math.max(0, least), most));
        }
        if (least < 0) {
            parts.add("\"-\" ( " + String.join(" | ", natural(Math.max(1, -most), -least)) + " )");
        }
        return "( " + String.join(" | ", parts) + " )";
    }

    private static List<String> natural(long least, long most) {
        var parts = new ArrayList<String>();
        long from = least;
        if (from == 0) {
            parts.add("\"0\"");
            from = 1;
        }
        while (from <= most) {
            int length = String.valueOf(from).length();
            int longest = wholeLengths(from, most);
            if (longest > 0) {
                parts.add("[1-9]" + (longest == 1 ? "" : " " + Rules.repeated("[0-9]", length - 1, longest - 1)));
                from = allNines(longest) + 1;
            } else {
                long to = Math.min(most, allNines(length));
                parts.add(sameLength(String.valueOf(from), String.valueOf(to)));
                from = to + 1;
            }
        }
        return parts;
    }

    /** Up to which length all numbers from {@code from} on are within {@code most}; 0 where not even those of its own are. */
    private static int wholeLengths(long from, long most) {
        var text = String.valueOf(from);
        boolean isFirst = text.startsWith("1") && text.endsWith("0".repeat(text.length() - 1));
        int longest = String.valueOf(most).length() - (allNines(String.valueOf(most).length()) == most ? 0 : 1);
        return isFirst && longest >= text.length() ? longest : 0;
    }

    private static long allNines(int digits) {
        return digits >= DIGITS ? LARGEST : (long) Math.pow(10, digits) - 1;
    }

    private static String sameLength(String least, String most) {
        if (least.isEmpty()) {
            return "";
        }
        int rest = least.length() - 1;
        char first = least.charAt(0);
        char last = most.charAt(0);
        if (first == last) {
            return (Rules.literal(String.valueOf(first)) + " " + sameLength(least.substring(1), most.substring(1))).strip();
        }
        var parts = new ArrayList<String>();
        var zeros = "0".repeat(rest);
        var nines = "9".repeat(rest);
        if (!least.endsWith(zeros)) {
            parts.add(Rules.literal(String.valueOf(first)) + " " + sameLength(least.substring(1), nines));
            first++;
        }
        boolean cutAbove = !most.endsWith(nines);
        char lastWhole = cutAbove ? (char) (last - 1) : last;
        if (first <= lastWhole) {
            parts.add("[" + first + "-" + lastWhole + "]" + (rest == 0 ? "" : " " + Rules.repeated("[0-9]", rest, rest)));
        }
        if (cutAbove) {
            parts.add(Rules.literal(String.valueOf(last)) + " " + sameLength(zeros, most.substring(1)));
        }
        return parts.size() == 1 ? parts.getFirst() : "( " + String.join(" | ", parts) + " )";
    }
}
