package app.parlance.measure.superglue;

import java.util.List;

/** WSC: whether a pronoun stands for a name (Levesque et al. 2012). */
public record Winograd(int question, String text, String name, String pronoun, boolean label) implements YesNo {
    static List<Item> read(Row row, int first) throws RowException {
        var target = row.inside("target");
        return List.of(new Winograd(first, row.text("text"), target.text("span1_text"), target.text("span2_text"), row.truth("label")));
    }

    @Override
    public String prompt() {
        return text + "\n\nQuestion: Does the word \"" + pronoun + "\" stand for \"" + name + "\" here?\nAnswer yes or no.";
    }
}
