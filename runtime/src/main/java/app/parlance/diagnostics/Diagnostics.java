package app.parlance.diagnostics;

import app.parlance.engine.llama.LlamaEngines;
import app.parlance.history.History;
import app.parlance.history.HistoryException;
import app.parlance.model.ByteSize;
import app.parlance.model.ModelStore;
import app.parlance.natives.Natives;
import app.parlance.natives.NativesState;
import app.parlance.platform.Folders;
import app.parlance.platform.Machine;
import app.parlance.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What a developer needs to know of this installation, as plain text that a person can read before it is
 * sent. It holds no text, title or prompt of any conversation, no setting that a person typed, and no
 * name of the person's home folder.
 */
public final class Diagnostics {
    /** The settings whose values say nothing about a person; of all others not even the name is written. */
    private static final List<String> HARMLESS_SETTINGS = List.of("engine.preference", "model.default", "theme", "window.bounds", "window.maximized");
    private static final int LOG_LINES = 200;

    private final Folders folders;
    private final Settings settings;
    private final Supplier<LlamaEngines> engine;
    private final Supplier<Natives> natives;
    private final Supplier<ModelStore> models;
    private final HistorySource history;

    /** Opens the history when it is counted. */
    @FunctionalInterface
    public interface HistorySource {
        History open() throws HistoryException;
    }

    public Diagnostics(Folders folders, Settings settings, Supplier<LlamaEngines> engine, Supplier<Natives> natives, Supplier<ModelStore> models, HistorySource history) {
        this.folders = folders;
        this.settings = settings;
        this.engine = engine;
        this.natives = natives;
        this.models = models;
        this.history = history;
    }

    /** The whole report; takes some tens of milliseconds, the first time half a second. What cannot be found out is said to be so. */
    public String report() {
        var report = new StringBuilder();
        report.append("Parlance diagnostics, ").append(Instant.now().truncatedTo(ChronoUnit.SECONDS)).append('\n');
        report.append("No text of any conversation is in here.\n");
        section(report, "Program");
        fact(report, "version", Machine.programVersion());
        engine(report);
        fact(report, "Java", Runtime.version() + " (" + System.getProperty("java.vendor") + ")");
        section(report, "Machine");
        fact(report, "system", System.getProperty("os.name") + " " + System.getProperty("os.version") + " " + System.getProperty("os.arch"));
        fact(report, "processor", Machine.processor() + ", " + Runtime.getRuntime().availableProcessors() + " cores for us");
        fact(report, "instructions", Machine.instructionSets());
        fact(report, "memory", ByteSize.text(Machine.memory()) + ", " + ByteSize.text(Machine.freeMemory()) + " free");
        fact(report, "language", Locale.getDefault().toLanguageTag() + ", file names in " + System.getProperty("sun.jnu.encoding"));
        section(report, "Folders");
        folder(report, "data", folders.data());
        folder(report, "settings", folders.config());
        folder(report, "cache", folders.cache());
        folder(report, "models", models.get().folder());
        section(report, "Settings");
        HARMLESS_SETTINGS.forEach(key -> settings.get(key).ifPresent(value -> fact(report, key, value)));
        section(report, "Models");
        models(report);
        section(report, "History");
        counts(report);
        section(report, "Log");
        log(report);
        return anonymous(report.toString());
    }

    /** Writes {@link #report()} to a file, in place of what was there. */
    public void writeTo(Path file) throws IOException {
        Files.writeString(file, report());
    }

    private void engine(StringBuilder report) {
        var chosen = engine.get().chosen();
        fact(report, "engine", chosen.engine().name() + " " + chosen.engine().capabilities());
        fact(report, "engine wanted", engine.get().preference().word() + "; " + chosen.reason());
        fact(report, "newer runtime", natives.get().pin().version() + ", " + switch (natives.get().state()) {
            case NativesState.Ready ready -> ready.platform().name() + " in " + ready.folder() + " (" + ready.origin() + ")";
            case NativesState.Missing missing -> missing.reason();
            case NativesState.Refused refused -> refused.reason();
        });
    }

    private void models(StringBuilder report) {
        for (var model : models.get().list()) {
            var header = model.header();
            report.append("%s: %s, %s, %d parameters, context %d, %d bytes, %s\n".formatted(model.name(), header.architecture(),
                    header.quantization(), header.parameters(), header.contextLength(), model.bytes(), model.origin()));
        }
        for (var rejected : models.get().rejected()) report.append("left out: ").append(rejected.reason()).append('\n');
    }

    private void counts(StringBuilder report) {
        if (!Files.exists(folders.database())) {
            fact(report, "state", "none yet");
            return;
        }
        try {
            var source = history.open();
            var conversations = source.conversations();
            var messages = 0;
            for (var conversation : conversations) messages += source.allMessages(conversation.id()).size();
            fact(report, "conversations", String.valueOf(conversations.size()));
            fact(report, "messages", String.valueOf(messages));
            fact(report, "file", ByteSize.text(Files.size(folders.database())));
        } catch (HistoryException e) {
            fact(report, "state", e.full());
        } catch (IOException e) {
            fact(report, "file", "not readable (" + e.getClass().getSimpleName() + ")");
        }
    }

    private void log(StringBuilder report) {
        try {
            Logs.recent(folders.cache(), LOG_LINES).forEach(line -> report.append(line).append('\n'));
        } catch (IOException e) {
            report.append("The log could not be read: ").append(e.getClass().getSimpleName()).append('\n');
        }
    }

    private static void section(StringBuilder report, String title) {
        report.append("\n== ").append(title).append(" ==\n");
    }

    private static void fact(StringBuilder report, String name, String value) {
        report.append(name).append(": ").append(value).append('\n');
    }

    private static void folder(StringBuilder report, String name, Path folder) {
        var state = Files.isDirectory(folder) ? Files.isWritable(folder) ? "" : ", not writable" : ", not there yet";
        fact(report, name, folder + ", " + free(folder) + state);
    }

    private static String free(Path folder) {
        var there = folder.toAbsolutePath();
        while (there.getParent() != null && !Files.exists(there)) there = there.getParent();
        try {
            return ByteSize.text(Files.getFileStore(there).getUsableSpace()) + " free";
        } catch (IOException e) {
            return "free space unknown";
        }
    }

    private static String anonymous(String text) {
        var home = System.getProperty("user.home");
        return home == null || home.length() < 2 ? text : text.replace(home, "~");
    }
}
