package app.parlance.engine.llama;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaIterator;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * The binding with nothing around it, in a process of its own: reads one number of tokens a line, writes
 * that many after a fixed prompt, and answers with the milliseconds of each token after the first.
 * Everything else about it is set as in the worker.
 */
final class BareBinding {
    static final String PROMPT = "Once upon a time there was a";

    public static void main(String[] arguments) throws IOException {
        int threads = Integer.parseInt(arguments[1]);
        LlamaModel model = new LlamaModel(new ModelParameters().setModel(arguments[0]).setCtxSize(2048).setThreads(threads).setThreadsBatch(threads)
                .setBatchSize(256).setUbatchSize(256).setGpuLayers(0).skipWarmup().disableContextShift());
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = orders.readLine(); line != null; line = orders.readLine()) System.out.println(millisPerToken(model, Integer.parseInt(line)));
        Runtime.getRuntime().halt(0);
    }

    private static double millisPerToken(LlamaModel model, int tokens) {
        var request = new InferenceParameters(PROMPT).setNPredict(tokens).setTemperature(0).setIgnoreEos(true).setCachePrompt(true);
        LlamaIterator iterator = model.generate(request).iterator();
        iterator.next();
        long first = System.nanoTime();
        long last = first;
        int count = 0;
        while (iterator.hasNext()) {
            boolean drawn = !iterator.next().text.isEmpty();
            if (drawn) {
                last = System.nanoTime();
                count++;
            }
        }
        return (last - first) / 1e6 / count;
    }
}
