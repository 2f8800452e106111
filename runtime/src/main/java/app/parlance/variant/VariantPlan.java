package app.parlance.variant;

import app.parlance.engine.QuantizeRequest.Type;
import app.parlance.model.StoredModel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A smaller variant that could be made of a model, and about how large it would be.
 *
 * @param bytes an estimate: embedding and output weights are kept finer than the rest, and their share differs
 */
public record VariantPlan(StoredModel source, Type type, long bytes) {
    /** From anything coarser, quality would be lost twice. */
    private static final Set<String> GOOD_SOURCES = Set.of("F32", "F16", "BF16", "Q8_0");
    /** Bits that a weight takes in files of usual models, the finer ones in them included. */
    private static final Map<String, Double> BITS = Map.of("F32", 32.0, "F16", 16.0, "BF16", 16.0, "Q8_0", 8.5, "Q6_K", 6.6, "Q5_K_M", 5.7, "Q4_K_M", 4.9, "Q4_0", 4.7);
    /** k-quants take weights by 256; rows of other widths get a finer kind instead. */
    private static final int K_BLOCK = 256;
    private static final double ODD_WIDTH = 1.4;
    private static final List<Type> TYPES = List.of(Type.Q4_0, Type.Q4_K_M, Type.Q5_K_M, Type.Q6_K, Type.Q8_0);

    /** What can be made of a model, smallest first; nothing of one that is quantized finely no more. */
    public static List<VariantPlan> of(StoredModel source) {
        return isGoodSource(source) ? TYPES.stream().map(type -> new VariantPlan(source, type, estimate(source, type)))
                .filter(plan -> plan.bytes() < source.bytes()).toList() : List.of();
    }

    public static boolean isGoodSource(StoredModel model) {
        return GOOD_SOURCES.contains(model.header().quantization());
    }

    /** The kinds that can be made, as people write them. */
    public static List<String> words() {
        return TYPES.stream().map(Type::name).toList();
    }

    /** The names of what a variant may be made of. */
    public static List<String> sources() {
        return Arrays.asList("F32", "F16", "BF16", "Q8_0");
    }

    private static long estimate(StoredModel source, Type type) {
        boolean odd = type.name().contains("_K") && source.header().embeddingLength() % K_BLOCK != 0;
        double bits = Math.min(BITS.get(type.name()) + (odd ? ODD_WIDTH : 0), BITS.get("Q8_0"));
        return Math.round(source.bytes() * bits / BITS.get(source.header().quantization()));
    }
}
