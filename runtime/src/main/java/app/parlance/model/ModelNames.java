package app.parlance.model;

import app.parlance.gguf.GgufHeader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names that people can read, made of what the catalogue, the file name and the header say. */
final class ModelNames {
    private static final Pattern ENDING = Pattern.compile("\\.gguf$", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUANTIZATION = Pattern.compile(
            "[-_. ](?:(?:I?Q|TQ)\\d(?:_[0-9A-Z]+)*|BF16|FP?16|FP?32|MXFP4(?:_MOE)?|NVFP4)(?=$|[-_. ])", Pattern.CASE_INSENSITIVE);
    /** Names that say nothing of the model. */
    private static final Pattern SAYS_NOTHING = Pattern.compile("(?:ggml|gguf|model|unsloth|main|weights|download|[-_. ]|\\d|[0-9a-f]{16,})*", Pattern.CASE_INSENSITIVE);
    private static final Pattern SIZE = Pattern.compile("\\d+(?:\\.\\d+)?[bmk]");

    private ModelNames() { }

    static String of(Path file, GgufHeader header, Catalogue catalogue) {
        return catalogue.match(header).map(CatalogueEntry::name)
                .or(() -> readable(file.getFileName().toString()))
                .or(() -> readable(header.name()))
                .orElse(header.architecture()) + " " + header.quantization();
    }

    /** What is left when case, spaces and separators do not count. */
    static String folded(String name) {
        return ENDING.matcher(name).replaceFirst("").toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]+", "");
    }

    private static Optional<String> readable(String name) {
        var bare = QUANTIZATION.matcher(ENDING.matcher(name).replaceFirst("")).replaceAll("");
        if (SAYS_NOTHING.matcher(bare).matches()) {
            return Optional.empty();
        }
        // A dot between digits belongs to a version; all other separators stand for a space.
        return Optional.of(Arrays.stream(bare.split("[-_\\s]+|(?<!\\d)\\.|\\.(?!\\d)")).filter(word -> !word.isEmpty())
                .map(ModelNames::word).collect(Collectors.joining(" ")));
    }

    private static String word(String word) {
        if (SIZE.matcher(word).matches()) {
            return word.toUpperCase(Locale.ROOT);
        }
        boolean lower = word.equals(word.toLowerCase(Locale.ROOT));
        return lower ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word;
    }
}
