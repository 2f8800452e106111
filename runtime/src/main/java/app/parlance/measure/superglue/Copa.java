package app.parlance.measure.superglue;

import java.util.List;

/** COPA: the likelier cause or effect of two (Roemmele et al. 2011). */
public record Copa(int question, String premise, boolean effect, List<String> options, int label) implements Item {
    static List<Item> read(Row row, int first) throws RowException {
        return List.of(new Copa(first, row.text("premise"), row.oneOf("question", List.of("cause", "effect")) == 1,
                List.of(row.text("choice1"), row.text("choice2")), row.number("label", 1)));
    }

    @Override
    public String prompt() {
        return premise + "\n\n" + (effect ? "What happened as a result?" : "What was the cause?") + " Answer in one sentence.";
    }

    @Override
    public boolean isRight(int option) {
        return option == label;
    }
}
