package app.parlance.engine.reference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A forward pass of the llama architecture with F32 weights, as its papers have it: root-mean-square norms, rotary positions
 * on neighbouring pairs, attention with shared heads, SwiGLU. One token after the other, in doubles.
 */
final class PlainLlama {
    private final PlainGguf file;
    private final PlainTokens tokens;
    private final int width;
    private final int layers;
    private final int heads;
    private final int headsKv;
    private final int headSize;
    private final float epsilon;

    private PlainLlama(PlainGguf file) {
        this.file = file;
        tokens = new PlainTokens(file);
        width = file.number("llama.embedding_length");
        layers = file.number("llama.block_count");
        heads = file.number("llama.attention.head_count");
        headsKv = file.number("llama.attention.head_count_kv");
        headSize = width / heads;
        epsilon = (float) file.entries().get("llama.attention.layer_norm_rms_epsilon");
    }

    static PlainLlama read(Path file) throws IOException {
        return new PlainLlama(PlainGguf.read(file));
    }

    int countTokens(String continuation) {
        return tokens.of(continuation).length;
    }

    /** The natural logarithm of the probability that this continuation follows the prompt. */
    double logProbability(String prompt, String continuation) {
        int[] before = tokens.of(" " + prompt);
        int[] after = tokens.of(continuation);
        Pass pass = new Pass();
        double[] logits = pass.next(file.number("tokenizer.ggml.bos_token_id"));
        for (int token : before) logits = pass.next(token);
        double sum = 0;
        for (int token : after) {
            double largest = Arrays.stream(logits).max().orElseThrow();
            sum += logits[token] - largest - Math.log(Arrays.stream(logits).map(logit -> Math.exp(logit - largest)).sum());
            logits = pass.next(token);
        }
        return sum;
    }

    /** A text under way: keys and values of what was read, by layer. */
    private final class Pass {
        private final List<List<double[]>> keys = new ArrayList<>();
        private final List<List<double[]>> values = new ArrayList<>();

        Pass() {
            for (int layer = 0; layer < layers; layer++) {
                keys.add(new ArrayList<>());
                values.add(new ArrayList<>());
            }
        }

        /** Reads a token; returns the logits of what follows it. */
        double[] next(int token) {
            float[] embeddings = file.tensors().get("token_embd.weight");
            double[] x = new double[width];
            for (int i = 0; i < width; i++) x[i] = embeddings[token * width + i];
            for (int layer = 0; layer < layers; layer++) {
                String block = "blk." + layer + ".";
                add(x, attention(layer, block, norm(x, block + "attn_norm")));
                add(x, feedForward(block, norm(x, block + "ffn_norm")));
            }
            boolean tied = !file.tensors().containsKey("output.weight");
            return times(tied ? "token_embd" : "output", norm(x, "output_norm"));
        }

        private double[] attention(int layer, String block, double[] x) {
            int position = keys.get(layer).size();
            double[] query = turned(times(block + "attn_q", x), position);
            keys.get(layer).add(turned(times(block + "attn_k", x), position));
            values.get(layer).add(times(block + "attn_v", x));
            double[] seen = new double[width];
            for (int head = 0; head < heads; head++) {
                int from = head * headSize;
                int kept = head / (heads / headsKv) * headSize;
                double[] weights = new double[position + 1];
                for (int at = 0; at <= position; at++) {
                    for (int i = 0; i < headSize; i++) weights[at] += query[from + i] * keys.get(layer).get(at)[kept + i];
                    weights[at] /= Math.sqrt(headSize);
                }
                double largest = Arrays.stream(weights).max().orElseThrow();
                double sum = 0;
                for (int at = 0; at <= position; at++) sum += weights[at] = Math.exp(weights[at] - largest);
                for (int at = 0; at <= position; at++) {
                    for (int i = 0; i < headSize; i++) seen[from + i] += weights[at] / sum * values.get(layer).get(at)[kept + i];
                }
            }
            return times(block + "attn_output", seen);
        }

        private double[] feedForward(String block, double[] x) {
            double[] gate = times(block + "ffn_gate", x);
            double[] up = times(block + "ffn_up", x);
            for (int i = 0; i < gate.length; i++) up[i] *= gate[i] / (1 + Math.exp(-gate[i]));
            return times(block + "ffn_down", up);
        }

        private double[] turned(double[] x, int position) {
            for (int i = 0; i < x.length; i += 2) {
                double angle = position * Math.pow(10_000, -(double) (i % headSize) / headSize);
                double even = x[i];
                x[i] = even * Math.cos(angle) - x[i + 1] * Math.sin(angle);
                x[i + 1] = even * Math.sin(angle) + x[i + 1] * Math.cos(angle);
            }
            return x;
        }
    }

    private double[] norm(double[] x, String name) {
        float[] weights = file.tensors().get(name + ".weight");
        double squares = Arrays.stream(x).map(each -> each * each).sum() / x.length;
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i++) result[i] = x[i] / Math.sqrt(squares + epsilon) * weights[i];
        return result;
    }

    private double[] times(String name, double[] x) {
        float[] weights = file.tensors().get(name + ".weight");
        double[] result = new double[weights.length / x.length];
        for (int row = 0; row < result.length; row++) {
            for (int i = 0; i < x.length; i++) result[row] += weights[row * x.length + i] * x[i];
        }
        return result;
    }

    private static void add(double[] x, double[] more) {
        for (int i = 0; i < x.length; i++) x[i] += more[i];
    }
}
