package app.parlance.measure.superglue;

import java.util.List;

/** RTE: whether one text follows from another (Dagan et al. 2006 and later). */
public record Rte(int question, String premise, String hypothesis, boolean label) implements YesNo {
    static List<Item> read(Row row, int first) throws RowException {
        return List.of(new Rte(first, row.text("premise"), row.text("hypothesis"), row.oneOf("label", List.of("entailment", "not_entailment")) == 0));
    }

    @Override
    public String prompt() {
        return premise + "\n\nQuestion: Does it follow from this that \"" + hypothesis + "\"?\nAnswer yes or no.";
    }
}
