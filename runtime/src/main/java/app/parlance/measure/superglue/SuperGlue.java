package app.parlance.measure.superglue;

import app.parlance.problem.ProblemException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The tasks of SuperGLUE (Wang et al. 2019): how their rows read and how their answers are scored. A file has one JSON object a line, as
 * the benchmark's own; empty lines are skipped.
 */
public enum SuperGlue {
    BOOLQ(BoolQ::read, answers -> Map.of("accuracy", Metrics.accuracy(answers))),
    CB(CommitmentBank::read, answers -> ordered("accuracy", Metrics.accuracy(answers), "f1", Metrics.macroF1(answers))),
    COPA(Copa::read, answers -> Map.of("accuracy", Metrics.accuracy(answers))),
    MULTIRC(MultiRc::read, answers -> ordered("f1a", Metrics.f1(answers, YesNo.YES), "em", Metrics.exactMatch(answers))),
    RECORD(Record::read, answers -> ordered("f1", Metrics.tokenF1(answers), "em", Metrics.accuracy(answers))),
    RTE(Rte::read, answers -> Map.of("accuracy", Metrics.accuracy(answers))),
    WIC(WordInContext::read, answers -> Map.of("accuracy", Metrics.accuracy(answers))),
    WSC(Winograd::read, answers -> Map.of("accuracy", Metrics.accuracy(answers)));

    /** A line far beyond any of the benchmark's own: what is longer is another kind of file. */
    private static final int LONGEST_LINE = 1 << 20;
    private static final int LARGEST_FILE = 1 << 28;

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @FunctionalInterface
    private interface RowReader {
        /** @param first the number of the row's first question */
        List<Item> read(Row row, int first) throws RowException;
    }

    private final RowReader reader;
    private final Function<List<Answered>, Map<String, Double>> metrics;

    SuperGlue(RowReader reader, Function<List<Answered>, Map<String, Double>> metrics) {
        this.reader = reader;
        this.metrics = metrics;
    }

    /** The task of this word, whatever its case. */
    public static Optional<SuperGlue> of(String word) {
        return Arrays.stream(values()).filter(task -> task.word().equals(word.toLowerCase(Locale.ROOT))).findFirst();
    }

    /** As the benchmark's files are named, for example {@code boolq}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As the benchmark spells it, for example {@code BoolQ}. */
    public String title() {
        return switch (this) {
            case BOOLQ -> "BoolQ";
            case MULTIRC -> "MultiRC";
            case RECORD -> "ReCoRD";
            case WIC -> "WiC";
            default -> name();
        };
    }

    /** By name, 0..1. @param answers at least one */
    public Map<String, Double> metrics(List<Answered> answers) {
        return metrics.apply(answers);
    }

    /** The task's score: the mean of its metrics. */
    public static double score(Map<String, Double> metrics) {
        return metrics.values().stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /** @throws ProblemException when it cannot be read, or a line is not one of this task's; the sentence has the line's number */
    public List<Item> read(Path file) throws ProblemException {
        try {
            if (Files.isDirectory(file)) throw refuse(file.toString(), "is a folder, no file.");
            if (Files.size(file) > LARGEST_FILE) throw refuse(file.toString(), "is larger than any file of the benchmark.");
            try (var in = Files.newBufferedReader(file)) {
                return read(in, file.toString());
            }
        } catch (IOException e) {
            throw new ProblemException("\"" + file + "\" cannot be read.", "Check its name and that you may read it.", e);
        }
    }

    /** Whether a set of it was written for Parlance. */
    public boolean comesAlong() {
        return SuperGlue.class.getResource(ownName()) != null;
    }

    private String ownName() {
        return word() + ".jsonl";
    }

    /** The set that was written for Parlance; empty where there is none for this task. */
    public Optional<List<Item>> own() throws ProblemException {
        var name = ownName();
        try (var in = SuperGlue.class.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), name));
        } catch (IOException e) {
            throw new ProblemException("The questions that come with Parlance cannot be read.", "Install Parlance again.", e);
        }
    }

    private List<Item> read(BufferedReader in, String file) throws IOException, ProblemException {
        var items = new ArrayList<Item>();
        var number = 0;
        try {
            for (String line; (line = line(in, file, ++number)) != null; ) {
                if (!line.isBlank()) items.addAll(parse(line, file, number, items.isEmpty() ? 0 : items.getLast().question() + 1));
            }
        } catch (CharacterCodingException e) {
            throw refuse(file, "is no text in UTF-8.");
        }
        if (items.isEmpty()) throw refuse(file, "has no rows.");
        return List.copyOf(items);
    }

    private List<Item> parse(String line, String file, int number, int first) throws ProblemException {
        try {
            var object = JSON.readTree(number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line);
            if (!object.isObject()) throw new RowException("it is no JSON object");
            return reader.read(new Row(object, ""), first);
        } catch (JsonProcessingException e) {
            throw refuse(file, "cannot be used, line " + number + ": it is no JSON object.");
        } catch (RowException e) {
            throw refuse(file, "cannot be used, line " + number + ": " + e.getMessage() + ".");
        }
    }

    /** Null at the end. */
    private String line(Reader in, String file, int number) throws IOException, ProblemException {
        var line = new StringBuilder();
        for (int c; (c = in.read()) >= 0; ) {
            if (c == '\n') return line.toString();
            if (line.length() == LONGEST_LINE) throw refuse(file, "cannot be used, line " + number + ": it is too long.");
            line.append((char) c);
        }
        return line.isEmpty() ? null : line.toString();
    }

    private ProblemException refuse(String file, String why) {
        return new ProblemException("\"" + file + "\" " + why + " Nothing was measured.",
                "For " + word() + " give a file with one JSON object a line, as SuperGLUE's " + word() + " has them.");
    }

    private static Map<String, Double> ordered(String first, double value, String second, double other) {
        var map = new LinkedHashMap<String, Double>();
        map.put(first, value);
        map.put(second, other);
        return map;
    }
}
