package app.parlance.measure.superglue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuperGlueTest {
    private static final String BOOLQ = "{\"question\": \"is it wet\", \"passage\": \"Rain -- It rains.\", \"label\": true, \"idx\": 0}\n";

    @TempDir
    private Path folder;

    private List<Item> read(SuperGlue task, String text) throws Exception {
        return task.read(Files.writeString(folder.resolve("rows.jsonl"), text));
    }

    @Test
    void everyTasksRowsAreRead() throws Exception {
        var rows = Map.of(
                SuperGlue.BOOLQ, BOOLQ,
                SuperGlue.CB, "{\"premise\": \"He left.\", \"hypothesis\": \"he is here\", \"label\": \"contradiction\", \"idx\": 0}",
                SuperGlue.COPA, "{\"premise\": \"It fell.\", \"choice1\": \"It broke.\", \"choice2\": \"It flew.\", \"question\": \"effect\", \"label\": 0}",
                SuperGlue.RTE, "{\"premise\": \"He left.\", \"hypothesis\": \"He is gone.\", \"label\": \"entailment\"}",
                SuperGlue.WIC, "{\"word\": \"bank\", \"sentence1\": \"The bank closed.\", \"sentence2\": \"The river bank.\", \"label\": false}",
                SuperGlue.WSC, "{\"text\": \"Ann saw Eve and she waved.\", \"target\": {\"span1_text\": \"Ann\", \"span2_text\": \"she\"}, \"label\": true}");
        for (var row : rows.entrySet()) {
            var items = read(row.getKey(), row.getValue());
            assertEquals(1, items.size());
            var item = items.getFirst();
            assertEquals(1, options(item).stream().filter(item::isRight).count(), item.toString());
            assertFalse(item.prompt().isBlank());
        }
        assertTrue(read(SuperGlue.CB, rows.get(SuperGlue.CB)).getFirst().isRight(1));
    }

    private static List<Integer> options(Item item) {
        var all = new ArrayList<Integer>();
        for (var option = 0; option < item.options().size(); option++) all.add(option);
        return all;
    }

    @Test
    void eachAnswerOfMultiRcIsAnItemOfItsQuestion() throws Exception {
        var items = read(SuperGlue.MULTIRC, MULTIRC + MULTIRC);

        assertEquals(List.of(0, 0, 0, 1, 2, 2, 2, 3), items.stream().map(Item::question).toList());
        assertTrue(items.get(0).isRight(YesNo.YES) && items.get(1).isRight(YesNo.NO));
    }

    private static final String MULTIRC = """
            {"passage": {"text": "Ann ate figs and nuts. Eve slept.", "questions": [\
            {"question": "What did Ann eat?", "answers": [{"text": "figs", "label": 1}, {"text": "soup", "label": 0}, {"text": "nuts", "label": 1}]}, \
            {"question": "Who slept?", "answers": [{"text": "Eve", "label": 1}]}]}, "idx": 0}
            """;

    /** Right on figs and Eve; soup wrongly held for right, nuts wrongly for wrong: two of three said right are, two of three right were found. */
    @Test
    void multiRcCountsAnswersAndWholeQuestions() throws Exception {
        var items = read(SuperGlue.MULTIRC, MULTIRC);
        var answers = answered(items, YesNo.YES, YesNo.YES, YesNo.NO, YesNo.YES);

        var metrics = SuperGlue.MULTIRC.metrics(answers);

        assertEquals(2.0 / 3, metrics.get("f1a"), 1e-9);
        assertEquals(0.5, metrics.get("em"), 1e-9);
        assertEquals((2.0 / 3 + 0.5) / 2, SuperGlue.score(metrics), 1e-9);
    }

    private static List<Answered> answered(List<Item> items, int... chosen) {
        var answers = new ArrayList<Answered>();
        for (var i = 0; i < chosen.length; i++) answers.add(new Answered(items.get(i), chosen[i]));
        return answers;
    }

    /** Entailment: precision 1/2, recall 1, so F1 2/3. Contradiction: 1/2 and 1/2, so 1/2. Neutral: never chosen, so 0. */
    @Test
    void cbIsAveragedOverItsLabels() throws Exception {
        var row = "{\"premise\": \"p\", \"hypothesis\": \"h\", \"label\": \"%s\"}\n";
        var items = read(SuperGlue.CB, row.formatted("entailment") + row.formatted("contradiction") + row.formatted("contradiction") + row.formatted("neutral"));

        var metrics = SuperGlue.CB.metrics(answered(items, 0, 1, 0, 1));

        assertEquals(0.5, metrics.get("accuracy"), 1e-9);
        assertEquals((0.5 + 2.0 / 3) / 3, metrics.get("f1"), 1e-9, "entailment 2/3, contradiction 1/2, neutral 0");
    }

    @Test
    void recordTakesTheLikestOfTheRightNames() throws Exception {
        var items = read(SuperGlue.RECORD, RECORD);
        assertEquals(List.of("The West Ham", "West Ham United", "Ann"), items.getFirst().options());

        var exact = SuperGlue.RECORD.metrics(answered(items, 0));
        var near = SuperGlue.RECORD.metrics(answered(items, 1));
        var wrong = SuperGlue.RECORD.metrics(answered(items, 2));

        assertEquals(Map.of("f1", 1.0, "em", 1.0), exact, "articles and case do not count");
        assertEquals(2.0 * 2 / (3 + 2), near.get("f1"), 1e-9);
        assertEquals(0, near.get("em"));
        assertEquals(Map.of("f1", 0.0, "em", 0.0), wrong);
    }

    private static final String RECORD = """
            {"passage": {"text": "The West Ham met West Ham United and Ann.", "entities": [{"start": 0, "end": 11}, {"start": 17, "end": 31}, {"start": 37, "end": 39}]}, \
            "qas": [{"query": "@placeholder won.", "answers": [{"start": 4, "end": 11, "text": "west ham"}]}]}
            """;

    @Test
    void emptyLinesAMarkAndWindowsLineEndsAreNoMatter() throws Exception {
        assertEquals(2, read(SuperGlue.BOOLQ, "\uFEFF" + BOOLQ + "\n   \r\n" + BOOLQ.replace("\n", "\r\n")).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"not json", "[]", "null", "{", "{}", "{\"question\": 3, \"passage\": \"p\", \"label\": true}",
            "{\"question\": \"q\", \"passage\": \"\", \"label\": true}", "{\"question\": \"q\", \"passage\": \"p\", \"label\": \"true\"}",
            "{\"question\": \"q\", \"passage\": \"p\", \"label\": true} {}", "{\"question\": \"q\", \"passage\": \"p\"}"})
    void aBadLineIsNamedByItsNumber(String line) {
        assertRefused(SuperGlue.BOOLQ, BOOLQ + "\n" + line + "\n" + BOOLQ, "line 3:");
    }

    @Test
    void hostileRowsAreRefused() {
        assertRefused(SuperGlue.BOOLQ, "[".repeat(900_000), "line 1:");
        assertRefused(SuperGlue.BOOLQ, BOOLQ + "x".repeat(3_000_000), "line 2: it is too long");
        assertRefused(SuperGlue.BOOLQ, "\n\n", "has no rows");
        assertRefused(SuperGlue.COPA, "{\"premise\": \"p\", \"choice1\": \"a\", \"choice2\": \"b\", \"question\": \"effect\", \"label\": 2}", "from 0 to 1");
        assertRefused(SuperGlue.CB, "{\"premise\": \"p\", \"hypothesis\": \"h\", \"label\": \"maybe\"}", "none of entailment");
        assertRefused(SuperGlue.RECORD, RECORD.replace("\"end\": 39", "\"end\": 390"), "in \"entities\"");
        assertRefused(SuperGlue.RECORD, RECORD.replace("\"start\": 37", "\"start\": 2147483648"), "in \"entities\"");
        assertRefused(SuperGlue.RECORD, RECORD.replace("@placeholder", "He"), "@placeholder");
        assertRefused(SuperGlue.MULTIRC, "{\"passage\": {\"text\": \"t\", \"questions\": [7]}}", "no list of objects");
        assertRefused(SuperGlue.WSC, "{\"text\": \"t\", \"target\": \"x\", \"label\": true}", "no object \"target\"");
    }

    private void assertRefused(SuperGlue task, String text, String part) {
        var refused = assertThrows(ProblemException.class, () -> read(task, text));
        assertTrue(refused.getMessage().contains(part) && refused.getMessage().endsWith("Nothing was measured."), refused.full());
        assertFalse(refused.remedy().isEmpty());
        assertTrue(refused.full().length() < 500, "the line itself is not repeated");
    }

    @Test
    void filesThatAreNoText() throws Exception {
        var bytes = Files.write(folder.resolve("bytes"), new byte[] {'{', (byte) 0xFF, (byte) 0xFE, '}'});
        assertTrue(assertThrows(ProblemException.class, () -> SuperGlue.BOOLQ.read(bytes)).getMessage().contains("UTF-8"));
        assertTrue(assertThrows(ProblemException.class, () -> SuperGlue.BOOLQ.read(folder)).getMessage().contains("folder"));
        assertTrue(assertThrows(ProblemException.class, () -> SuperGlue.BOOLQ.read(folder.resolve("none"))).getMessage().contains("cannot be read"));
        assertEquals(1, SuperGlue.BOOLQ.read(Files.write(folder.resolve("sound"), BOOLQ.getBytes(StandardCharsets.UTF_8))).size());
    }

    @Test
    void theSetsThatComeWithParlanceAreBalanced() throws Exception {
        assertBalanced(SuperGlue.BOOLQ, 60);
        assertBalanced(SuperGlue.COPA, 40);
        assertBalanced(SuperGlue.RTE, 40);
        assertTrue(SuperGlue.WSC.own().isEmpty());
    }

    private static void assertBalanced(SuperGlue task, int size) throws ProblemException {
        var items = task.own().orElseThrow();
        assertEquals(size, items.size());
        assertEquals(size / 2, items.stream().filter(item -> item.isRight(0)).count(), task.word());
        assertEquals(size, items.stream().map(Item::prompt).distinct().count());
    }
}
