package app.parlance.measure;

import app.parlance.engine.Capability;
import app.parlance.engine.ChatMessage;
import app.parlance.engine.ModelPool;
import app.parlance.engine.ModelPool.Priority;
import app.parlance.engine.OpenModel;
import app.parlance.engine.OpenRequest;
import app.parlance.engine.Prompt;
import app.parlance.engine.Score;
import app.parlance.measure.superglue.Answered;
import app.parlance.measure.superglue.Item;
import app.parlance.measure.superglue.SuperGlue;
import app.parlance.model.StoredModel;
import app.parlance.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Scores models on files in SuperGLUE's JSONL by the likelihood of the answers. Each item's result is kept as it comes, so that a run that
 * was stopped goes on where it was. Interrupting the thread stops it.
 */
public final class AccuracyBench {
    /** The name of the set that ships. */
    public static final String OWN = "parlance";
    /** What the results of Auto, which picks among models, are kept under in place of a model's name. */
    public static final String AUTO = "mode auto";

    private final ModelPool pool;
    private final Measurements kept;

    public AccuracyBench(ModelPool pool, Measurements kept) {
        this.pool = pool;
        this.kept = kept;
    }

    /** A model and how it is opened. */
    public record Choice(StoredModel model, OpenRequest request) { }

    /** Which model answers a text. */
    @FunctionalInterface
    public interface Chooser {
        Choice of(String text) throws ProblemException;
    }

    /** The items that one model answers, by their place in the set. */
    private record Share(Choice choice, List<Integer> items) { }

    /**
     * @param file the task's rows; null for the set that ships
     * @param name what the result is kept under: a model's name, or {@link #AUTO}
     * @param choice which model answers an item's text; the same one for all, or what Auto picks
     * @param most questions to answer; 0 = all
     * @param again false goes on with a run that was stopped, and gives one that came to its end as it is
     */
    public Accuracy run(String task, Path file, String name, Chooser choice, int most, boolean again, Progress progress)
            throws ProblemException, InterruptedException {
        var rules = SuperGlue.of(task).orElseThrow(() -> new ProblemException("There is no task \"" + task + "\".",
                "Choose one of " + Arrays.stream(SuperGlue.values()).map(SuperGlue::word).collect(Collectors.joining(", ")) + "."));
        if (!pool.engine().capabilities().contains(Capability.SCORES)) throw cannotScore();
        var items = items(rules, file).stream().filter(item -> most == 0 || item.question() < most).toList();
        var set = file == null ? OWN : file.getFileName().toString();
        var choices = new ArrayList<Choice>();
        for (var item : items) choices.add(choice.of(item.prompt()));
        var setup = setup(name, choices.getFirst());
        var digest = digest(items);

        var before = again ? null : kept.run(setup, rules.word(), digest, most).orElse(null);
        if (before != null && before.finished().isPresent()) return before.finished().get();
        var run = before == null ? kept.begin(setup, rules.word(), set, digest, most) : before.id();
        answer(run, items, choices, progress);
        var result = result(rules, set, items, kept.items(run));
        kept.finish(run, result);
        return result;
    }

    private static List<Item> items(SuperGlue rules, Path file) throws ProblemException {
        if (file != null) return rules.read(file);
        return rules.own().orElseThrow(() -> new ProblemException("No questions of " + rules.word() + " come with Parlance.",
                "Give a file of them in SuperGLUE's format, or choose boolq, copa or rte."));
    }

    static ProblemException cannotScore() {
        return new ProblemException("Accuracy cannot be measured with the runtime on board: it does not tell how likely answers are.",
                "Fetch the newer runtime with \"parlance engine get\" or in the Models pane, then measure again.");
    }

    /** A mode that picks among models is kept under its name alone. */
    private Setup setup(String name, Choice first) {
        var request = first.request();
        return new Setup(name, name.equals(first.model().name()) ? first.model().bytes() : 0, pool.engine().name(), request.cache(), request.contextTokens(), request.threads());
    }

    private void answer(long run, List<Item> items, List<Choice> choices, Progress progress) throws ProblemException, InterruptedException {
        var done = kept.items(run).stream().map(Measurements.Item::item).collect(Collectors.toSet());
        var count = done.size();
        // One model after the other: none is loaded twice.
        for (var share : shares(choices, done::contains)) {
            var model = share.choice().model();
            progress.at(count, items.size(), "loading " + model.name());
            try (var lease = pool.use(share.choice().request(), Priority.BACKGROUND)) {
                if (!lease.model().capabilities().contains(Capability.SCORES)) throw cannotScore();
                for (int place : share.items()) {
                    progress.at(count++, items.size(), model.name());
                    kept.add(run, answer(lease.model(), model, items.get(place), place));
                }
            }
        }
        progress.at(items.size(), items.size(), "");
    }

    private static List<Share> shares(List<Choice> choices, IntPredicate done) {
        var shares = new ArrayList<Share>();
        for (var place = 0; place < choices.size(); place++) {
            if (done.test(place)) continue;
            var wanted = choices.get(place);
            var share = shares.stream().filter(known -> known.choice().request().sameModel(wanted.request())).findFirst().orElse(null);
            if (share == null) shares.add(share = new Share(wanted, new ArrayList<>()));
            share.items().add(place);
        }
        return shares;
    }

    private static Measurements.Item answer(OpenModel model, StoredModel stored, Item item, int place) throws ProblemException, InterruptedException {
        // See docs/decisions/0011: chat models are asked as in a chat; others have only text to go on from.
        var chats = !stored.header().chatTemplate().isEmpty();
        Prompt prompt = chats ? Prompt.Chat.of(ChatMessage.user(item.prompt())) : new Prompt.Text(item.prompt() + "\nAnswer:");
        var options = chats ? item.options() : item.options().stream().map(option -> " " + option).toList();
        var begin = System.nanoTime();
        var scores = model.score(prompt, options);
        var millis = (System.nanoTime() - begin) / 1e6;
        var chosen = likeliest(scores);
        return new Measurements.Item(place, chosen, item.isRight(chosen), millis, model.countTokens(prompt), stored.name());
    }

    /** By the token, so that longer options are not at a loss. */
    private static int likeliest(List<Score> scores) {
        return IntStream.range(0, scores.size()).boxed().max(Comparator.comparingDouble(option -> scores.get(option).logProbability() / scores.get(option).tokens())).orElseThrow();
    }

    private static Accuracy result(SuperGlue rules, String set, List<Item> items, List<Measurements.Item> answers) {
        var metrics = rules.metrics(answers.stream().map(answer -> new Answered(items.get(answer.item()), answer.chosen())).toList());
        var questions = (int) items.stream().map(Item::question).distinct().count();
        return new Accuracy(rules.word(), set, questions, SuperGlue.score(metrics), metrics,
                answers.stream().mapToDouble(Measurements.Item::millis).average().orElse(0),
                answers.stream().collect(Collectors.toMap(Measurements.Item::model, _ -> 1, Integer::sum)));
    }

    private static String digest(List<Item> items) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var item : items) digest.update((item + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
