package app.parlance.measure;

import app.parlance.engine.GenerateRequest;
import app.parlance.engine.GenerationEvent;
import app.parlance.engine.OpenModel;
import app.parlance.engine.Prompt;
import app.parlance.engine.Sampling;
import app.parlance.engine.Usage;
import app.parlance.problem.ProblemException;
import java.util.List;
import java.util.Random;

/** Has an open model read and write so that one can look at the clock. */
final class Samples {
    private static final List<String> WORDS = List.of("river", "stone", "light", "garden", "winter", "morning", "letter", "window", "forest", "silver",
            "market", "village", "harbour", "bridge", "summer", "evening", "mountain", "paper", "music", "yellow");

    private final OpenModel model;
    private final double tokensPerWord;
    private final Random random = new Random(1);

    Samples(OpenModel model) throws ProblemException, InterruptedException {
        this.model = model;
        var count = 100;
        tokensPerWord = (double) model.countTokens(new Prompt.Text(words(count))) / count;
    }

    /**
     * Reads a prompt of about so many tokens, all anew, and writes after it.
     *
     * @param write tokens to write, at least 2; a model that ends its text earlier is asked again with other words
     */
    Usage take(int promptTokens, int write) throws ProblemException, InterruptedException {
        var usage = Usage.NONE;
        for (var attempt = 0; attempt < 3 && usage.completionTokens() < 2; attempt++) {
            var prompt = new Prompt.Text(words(Math.max(1, (int) (promptTokens / tokensPerWord))));
            usage = run(GenerateRequest.of(prompt, Sampling.GREEDY, write).withoutReuse());
        }
        return usage;
    }

    private Usage run(GenerateRequest request) throws ProblemException, InterruptedException {
        try (var generation = model.generate(request)) {
            while (true) {
                if (generation.next() instanceof GenerationEvent.Finished finished) return finished.usage();
            }
        }
    }

    /** Prompt tokens a second, the first written token's time included. */
    static double promptSpeed(Usage usage) {
        return usage.timeToFirstToken().isZero() ? 0 : (usage.promptTokens() - usage.reusedTokens()) / (usage.timeToFirstToken().toNanos() / 1e9);
    }

    private String words(int count) {
        var text = new StringBuilder("The");
        for (var i = 0; i < count; i++) text.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
        return text.toString();
    }
}
