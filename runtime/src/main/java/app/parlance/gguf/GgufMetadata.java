package app.parlance.gguf;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The key-value part of a GGUF header. Numbers and the few strings that Parlance needs are kept;
 * of arrays only the length, and for short ones of numbers their bounds. Where a file contradicts
 * itself, a question about that is a {@link GgufException}.
 */
public final class GgufMetadata {
    private static final int MOST_KEYS = 65_536;
    private static final int MOST_KEY_BYTES = 1024;
    private static final int MOST_TEXT_BYTES = 1 << 20;
    /** Twenty times the largest vocabulary known: a longer list only costs time. */
    private static final long MOST_STRINGS = 5_000_000;
    private static final int MOST_NUMBERS_READ = 4096;

    /** An array's length; least, most and sum are 0 where the elements were not looked at. */
    record Array(long length, boolean strings, long least, long most, long sum) { }

    private final GgufInput in;
    private final boolean vocabulary;
    private final Map<String, Object> values = new HashMap<>();
    private String[] tokens = {};
    private int[] tokenTypes = {};

    private GgufMetadata(GgufInput in, boolean vocabulary) {
        this.in = in;
        this.vocabulary = vocabulary;
    }

    /** @param vocabulary whether to keep the vocabulary's texts and types: some megabytes */
    static GgufMetadata read(GgufInput in, long count, boolean vocabulary) throws IOException, GgufException {
        if (count < 1 || count > MOST_KEYS) {
            throw in.refuse("is damaged: it claims " + count + " header entries");
        }
        var metadata = new GgufMetadata(in, vocabulary);
        for (long i = 0; i < count; i++) {
            var key = in.string("the name of header entry " + (i + 1), MOST_KEY_BYTES);
            if (key.isEmpty()) {
                throw in.refuse("is damaged: header entry " + (i + 1) + " has no name");
            }
            if (metadata.values.put(key, metadata.value(key, in.i32())) != null) {
                throw in.refuse("is damaged: it names " + shown(key) + " twice");
            }
        }
        return metadata;
    }

    public Optional<String> text(String key) throws GgufException {
        return typed(key, String.class, "a text");
    }

    /** Whole numbers of any width and sign; of a list that differs by layer, the largest. */
    public Optional<Long> number(String key) throws GgufException {
        if (values.get(key) instanceof Array array && !array.strings() && array.length() > 0 && array.length() <= MOST_NUMBERS_READ) {
            return Optional.of(array.most());
        }
        return typed(key, Long.class, "a whole number");
    }

    Optional<Double> real(String key) throws GgufException {
        return typed(key, Double.class, "a real number");
    }

    /** The list of this name, where it is one. */
    Optional<Array> list(String key) {
        return values.get(key) instanceof Array array ? Optional.of(array) : Optional.empty();
    }

    Optional<Array> array(String key) throws GgufException {
        return typed(key, Array.class, "a list");
    }

    /**
     * Whether the model turns text into vectors and writes none: it pools them, or its tokens see those that follow.
     * Older files of BERT's kind say neither.
     */
    public boolean isEncoder() throws GgufException {
        var architecture = text("general.architecture").orElse("");
        return architecture.contains("bert") || architecture.equals("t5encoder") || number(architecture + ".pooling_type").orElse(0L) > 0
                || number(architecture + ".attention.causal").orElse(1L) == 0;
    }

    /** The sizes that decide what the model takes in memory. */
    public ModelShape shape() throws GgufException {
        return ModelShape.of(this);
    }

    /** The vocabulary's texts by token number; empty where it was not asked for. */
    public String[] tokens() {
        return tokens;
    }

    /** llama.cpp's token types, one for each token; shorter or empty in poor files. */
    public int[] tokenTypes() {
        return tokenTypes;
    }

    boolean hasKeyBelow(String prefix) {
        return values.keySet().stream().anyMatch(key -> key.startsWith(prefix));
    }

    private <T> Optional<T> typed(String key, Class<T> type, String words) throws GgufException {
        var value = values.get(key);
        if (value != null && !type.isInstance(value)) {
            throw in.refuse("is damaged: " + shown(key) + " should be " + words + " and is not");
        }
        return Optional.ofNullable(type.cast(value));
    }

    private Object value(String key, int type) throws IOException, GgufException {
        return switch (type) {
            case 0, 7 -> (long) Byte.toUnsignedInt(in.u8());
            case 1 -> (long) in.u8();
            case 2 -> (long) in.u16();
            case 3 -> (long) (short) in.u16();
            case 4 -> in.u32();
            case 5 -> (long) in.i32();
            case 6 -> finite(key, Float.intBitsToFloat(in.i32()));
            case 8 -> keptText(key) ? in.string(shown(key), MOST_TEXT_BYTES) : skippedText(key);
            case 9 -> array(key, in.i32(), in.count("the length of " + shown(key)));
            case 10, 11 -> in.i64();
            case 12 -> finite(key, Double.longBitsToDouble(in.i64()));
            default -> throw in.refuse("is damaged: " + shown(key) + " has the unknown type " + Integer.toUnsignedString(type));
        };
    }

    private Array array(String key, int type, long length) throws IOException, GgufException {
        if (type == 8) {
            if (length > MOST_STRINGS) {
                throw in.refuse("is damaged: " + shown(key) + " claims " + length + " entries");
            }
            var what = "an entry of " + shown(key);
            boolean kept = vocabulary && key.equals("tokenizer.ggml.tokens");
            if (kept) tokens = new String[(int) length];
            for (int i = 0; i < length; i++) {
                if (kept) tokens[i] = in.string(what, MOST_TEXT_BYTES);
                else in.skipString(what);
            }
            return new Array(length, true, 0, 0, 0);
        }
        int width = switch (type) {
            case 0, 1, 7 -> 1;
            case 2, 3 -> 2;
            case 4, 5, 6 -> 4;
            case 10, 11, 12 -> 8;
            default -> throw in.refuse("is damaged: " + shown(key) + " is a list of the unknown type " + Integer.toUnsignedString(type));
        };
        if (length > in.remaining() / width) {
            throw in.refuse("is cut off or damaged: " + shown(key) + " claims " + length + " numbers, and only " + in.remaining() + " bytes follow");
        }
        if (vocabulary && key.equals("tokenizer.ggml.token_type") && width == 4) {
            tokenTypes = new int[(int) length];
            for (int i = 0; i < length; i++) tokenTypes[i] = in.i32();
            return new Array(length, false, 0, 0, 0);
        }
        if (length == 0 || length > MOST_NUMBERS_READ || type == 6 || type == 12) {
            in.skip(length * width, shown(key));
            return new Array(length, false, 0, 0, 0);
        }
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        long sum = 0;
        for (long i = 0; i < length; i++) {
            long number = (Long) value(key, type);
            least = Math.min(least, number);
            most = Math.max(most, number);
            sum += number;
        }
        return new Array(length, false, least, most, sum);
    }

    private Double finite(String key, double value) throws GgufException {
        if (!Double.isFinite(value)) {
            throw in.refuse("is damaged: " + shown(key) + " is no finite number");
        }
        return value;
    }

    private String skippedText(String key) throws IOException, GgufException {
        in.skipString(shown(key));
        return "";
    }

    private static boolean keptText(String key) {
        return switch (key) {
            case "general.architecture", "general.name", "general.type", "tokenizer.ggml.model", "tokenizer.ggml.pre", "tokenizer.chat_template" -> true;
            default -> key.endsWith(".rope.scaling.type");
        };
    }

    /** A name out of the file in a sentence: short, and without control characters. */
    static String shown(String name) {
        var plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= 60 ? plain : plain.substring(0, 60) + "…";
    }
}
