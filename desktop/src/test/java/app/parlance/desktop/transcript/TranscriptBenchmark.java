package app.parlance.desktop.transcript;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.desktop.shell.Fonts;
import app.parlance.desktop.transcript.Transcript.Entry;
import app.parlance.desktop.transcript.Transcript.State;
import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** How long drawing streamed text keeps the FX thread busy, at 400 tokens a second for six seconds. */
@Tag("benchmark")
@ExtendWith(ApplicationExtension.class)
class TranscriptBenchmark {
    private Transcript transcript;

    @Start void start(Stage stage) {
        Fonts.load();
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        transcript = new Transcript(new Recorded());
        stage.setScene(new Scene(transcript.node(), 844, 700));
        stage.show();
    }

    @ParameterizedTest
    @ValueSource(strings = {"warm", "mixed", "400 messages", "long code", "long table", "long list"})
    void flushes(String what, FxRobot robot) throws Exception {
        var old = new ArrayList<Entry>();
        if (what.equals("400 messages")) for (int i = 0; i < 400; i++) old.add(Sample.answer(i + 100, Sample.MIXED, 1, 1, State.WHOLE));
        open(what, old, robot);
        var begin = switch (what) {
            case "long code" -> "```java\n" + "    int value = compute(1, \"two\"); // three\n".repeat(2_000);
            case "long table" -> "| a | b | c |\n|---|---|---|\n" + "| one | two | three |\n".repeat(1_000);
            case "long list" -> "- an item with **some** words and `code`\n".repeat(1_000);
            default -> "";
        };
        var more = switch (what) {
            case "long code" -> "    for (int i = 0; i < 10; i++) sum += i;\n";
            case "long table" -> "| some | more | words |\n";
            case "long list" -> "- one more *item* of the list\n";
            default -> Sample.MIXED;
        };
        robot.interact(() -> transcript.beginAnswer(new Entry(1, Transcript.Role.ASSISTANT, begin, "", 1, 1, "", State.STREAMING)));
        var at = new AtomicInteger();
        try (var ticks = Executors.newSingleThreadScheduledExecutor()) {
            ticks.scheduleAtFixedRate(() -> {
                for (int i = 0; i < 4; i++) transcript.append(String.valueOf(more.charAt(at.getAndIncrement() % more.length())));
            }, 0, 2_500, TimeUnit.MICROSECONDS);
            ticks.awaitTermination(6, TimeUnit.SECONDS);
            ticks.shutdownNow();
        }
        var nanos = transcript.flushNanos().stream().sorted().toList();
        double p99 = nanos.get((int) (nanos.size() * 0.99) - 1) / 1e6;
        System.out.printf("%s: %d flushes, median %.2f ms, 99 %% %.2f ms, longest %.2f ms%n", what, nanos.size(),
                nanos.get(nanos.size() / 2) / 1e6, p99, nanos.getLast() / 1e6);
        assertTrue(what.equals("warm") || p99 < 16, what + ": " + p99);
    }

    /** Tells how long opening keeps the FX thread, how long until all is there, and the longest that an event waits meanwhile. */
    private void open(String what, List<Entry> entries, FxRobot robot) throws Exception {
        var longest = new AtomicLong();
        long from = System.nanoTime();
        try (var pings = Executors.newSingleThreadScheduledExecutor()) {
            robot.interactNoWait(() -> {
                transcript.show(entries);
                System.out.printf("%s: end shown in %.0f ms%n", what, (System.nanoTime() - from) / 1e6);
                pings.scheduleAtFixedRate(() -> {
                    long sent = System.nanoTime();
                    Platform.runLater(() -> longest.accumulateAndGet(System.nanoTime() - sent, Math::max));
                }, 0, 5, TimeUnit.MILLISECONDS);
            });
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(
                    () -> entries.isEmpty() || transcript.area().style(0).message() == entries.getFirst().id()).get());
            pings.shutdownNow();
        }
        System.out.printf("%s: all shown after %.0f ms, longest wait %.0f ms%n", what, (System.nanoTime() - from) / 1e6, longest.get() / 1e6);
    }
}
