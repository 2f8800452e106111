package app.parlance.engine.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** SentencePiece as llama.cpp does it: of all neighbours that make a token together the best come together first. */
final class PlainTokens {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Object[] scores;

    PlainTokens(PlainGguf file) {
        Object[] tokens = (Object[]) file.entries().get("tokenizer.ggml.tokens");
        scores = (Object[]) file.entries().get("tokenizer.ggml.scores");
        for (int i = 0; i < tokens.length; i++) numbers.putIfAbsent((String) tokens[i], i);
    }

    /** The text's token numbers; only for texts whose characters are all tokens. */
    int[] of(String text) {
        List<String> parts = new ArrayList<>();
        text.replace(' ', '▁').codePoints().forEach(c -> parts.add(Character.toString(c)));
        for (int best = best(parts); best >= 0; best = best(parts)) parts.set(best, parts.get(best) + parts.remove(best + 1));
        return parts.stream().mapToInt(numbers::get).toArray();
    }

    private int best(List<String> parts) {
        int best = -1;
        float highest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i + 1 < parts.size(); i++) {
            Integer joined = numbers.get(parts.get(i) + parts.get(i + 1));
            if (joined == null || (float) scores[joined] <= highest) continue;
            best = i;
            highest = (float) scores[joined];
        }
        return best;
    }
}
