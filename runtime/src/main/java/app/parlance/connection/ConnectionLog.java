package app.parlance.connection;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Every connection made since the start, for the offline mark. Whatever opens a socket or starts a
 * program that does (pip, npm) says so here first. Thread-safe; listeners run on the caller's thread.
 */
public final class ConnectionLog {
    /**
     * @param what in words, for example {@code Download of SmolLM2 135M}
     * @param where host name or program, for example {@code pip}
     */
    public record Connection(Instant began, String what, String where) { }

    private final List<Connection> made = new CopyOnWriteArrayList<>();
    private final List<Connection> open = new CopyOnWriteArrayList<>();
    private final List<Consumer<ConnectionLog>> listeners = new CopyOnWriteArrayList<>();

    /** Records a connection; close the result when it ends. */
    public Open begin(String what, String where) {
        var connection = new Connection(Instant.now(), what, where);
        made.add(connection);
        open.add(connection);
        tell();
        return () -> {
            open.remove(connection);
            tell();
        };
    }

    /** All since the start, oldest first. */
    public List<Connection> made() {
        return List.copyOf(made);
    }

    /** Those that are open now. */
    public List<Connection> open() {
        return List.copyOf(open);
    }

    public void addListener(Consumer<ConnectionLog> listener) {
        listeners.add(listener);
    }

    private void tell() {
        listeners.forEach(listener -> listener.accept(this));
    }

    /** An open connection's end. */
    public interface Open extends AutoCloseable {
        @Override
        void close();
    }
}
