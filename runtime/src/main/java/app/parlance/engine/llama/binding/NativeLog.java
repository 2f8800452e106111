package app.parlance.engine.llama.binding;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * What llama.cpp tells while it works. Warnings and errors go to standard error in whole lines; everything
 * is offered to listeners, on whatever native thread it was said. Listeners must be quick.
 */
public final class NativeLog {
    private final List<Consumer<LogLine>> listeners = new CopyOnWriteArrayList<>();
    private final StringBuilder pending = new StringBuilder();
    private int pendingLevel;
    private Throwable lost;

    NativeLog() { }

    /** Ends a listener's time. */
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    /** Every line from now on, without its line end, until closed. */
    public Listening listen(Consumer<String> lines) {
        return listenToLines(line -> lines.accept(line.text()));
    }

    Listening listenToLines(Consumer<LogLine> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** A ggml_log_callback that lives as long as the process. */
    MemorySegment callback() {
        try {
            var receive = MethodHandles.lookup().bind(this, "receive", MethodType.methodType(void.class, int.class, MemorySegment.class, MemorySegment.class));
            return Linker.nativeLinker().upcallStub(receive, FunctionDescriptor.ofVoid(JAVA_INT, ADDRESS, ADDRESS), Arena.global());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the log callback", e);
        }
    }

    /** Called by native code, where an exception would end the process: one that comes up is told with the next line. */
    private synchronized void receive(int level, MemorySegment text, MemorySegment userData) {
        try {
            if (lost != null) System.err.println("a line of llama.cpp's log was lost: " + lost);
            lost = null;
            add(level, Invoke.text(text));
        } catch (Throwable e) {
            lost = e;
        }
    }

    /** Lines come in fragments; one ends at its line end, or where a fragment of another level begins. */
    synchronized void add(int level, String text) {
        if (level != LogLine.CONTINUED) {
            if (level != pendingLevel) endLine();
            pendingLevel = level;
        }
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            pending.append(text, start, end);
            endLine();
            start = end + 1;
        }
        pending.append(text, start, text.length());
    }

    private void endLine() {
        if (pending.isEmpty()) return;
        var line = new LogLine(pendingLevel, pending.toString());
        pending.setLength(0);
        if (line.isLoud()) System.err.println(line.text());
        for (Consumer<LogLine> listener : listeners) listener.accept(line);
    }
}
