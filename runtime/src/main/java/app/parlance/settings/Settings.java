package app.parlance.settings;

import app.parlance.platform.SafeFiles;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Small choices that come back at the next start, in one file of key=value lines. Thread-safe.
 *
 * <p>The file may be shared with other instances and other processes: each write takes in what they
 * have saved meanwhile, and keeps keys that this version does not know.
 */
public final class Settings {
    private final Path file;
    private volatile Properties known;

    /** Reads {@code file} where it exists; an unreadable one counts as empty. */
    public Settings(Path file) {
        this.file = file;
        Properties read;
        try {
            read = read();
        } catch (IOException unreadable) {
            read = new Properties();
        }
        known = read;
    }

    public Optional<String> get(String key) {
        return Optional.ofNullable(known.getProperty(key));
    }

    /** Sets and saves (temporary file, force, move). */
    public void set(String key, String value) throws IOException {
        change(properties -> properties.setProperty(key, value));
    }

    /** Forgets the key and saves. */
    public void remove(String key) throws IOException {
        change(properties -> properties.remove(key));
    }

    private void change(Consumer<Properties> change) throws IOException {
        SafeFiles.exclusively(file, () -> {
            var latest = readOrSetAside();
            change.accept(latest);
            SafeFiles.write(file, text(latest));
            known = latest;
        });
    }

    private Properties read() throws IOException {
        var properties = new Properties();
        if (Files.exists(file)) {
            try {
                properties.load(new StringReader(Files.readString(file)));
            } catch (IllegalArgumentException malformed) {
                throw new IOException("not a settings file: " + file, malformed);
            }
        }
        return properties;
    }

    /** Somebody's text in the file's place is no reason to lose it. */
    private Properties readOrSetAside() throws IOException {
        try {
            return read();
        } catch (IOException unreadable) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".unreadable"), StandardCopyOption.REPLACE_EXISTING);
            return new Properties();
        }
    }

    private static String text(Properties properties) throws IOException {
        var out = new StringWriter();
        properties.store(out, null);
        // Properties puts the date first; a file that says nothing new should not change.
        return out.toString().lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n", "", "\n"));
    }
}
