package app.parlance.measure.superglue;

import java.util.List;

/** CB: how far the writer of a text is committed to a clause in it (de Marneffe et al. 2019). */
public record CommitmentBank(int question, String premise, String hypothesis, int label) implements Item {
    private static final List<String> LABELS = List.of("entailment", "contradiction", "neutral");

    static List<Item> read(Row row, int first) throws RowException {
        return List.of(new CommitmentBank(first, row.text("premise"), row.text("hypothesis"), row.oneOf("label", LABELS)));
    }

    @Override
    public String prompt() {
        return premise + "\n\nQuestion: Does this say that " + hypothesis + "?\nAnswer yes, no or maybe.";
    }

    @Override
    public List<String> options() {
        return List.of("Yes", "No", "Maybe");
    }

    @Override
    public boolean isRight(int option) {
        return option == label;
    }
}
