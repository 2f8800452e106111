package app.parlance.measure.superglue;

import java.util.ArrayList;
import java.util.List;

/** MultiRC: whether an answer to a question about several sentences is right; several of one question may be (Khashabi et al. 2018). */
public record MultiRc(int question, String passage, String asked, String answer, boolean label) implements YesNo {
    static List<Item> read(Row row, int first) throws RowException {
        var passage = row.inside("passage");
        var items = new ArrayList<Item>();
        var number = first;
        for (var question : passage.rows("questions")) {
            for (var answer : question.rows("answers")) {
                items.add(new MultiRc(number, passage.text("text"), question.text("question"), answer.text("text"), answer.number("label", 1) == 1));
            }
            number++;
        }
        return items;
    }

    /** The passage and question first: they are read once for all answers. */
    @Override
    public String prompt() {
        return passage + "\n\nQuestion: " + asked + "\nProposed answer: " + answer + "\nIs the proposed answer correct? Answer yes or no.";
    }
}
