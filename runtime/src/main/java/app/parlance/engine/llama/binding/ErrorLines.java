package app.parlance.engine.llama.binding;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Listens for errors in the log during one call, so that its failure can be told with llama.cpp's own reason. */
final class ErrorLines implements AutoCloseable {
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final NativeLog.Listening listening;

    ErrorLines(NativeLog log) {
        listening = log.listenToLines(line -> {
            if (line.level() == LogLine.ERROR) errors.add(line.text().strip());
        });
    }

    /** What stands after the mark in the last line that has it; else the last error; else the otherwise. */
    String reason(String mark, String otherwise) {
        return errors.stream().filter(line -> line.contains(mark)).reduce((_, last) -> last)
                .map(line -> line.substring(line.indexOf(mark) + mark.length()))
                .or(() -> errors.stream().reduce((_, last) -> last))
                .orElse(otherwise);
    }

    @Override
    public void close() {
        listening.close();
    }
}
