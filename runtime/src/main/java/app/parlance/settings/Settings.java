package app.parlance.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Small choices that come back at the next start, in one file of key=value lines. Thread-safe. */
public final class Settings {
    /** Reads {@code file} where it exists; an unreadable one counts as empty. */
    public Settings(Path file) {
        throw new UnsupportedOperationException("being written");
    }

    public Optional<String> get(String key) {
        throw new UnsupportedOperationException("being written");
    }

    /** Sets and saves (temporary file, force, move). */
    public void set(String key, String value) throws IOException {
        throw new UnsupportedOperationException("being written");
    }
}
