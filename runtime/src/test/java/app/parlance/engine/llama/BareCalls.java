package app.parlance.engine.llama;

import app.parlance.engine.Sampling;
import app.parlance.engine.llama.binding.ContextSettings;
import app.parlance.engine.llama.binding.DecodeResult;
import app.parlance.engine.llama.binding.LlamaLibrary;
import app.parlance.engine.llama.binding.LoadSettings;
import app.parlance.engine.llama.binding.NativeContext;
import app.parlance.engine.llama.binding.NativeModel;
import app.parlance.engine.llama.binding.SamplerChain;
import app.parlance.engine.llama.binding.TokenBatch;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The newer llama.cpp's C calls with nothing around them, in a process of its own: what the whole stack is measured against.
 * Each line of input is an order: {@code read N}, {@code write N}, or {@code reopen N}; each is answered by a line with numbers.
 */
final class BareCalls {
    static final String STORY = "Once upon a time there was a";
    static final String WORDS = "The cat sat on the mat and the dog lay by the door while rain fell on the old roof. ";
    private static final int BATCH = 256;

    private final NativeModel model;
    private final NativeContext context;
    private final TokenBatch batch = new TokenBatch(BATCH);
    private int length;

    private BareCalls(NativeModel model, int threads) throws Exception {
        this.model = model;
        context = NativeContext.open(model, ContextSettings.toWrite(2048, 1, threads));
    }

    /** @param arguments the libraries' folder, the model, the threads */
    public static void main(String[] arguments) throws Exception {
        LlamaLibrary library = LlamaLibrary.open(Path.of(arguments[0]));
        Path file = Path.of(arguments[1]);
        int threads = Integer.parseInt(arguments[2]);
        BareCalls calls = new BareCalls(NativeModel.load(library, file, LoadSettings.DEFAULT), threads);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = orders.readLine(); line != null; line = orders.readLine()) {
            String[] words = line.split(" ");
            int count = Integer.parseInt(words[1]);
            System.out.println(switch (words[0]) {
                case "read" -> calls.read(count);
                case "write" -> calls.write(count);
                default -> reopen(library, file, threads, count);
            });
        }
        Runtime.getRuntime().halt(0);
    }

    /** Tokens a second. */
    private double read(int count) {
        int[] tokens = Arrays.copyOf(model.tokenize(WORDS.repeat(count / 15), true, false), count);
        context.clear();
        length = 0;
        long start = System.nanoTime();
        for (int from = 0; from < count; from += BATCH) decode(Arrays.copyOfRange(tokens, from, Math.min(count, from + BATCH)));
        return count * 1e9 / (System.nanoTime() - start);
    }

    /** Tokens a second, as {@link app.parlance.engine.Usage} counts: from the first drawn to the last. */
    private double write(int count) {
        context.clear();
        length = 0;
        decode(model.tokenize(STORY, true, false));
        try (SamplerChain sampler = SamplerChain.of(model, Sampling.GREEDY)) {
            int token = sampler.sample(context, batch.size() - 1);
            long start = System.nanoTime();
            for (int i = 1; i < count; i++) {
                decode(new int[] {token});
                token = sampler.sample(context, 0);
            }
            return (count - 1) * 1e9 / (System.nanoTime() - start);
        }
    }

    private void decode(int[] tokens) {
        batch.clear();
        for (int i = 0; i < tokens.length; i++) batch.add(tokens[i], length++, 0, i == tokens.length - 1);
        if (context.decode(batch) != DecodeResult.DONE) throw new IllegalStateException();
    }

    /** Megabytes resident after each of so many times opened, used and closed, separated by slashes. */
    private static String reopen(LlamaLibrary library, Path file, int threads, int times) throws Exception {
        StringBuilder resident = new StringBuilder();
        for (int i = 0; i < times; i++) {
            try (NativeModel model = NativeModel.load(library, file, LoadSettings.DEFAULT)) {
                BareCalls calls = new BareCalls(model, threads);
                calls.write(8);
                calls.context.close();
                calls.batch.close();
            }
            resident.append(i == 0 ? "" : "/").append(residentMegabytes(ProcessHandle.current().pid()));
        }
        return resident.toString();
    }

    static long residentMegabytes(long pid) throws Exception {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream().filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(0);
    }
}
