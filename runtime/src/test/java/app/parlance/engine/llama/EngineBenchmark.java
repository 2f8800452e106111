package app.parlance.engine.llama;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.engine.Answers;
import app.parlance.engine.ChatMessage;
import app.parlance.engine.GenerateRequest;
import app.parlance.engine.Generation;
import app.parlance.engine.GenerationEvent;
import app.parlance.engine.OpenModel;
import app.parlance.engine.OpenRequest;
import app.parlance.engine.Prompt;
import app.parlance.engine.Sampling;
import app.parlance.engine.TestModels;
import app.parlance.platform.Processor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ratios, each of figures from one run; absolute numbers only to read them by. */
@Tag("benchmark")
class EngineBenchmark {
    private static final int ROUNDS = 9;
    private static final int TOKENS = 96;

    private final LlamaEngine engine = LlamaEngine.onBoard();

    @Test
    void theWholeStackIsNearlyAsFastAsTheBareBinding() throws Exception {
        Path file = TestModels.smolLm();
        int threads = Processor.ofThisMachine().physicalCores();
        Process bare = bareBinding(file, threads);
        try (OpenModel model = engine.open(OpenRequest.toGenerate(file, 2048).withThreads(threads));
                BufferedReader answers = bare.inputReader(); PrintWriter orders = new PrintWriter(bare.getOutputStream(), true)) {
            List<Double> ratios = new ArrayList<>();
            List<Double> ours = new ArrayList<>();
            List<Double> theirs = new ArrayList<>();
            for (int round = 0; round <= ROUNDS; round++) {
                orders.println(TOKENS);
                double direct = Double.parseDouble(answers.readLine());
                double through = Answers.of(model, GenerateRequest.of(new Prompt.Text(BareBinding.PROMPT), Sampling.GREEDY, TOKENS)).usage().millisPerToken();
                if (round == 0) continue;
                theirs.add(1000 / direct);
                ours.add(1000 / through);
                ratios.add(direct / through);
            }
            System.out.printf(Locale.ROOT, "throughput: whole stack %.1f tokens/s, bare binding %.1f, ratio of medians %.3f, median of ratios %.3f (%d threads, %d rounds of %d tokens)%n",
                    median(ours), median(theirs), median(ours) / median(theirs), median(ratios), threads, ROUNDS, TOKENS);
            assertTrue(Math.max(median(ratios), median(ours) / median(theirs)) >= 0.97, "at least 0.97 of the bare binding");
        } finally {
            bare.destroyForcibly();
        }
    }

    @Test
    void theSecondTurnStartsInATenthOfTheFirstsTime() throws Exception {
        List<Double> ratios = new ArrayList<>();
        List<Double> firsts = new ArrayList<>();
        List<Double> seconds = new ArrayList<>();
        try (OpenModel model = engine.open(OpenRequest.toGenerate(TestModels.smolLm(), 2048))) {
            for (int round = 0; round < 3; round++) {
                ChatMessage question = ChatMessage.user("Round " + round + ". Read this and say what it is about: " + "The cat sat on the mat and the dog lay by the door. ".repeat(85));
                Answers first = Answers.of(model, GenerateRequest.of(Prompt.Chat.of(question), Sampling.GREEDY, 30));
                Prompt.Chat next = Prompt.Chat.of(question, ChatMessage.assistant(first.text()), ChatMessage.user("Who lay by the door?"));
                Answers second = Answers.of(model, GenerateRequest.of(next, Sampling.GREEDY, 30));
                assertTrue(first.usage().promptTokens() >= 1000, first.usage().toString());
                firsts.add(first.usage().timeToFirstToken().toNanos() / 1e6);
                seconds.add(second.usage().timeToFirstToken().toNanos() / 1e6);
                ratios.add(seconds.getLast() / firsts.getLast());
            }
        }
        System.out.printf(Locale.ROOT, "second turn: first token after %.0f ms, the first turn's after %.0f ms, ratio %.3f (medians of 3)%n", median(seconds), median(firsts), median(ratios));
        assertTrue(median(ratios) <= 0.1);
    }

    @Test
    void cancellingWithinAPromptWaitsHalfASecondAtMost() throws Exception {
        List<Double> waits = new ArrayList<>();
        try (OpenModel model = engine.open(OpenRequest.toGenerate(TestModels.qwenOneAndAHalfBillion(), 4096))) {
            for (int round = 0; round < 6; round++) {
                Prompt prompt = Prompt.Chat.of(ChatMessage.user("Round " + round + ". " + "The cat sat on the mat and the dog lay by the door. ".repeat(120)));
                try (Generation generation = model.generate(GenerateRequest.of(prompt, Sampling.GREEDY, 5))) {
                    for (int steps = 0; steps < 3 + round; ) {
                        if (generation.next() instanceof GenerationEvent.PromptProgress) steps++;
                    }
                    long asked = System.nanoTime();
                    generation.cancel();
                    Answers.of(generation);
                    waits.add((System.nanoTime() - asked) / 1e6);
                }
            }
        }
        System.out.printf(Locale.ROOT, "cancelling within a prompt, 1.5B: median %.0f ms, longest %.0f ms%n", median(waits), waits.stream().mapToDouble(x -> x).max().orElse(0));
        assertTrue(median(waits) <= 500);
    }

    private static Process bareBinding(Path file, int threads) throws IOException {
        WorkerFiles files = new WorkerFiles();
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                "-Dde.kherud.llama.lib.path=" + files.natives(), "-Dde.kherud.llama.tmpdir=" + files.temporary(),
                "-cp", System.getProperty("java.class.path"), BareBinding.class.getName(), file.toString(), String.valueOf(threads));
        builder.environment().put("OMP_PROC_BIND", "true");
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
