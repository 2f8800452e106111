package app.parlance.engine.llama;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.parlance.connection.ConnectionLog;
import app.parlance.engine.Answers;
import app.parlance.engine.ChatMessage;
import app.parlance.engine.GenerateRequest;
import app.parlance.engine.Generation;
import app.parlance.engine.GenerationEvent;
import app.parlance.engine.OpenModel;
import app.parlance.engine.OpenRequest;
import app.parlance.engine.Prompt;
import app.parlance.engine.PromptCache;
import app.parlance.engine.Sampling;
import app.parlance.engine.TestModels;
import app.parlance.natives.Natives;
import app.parlance.natives.NativesState.Ready;
import app.parlance.platform.Folders;
import app.parlance.platform.Processor;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both engines, and the newer one's bare C calls, in turns: medians of rounds, printed as lines of a table. */
@Tag("benchmark")
class EngineComparisonBenchmark {
    private static final int ROUNDS = 3;
    /** For a difference of a hundredth. */
    private static final int FINE_ROUNDS = 15;
    private static final int PROMPT = 512;
    private static final int ANSWER = 64;

    @TempDir
    private Path folder;
    private Ready natives;
    private Map<String, LlamaEngine> engines;
    private final int threads = Processor.ofThisMachine().physicalCores();

    @BeforeEach
    void engines() {
        var state = Natives.of(Folders.of(Map.of("PARLANCE_HOME", folder.toString())), System.getenv(), new ConnectionLog()).state();
        assumeTrue(state instanceof Ready, () -> "there are no libraries of the newer engine: " + state);
        natives = (Ready) state;
        engines = new TreeMap<>(Map.of("4.2.0", LlamaEngine.onBoard(),
                natives.llamaCpp(), LlamaEngine.newer(natives.folder(), natives.llamaCpp(), Set.of("llama", "qwen2"), WorkerSettings.DEFAULT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SmolLM2-135M-Instruct.Q4_1.gguf", "qwen2.5-coder-0.5b-instruct-q4_k_m.gguf", "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf"})
    void bothEnginesOnARealModel(String name) throws Exception {
        Path file = TestModels.named(name);
        Map<String, OpenModel> open = new TreeMap<>();
        try (BareProcess bare = new BareProcess(natives.folder(), file, threads)) {
            for (var engine : engines.entrySet()) open.put(engine.getKey(), engine.getValue().open(OpenRequest.toGenerate(file, 4096).withThreads(threads)));
            Map<String, Map<String, List<Double>>> figures = new TreeMap<>();
            for (int round = 0; round <= ROUNDS; round++) {
                Map<String, Map<String, List<Double>>> into = round == 0 ? new TreeMap<>() : figures;
                for (var model : open.entrySet()) measure(model.getValue(), round, into.computeIfAbsent(model.getKey(), key -> new TreeMap<>()));
                var direct = into.computeIfAbsent("C calls", key -> new TreeMap<>());
                add(direct, "prefill", Double.parseDouble(bare.order("read " + PROMPT)));
                add(direct, "generation", Double.parseDouble(bare.order("write " + ANSWER)));
            }
            figures.forEach((engine, columns) -> System.out.printf(Locale.ROOT, "| %s | %s | %s |%n", name, engine,
                    String.join(" | ", List.of(cell(columns, "prefill"), cell(columns, "generation"), cell(columns, "first token"), cell(columns, "second turn"), cell(columns, "stop")))));
            for (var model : open.entrySet()) System.out.printf(Locale.ROOT, "%s %s resident while open: %d MB%n", name, model.getKey(), BareCalls.residentMegabytes(((WorkerModel) model.getValue()).pid()));
            var ours = figures.get(natives.llamaCpp());
            System.out.printf(Locale.ROOT, "%s: newer against 4.2.0: prefill %.2f, generation %.2f; prefill against bare C calls %.3f%n", name,
                    median(ours.get("prefill")) / median(figures.get("4.2.0").get("prefill")), median(ours.get("generation")) / median(figures.get("4.2.0").get("generation")),
                    median(ours.get("prefill")) / median(figures.get("C calls").get("prefill")));
        } finally {
            open.values().forEach(OpenModel::close);
        }
    }

    @Test
    void theWholeStackIsNearlyAsFastAsBareCalls() throws Exception {
        Path file = TestModels.smolLm();
        try (BareProcess bare = new BareProcess(natives.folder(), file, threads);
                OpenModel model = engines.get(natives.llamaCpp()).open(OpenRequest.toGenerate(file, 4096).withThreads(threads))) {
            List<Double> ours = new ArrayList<>();
            List<Double> theirs = new ArrayList<>();
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round <= FINE_ROUNDS; round++) {
                double through = Answers.of(model, GenerateRequest.of(new Prompt.Text(BareCalls.STORY), Sampling.GREEDY, 2 * ANSWER)).usage().tokensPerSecond();
                double direct = Double.parseDouble(bare.order("write " + 2 * ANSWER));
                if (round == 0) continue;
                ours.add(through);
                theirs.add(direct);
                ratios.add(through / direct);
            }
            System.out.printf(Locale.ROOT, "whole stack %.1f tokens/s, bare C calls %.1f: ratio of medians %.3f, median of ratios %.3f (%d rounds of %d tokens)%n",
                    median(ours), median(theirs), median(ours) / median(theirs), median(ratios), FINE_ROUNDS, 2 * ANSWER);
            assertTrue(Math.max(median(ratios), median(ours) / median(theirs)) >= 0.97, "at least 0.97 of the bare calls");
        }
    }

    private void measure(OpenModel model, int round, Map<String, List<Double>> figures) throws Exception {
        String words = throughput(model, round, figures);
        add(figures, "first token", Answers.of(model, GenerateRequest.of(Prompt.Chat.of(ChatMessage.user(round + ": What is the capital of France?")), Sampling.GREEDY, 8)).usage().timeToFirstToken().toNanos() / 1e6);
        ChatMessage question = ChatMessage.user("Read this and say what it is about. " + words);
        String first = Answers.of(model, GenerateRequest.of(Prompt.Chat.of(question), Sampling.GREEDY, 16)).text();
        add(figures, "second turn", Answers.of(model, GenerateRequest.of(Prompt.Chat.of(question, ChatMessage.assistant(first), ChatMessage.user("Who lay by the door?")), Sampling.GREEDY, 8))
                .usage().timeToFirstToken().toNanos() / 1e6);
        add(figures, "stop", stop(model, round));
    }

    /** Returns the text that was read. */
    private static String throughput(OpenModel model, int round, Map<String, List<Double>> figures) throws Exception {
        String words = "Round " + round + ". " + BareCalls.WORDS.repeat(PROMPT / 20);
        var reading = Answers.of(model, GenerateRequest.of(new Prompt.Text(words), Sampling.GREEDY, 1).withoutReuse()).usage();
        add(figures, "prefill", reading.promptTokens() / (reading.timeToFirstToken().toNanos() / 1e9));
        add(figures, "generation", Answers.of(model, GenerateRequest.of(new Prompt.Text(BareCalls.STORY), Sampling.GREEDY, ANSWER)).usage().tokensPerSecond());
        return words;
    }

    /** Milliseconds from asking for the end, at some place within a long prompt, until it has come. */
    private static double stop(OpenModel model, int round) throws Exception {
        try (Generation generation = model.generate(GenerateRequest.of(new Prompt.Text("Stop " + round + ". " + BareCalls.WORDS.repeat(120)), Sampling.GREEDY, 5))) {
            while (!(generation.next() instanceof GenerationEvent.PromptProgress progress && progress.read() > 0)) Thread.onSpinWait();
            Thread.sleep(40L * round);
            long asked = System.nanoTime();
            generation.cancel();
            Answers.of(generation);
            return (System.nanoTime() - asked) / 1e6;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SmolLM2-135M-Instruct.Q4_1.gguf", "qwen2.5-coder-0.5b-instruct-q4_k_m.gguf", "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf"})
    void anOldConversationAfterARestart(String name) throws Exception {
        Path file = TestModels.named(name);
        ChatMessage question = ChatMessage.user("Read this and say what it is about. " + BareCalls.WORDS.repeat(45));
        for (var engine : engines.entrySet()) {
            List<Double> after = new ArrayList<>();
            int reused = 0;
            for (int round = 0; round < 3; round++) {
                var cache = new PromptCache(folder.resolve(name + engine.getKey() + round), new byte[32]);
                String first;
                try (OpenModel model = engine.getValue().open(OpenRequest.toGenerate(file, 2048).withThreads(threads))) {
                    first = Answers.of(model, GenerateRequest.of(Prompt.Chat.of(question), Sampling.GREEDY, 16).withCache(cache)).text();
                }
                try (OpenModel model = engine.getValue().open(OpenRequest.toGenerate(file, 2048).withThreads(threads))) {
                    var next = Prompt.Chat.of(question, ChatMessage.assistant(first), ChatMessage.user("Who lay by the door?"));
                    var usage = Answers.of(model, GenerateRequest.of(next, Sampling.GREEDY, 8).withCache(cache)).usage();
                    after.add(usage.timeToFirstToken().toNanos() / 1e6);
                    reused = usage.reusedTokens();
                }
            }
            System.out.printf(Locale.ROOT, "restart: %s %s: first token of the next turn after %.0f ms, %d tokens reused%n", name, engine.getKey(), median(after), reused);
        }
    }

    @Test
    void memoryComesBack() throws Exception {
        Path file = TestModels.smolLm();
        try (BareProcess bare = new BareProcess(natives.folder(), file, threads)) {
            System.out.println("six times opened and closed in one process, MB resident after each: " + bare.order("reopen 6"));
        }
        for (var engine : engines.entrySet()) {
            List<Long> open = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                try (OpenModel model = engine.getValue().open(OpenRequest.toGenerate(file, 2048))) {
                    Answers.of(model, GenerateRequest.of(new Prompt.Text(BareCalls.STORY), Sampling.GREEDY, 8));
                    open.add(BareCalls.residentMegabytes(((WorkerModel) model).pid()));
                }
            }
            System.out.println("six times through the engine " + engine.getKey() + ", MB of the worker while open: " + open + "; nothing is left after each, for its process ends");
        }
    }

    /** What a second program that never rests takes: with as many threads as cores, and with as many as there is room for. */
    @ParameterizedTest
    @ValueSource(strings = {"SmolLM2-135M-Instruct.Q4_1.gguf", "qwen2.5-coder-0.5b-instruct-q4_k_m.gguf"})
    void besideABusyProgram(String name) throws Exception {
        Path file = TestModels.named(name);
        OpenRequest request = OpenRequest.toGenerate(file, 4096);
        LlamaEngine newer = engines.get(natives.llamaCpp());
        try (OpenModel following = newer.open(request); OpenModel fixed = newer.open(request.withThreads(threads)); OpenModel onBoard = engines.get("4.2.0").open(request)) {
            Map<String, OpenModel> models = new TreeMap<>(Map.of("following the load", following, threads + " threads", fixed, "4.2.0", onBoard));
            Map<String, Map<String, List<Double>>> figures = new TreeMap<>();
            for (int round = 0; round < ROUNDS; round++) {
                for (var model : models.entrySet()) throughput(model.getValue(), round, figures.computeIfAbsent(model.getKey() + ", alone", key -> new TreeMap<>()));
                Process busy = new ProcessBuilder("sh", "-c", "while :; do :; done").start();
                try {
                    for (var model : models.entrySet()) throughput(model.getValue(), round, figures.computeIfAbsent(model.getKey() + ", beside a busy program", key -> new TreeMap<>()));
                } finally {
                    busy.destroyForcibly().waitFor();
                }
            }
            figures.forEach((what, columns) -> System.out.printf(Locale.ROOT, "load: %s, %s: prefill %s, generation %s tokens/s%n", name, what, cell(columns, "prefill"), cell(columns, "generation")));
            double share = median(figures.get("following the load, beside a busy program").get("generation")) / median(figures.get("following the load, alone").get("generation"));
            System.out.printf(Locale.ROOT, "load: %s: generation beside a busy program is %.2f of that alone%n", name, share);
            assertTrue(share > 0.5, "a second busy program must not halve the speed: " + share);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"qwen2.5-coder-1.5b-instruct-q4_k_m.gguf"})
    void segmentsAtOnce(String name) throws Exception {
        Path file = TestModels.named(name);
        var instruction = ChatMessage.system("You translate English into German. Reply with the translation only, keep names, numbers and markup as they are. Use the polite form. "
                + "Glossary: harbour = Hafen; breakwater = Wellenbrecher; tide table = Gezeitentafel; pilot = Lotse; mooring = Liegeplatz; quay = Kai; customs office = Zollamt.");
        List<String> segments = List.of("The ferry leaves at nine in the morning from the western quay.", "Please keep the receipt until the end of the journey.",
                "The old library was rebuilt after the fire of 1904.", "Children under six travel free of charge on all lines.", "Our office is closed on Sundays and public holidays.",
                "The engine must be switched off before refuelling.", "She wrote three novels while living near the harbour.", "Water boils at a lower temperature in the mountains.");
        for (int sequences : new int[] {2, 4, 8}) {
            try (OpenModel model = engines.get(natives.llamaCpp()).open(OpenRequest.toGenerate(file, 2048).withThreads(threads).withSequences(sequences))) {
                Answers.of(model, GenerateRequest.of(Prompt.Chat.of(instruction, ChatMessage.user("Hello.")), Sampling.GREEDY, 4));
                long start = System.nanoTime();
                List<Generation> running = new ArrayList<>();
                for (String segment : segments) running.add(model.generate(GenerateRequest.of(Prompt.Chat.of(instruction, ChatMessage.user(segment)), Sampling.GREEDY, 40)));
                int tokens = 0;
                int reused = 0;
                for (Generation generation : running) {
                    var usage = Answers.of(generation).usage();
                    tokens += usage.completionTokens();
                    reused += usage.reusedTokens();
                }
                double seconds = (System.nanoTime() - start) / 1e9;
                System.out.printf(Locale.ROOT, "segments: %s, %d sequences: %d tokens in %.1f s, %.1f tokens/s in all, %d prompt tokens shared%n", name, model.sequences(), tokens, seconds, tokens / seconds, reused);
            }
        }
    }

    private static void add(Map<String, List<Double>> figures, String column, double value) {
        figures.computeIfAbsent(column, key -> new ArrayList<>()).add(value);
    }

    private static String cell(Map<String, List<Double>> columns, String column) {
        return columns.containsKey(column) ? String.format(Locale.ROOT, "%.0f", median(columns.get(column))) : "";
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** {@link BareCalls} in a process of its own. */
    private static final class BareProcess implements AutoCloseable {
        private final Process process;
        private final BufferedReader answers;
        private final PrintWriter orders;

        BareProcess(Path natives, Path model, int threads) throws Exception {
            process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                    "-cp", System.getProperty("java.class.path"), BareCalls.class.getName(), natives.toString(), model.toString(), String.valueOf(threads))
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            answers = process.inputReader();
            orders = new PrintWriter(process.getOutputStream(), true);
        }

        String order(String line) throws Exception {
            orders.println(line);
            return answers.readLine();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
