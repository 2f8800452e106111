package app.parlance.measure.superglue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** ReCoRD: which name of a news text a sentence leaves out; several ways to write it may be right (Zhang et al. 2018). */
public record Record(int question, String passage, String query, List<String> options, Set<String> answers) implements Item {
    private static final String GAP = "@placeholder";

    static List<Item> read(Row row, int first) throws RowException {
        var passage = row.inside("passage");
        var text = passage.text("text");
        var names = new LinkedHashSet<String>();
        for (var entity : passage.rows("entities")) {
            var start = entity.number("start", text.length() - 1);
            var end = entity.number("end", text.length() - 1); // of its last character
            if (end < start) throw entity.refuse("its \"end\" lies before its \"start\"");
            names.add(text.substring(start, end + 1));
        }
        if (names.size() < 2) throw passage.refuse("its \"entities\" give no choice");
        var items = new ArrayList<Item>();
        for (var qa : row.rows("qas")) {
            if (!qa.text("query").contains(GAP)) throw qa.refuse("its \"query\" has no " + GAP);
            var answers = new LinkedHashSet<String>();
            for (var answer : qa.rows("answers")) answers.add(answer.text("text"));
            items.add(new Record(first + items.size(), text, qa.text("query"), List.copyOf(names), answers));
        }
        return items;
    }

    @Override
    public String prompt() {
        return passage.replace("\n@highlight\n", "\n") + "\n\nSentence: " + query + "\nWhich name stands for " + GAP + "? Answer with the name.";
    }

    @Override
    public boolean isRight(int option) {
        return answers.stream().anyMatch(answer -> Metrics.normalized(answer).equals(Metrics.normalized(options.get(option))));
    }
}
