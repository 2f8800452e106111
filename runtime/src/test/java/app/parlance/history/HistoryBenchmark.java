package app.parlance.history;

import static app.parlance.engine.ChatMessage.Role.ASSISTANT;
import static app.parlance.engine.ChatMessage.Role.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 2,000 conversations of 20 messages; each is run 11 times, and the median is held against the goal. */
@Tag("benchmark")
class HistoryBenchmark {
    @FunctionalInterface
    private interface Work {
        void run() throws HistoryException;
    }

    private static double millis(String what, Work work) throws HistoryException {
        double[] times = new double[11];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            work.run();
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        System.out.printf("%-28s quickest %7.2f ms, median %7.2f ms, slowest %7.2f ms%n", what, times[0], times[5], times[10]);
        return times[5];
    }

    @Test
    void aLargeHistoryStaysQuick(@TempDir Path folder) throws HistoryException {
        Random random = new Random(1);
        String[] vocabulary = new String[20_000];
        Arrays.setAll(vocabulary, i -> Integer.toString(10_000 + random.nextInt(50_000_000), 36));
        try (History history = History.open(folder.resolve("parlance.db"))) {
            history.database().inTransaction(() -> {
                for (int c = 0; c < 2000; c++) {
                    long id = history.create(ConversationSettings.DEFAULT).id();
                    history.rename(id, "Conversation " + c, false);
                    long parent = 0;
                    for (int m = 0; m < 20; m++) {
                        StringBuilder text = new StringBuilder(m == 7 && c % 100 == 0 ? "needle 面试 " : "");
                        for (int w = 0; w < 60; w++) {
                            text.append(vocabulary[(int) Math.min(19_999, Math.abs(random.nextGaussian()) * 4000)]).append(w % 12 == 11 ? ". The " : " ");
                        }
                        parent = history.add(id, parent, m % 2 == 0 ? USER : ASSISTANT, text.toString()).id();
                    }
                }
                return null;
            });
            assertTrue(millis("conversations()", () -> assertEquals(2000, history.conversations().size())) < 50);
            assertTrue(millis("search: rare word", () -> assertEquals(20, history.search("needle", 50).size())) < 50);
            assertTrue(millis("search: two CJK characters", () -> assertEquals(20, history.search("面试", 50).size())) < 50);
            assertTrue(millis("search: in every message", () -> assertEquals(50, history.search("the", 50).size())) < 50);
            assertTrue(millis("search: one letter", () -> history.search("t", 50)) < 50);
            assertTrue(millis("search: two words", () -> history.search(vocabulary[5] + " " + vocabulary[9].substring(0, 2), 50)) < 50);
            assertTrue(millis("messages() of 20", () -> history.messages(1000)) < 10);
            Message answer = history.beginAnswer(1000, history.conversation(1000).orElseThrow().leaf(), "m");
            String text = "word ".repeat(800);
            assertTrue(millis("saveText() of 4,000 chars", () -> history.saveText(answer.id(), text)) < 50);
            millis("add()", () -> history.add(1000, answer.id(), USER, "A short message"));
            history.delete(500);
            millis("delete() and purge()", () -> {
                history.delete(random.nextInt(2000));
                history.purge();
            });
        }
    }
}
