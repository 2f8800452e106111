package app.parlance.measure.superglue;

import java.util.List;

/** A passage and a question about it (Clark et al. 2019). */
public record BoolQ(int question, String passage, String asked, boolean label) implements YesNo {
    static List<Item> read(Row row, int first) throws RowException {
        return List.of(new BoolQ(first, row.text("passage"), row.text("question"), row.truth("label")));
    }

    @Override
    public String prompt() {
        return passage + "\n\nQuestion: " + asked + "?\nAnswer yes or no.";
    }
}
