package app.parlance.measure.superglue;

import java.util.List;

/** WiC: whether a word means the same in two sentences (Pilehvar and Camacho-Collados 2019). */
public record WordInContext(int question, String word, String sentence1, String sentence2, boolean label) implements YesNo {
    static List<Item> read(Row row, int first) throws RowException {
        return List.of(new WordInContext(first, row.text("word"), row.text("sentence1"), row.text("sentence2"), row.truth("label")));
    }

    @Override
    public String prompt() {
        return "1. " + sentence1 + "\n2. " + sentence2 + "\n\nQuestion: Does the word \"" + word + "\" mean the same thing in both sentences?\nAnswer yes or no.";
    }
}
