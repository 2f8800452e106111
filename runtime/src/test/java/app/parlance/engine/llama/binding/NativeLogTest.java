package app.parlance.engine.llama.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NativeLogTest {
    private static final int INFO = 2;

    private final NativeLog log = new NativeLog();
    private final List<LogLine> lines = new ArrayList<>();

    @Test
    void fragmentsBecomeLines() {
        log.listenToLines(lines::add);
        log.add(INFO, "[ 1/ 3] blk");
        log.add(INFO, ".0\nnext");
        log.add(LogLine.CONTINUED, " one\n");
        assertEquals(List.of(new LogLine(INFO, "[ 1/ 3] blk.0"), new LogLine(INFO, "next one")), lines);
    }

    @Test
    void anotherLevelBeginsALine() {
        log.listenToLines(lines::add);
        log.add(INFO, "loading .....");
        log.add(LogLine.ERROR, "it failed:");
        log.add(LogLine.CONTINUED, " no memory\n");
        assertEquals(List.of(new LogLine(INFO, "loading ....."), new LogLine(LogLine.ERROR, "it failed: no memory")), lines);
    }

    @Test
    void aClosedListenerHearsNothing() {
        var listening = log.listenToLines(lines::add);
        listening.close();
        log.add(INFO, "a line\n");
        assertEquals(List.of(), lines);
    }
}
