package app.parlance.natives;

import java.util.List;
import java.util.stream.Stream;

/**
 * The libraries for one system and processor.
 *
 * @param name as in the package's name, for example {@code linux-x64}
 * @param os the system in npm's words: {@code linux}, {@code darwin} or {@code win32}
 * @param cpu the processor in npm's words: {@code x64} or {@code arm64}
 * @param npmPackage the package's whole name, with its scope
 * @param folder where the libraries lie inside the package, with slashes
 * @param packedBytes what is downloaded
 * @param unpackedBytes what the whole package takes on disk, with the parts that are left out
 * @param files every library; nothing else is loaded
 */
public record PinnedPlatform(String name, String os, String cpu, String npmPackage, String folder,
        long packedBytes, long unpackedBytes, List<PinnedFile> files) {
    public PinnedPlatform {
        files = List.copyOf(files);
    }

    /** What the libraries alone take on disk. */
    public long bytes() {
        return files.stream().mapToLong(PinnedFile::bytes).sum();
    }

    /** Whether it brings the graphics processor in through Vulkan; such a variant is never chosen by itself. */
    public boolean vulkan() {
        return name.endsWith("-vulkan");
    }

    /** The file names of ggml-base, ggml and llama, in this order, in which they must be opened; the rest ggml opens itself. */
    public List<String> openingOrder() {
        return Stream.of("(lib)?ggml-base\\..+", "(lib)?ggml\\..+", "(lib)?llama\\..+")
                .map(pattern -> files.stream().map(PinnedFile::name).filter(file -> file.matches(pattern)).findFirst().orElseThrow()).toList();
    }
}
