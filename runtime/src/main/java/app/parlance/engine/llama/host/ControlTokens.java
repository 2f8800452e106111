package app.parlance.engine.llama.host;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The texts that a vocabulary reads as control tokens wherever they stand. */
final class ControlTokens {
    private static final int UNKNOWN = 2;
    private static final int CONTROL = 3;
    private static final int USER_DEFINED = 4;
    /** llama.cpp makes these control tokens even where the file calls them normal. */
    private static final Set<String> ALWAYS = Set.of("<|eot_id|>", "<|im_end|>", "<|end|>", "<end_of_turn>", "<|endoftext|>", "<|eom_id|>", "<EOT>");

    private final Set<String> texts = new LinkedHashSet<>();
    private final Map<Character, List<String>> byFirst = new HashMap<>();

    ControlTokens(String[] tokens, int[] types) {
        for (int i = 0; i < tokens.length; i++) {
            int type = i < types.length ? types[i] : 0;
            if (tokens[i].length() > 1 && isControl(tokens[i], type)) texts.add(tokens[i]);
        }
        for (String text : texts) byFirst.computeIfAbsent(text.charAt(0), first -> new ArrayList<>()).add(text);
    }

    /** Of the tokens that a file's maker added, those in brackets steer; the others are runs of blanks and the like. */
    private static boolean isControl(String token, int type) {
        boolean bracketed = token.startsWith("<") && token.endsWith(">") || token.startsWith("[") && token.endsWith("]");
        return type == CONTROL || type == UNKNOWN || type == USER_DEFINED && bracketed || ALWAYS.contains(token);
    }

    Set<String> texts() {
        return texts;
    }

    /** The length of the longest control token that begins here; 0 = none. */
    int lengthAt(String text, int index) {
        int longest = 0;
        for (String control : byFirst.getOrDefault(text.charAt(index), List.of())) {
            if (control.length() > longest && text.startsWith(control, index)) longest = control.length();
        }
        return longest;
    }
}
