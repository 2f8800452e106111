package app.parlance.measure.superglue;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The metrics of SuperGLUE (Wang et al. 2019, table 1), each 0..1. The lists are not empty. */
final class Metrics {
    private Metrics() { }

    static double accuracy(List<Answered> answers) {
        return share(answers, Answered::correct);
    }

    /** F1 of each option that is right or was chosen somewhere, and their mean; as scikit-learn's macro average. */
    static double macroF1(List<Answered> answers) {
        var sum = 0.0;
        var classes = 0;
        for (var option = 0; option < answers.getFirst().item().options().size(); option++) {
            var label = option;
            if (answers.stream().noneMatch(answer -> answer.chosen() == label || answer.item().isRight(label))) continue;
            sum += f1(answers, label);
            classes++;
        }
        return sum / classes;
    }

    /** Of one option against the others. */
    static double f1(List<Answered> answers, int option) {
        var both = answers.stream().filter(answer -> answer.chosen() == option && answer.item().isRight(option)).count();
        var either = answers.stream().filter(answer -> answer.chosen() == option).count()
                + answers.stream().filter(answer -> answer.item().isRight(option)).count();
        return either == 0 ? 0 : 2.0 * both / either;
    }

    /** The questions all of whose items are right. */
    static double exactMatch(List<Answered> answers) {
        return share(byQuestion(answers), all -> all.stream().allMatch(Answered::correct));
    }

    /** How alike the chosen name and the likest of the right ones are in words; mean over the questions. */
    static double tokenF1(List<Answered> answers) {
        return answers.stream().mapToDouble(answer -> switch (answer.item()) {
            case Record record -> record.answers().stream().mapToDouble(right -> tokenF1(record.options().get(answer.chosen()), right)).max().orElse(0);
            default -> answer.correct() ? 1 : 0;
        }).average().orElse(0);
    }

    static double tokenF1(String chosen, String right) {
        var words = List.of(normalized(chosen).split(" "));
        var expected = List.of(normalized(right).split(" "));
        Map<String, Integer> counts = new HashMap<>();
        for (var word : expected) counts.merge(word, 1, Integer::sum);
        var common = words.stream().filter(word -> counts.merge(word, -1, Integer::sum) >= 0).count();
        return 2.0 * common / (words.size() + expected.size());
    }

    /** Lower case, without punctuation, articles and double spaces: as the official scripts of ReCoRD and SQuAD compare. */
    static String normalized(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\p{Punct}", "").replaceAll("\\b(a|an|the)\\b", " ").strip().replaceAll("\\s+", " ");
    }

    static Collection<List<Answered>> byQuestion(List<Answered> answers) {
        return answers.stream().collect(Collectors.groupingBy(answer -> answer.item().question())).values();
    }

    private static <T> double share(Collection<T> all, Predicate<T> which) {
        return (double) all.stream().filter(which).count() / all.size();
    }
}
