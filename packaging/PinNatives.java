import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * For maintainers: writes the file that pins the natives of the newer runtime, for one version of the npm packages
 * {@code @node-llama-cpp/…}. Runs on 64-bit Linux on an x64 processor, for it asks that library for its architectures.
 *
 * <p>{@code java --enable-native-access=ALL-UNNAMED packaging/PinNatives.java 3.21.1}, in the project's folder. What to do
 * next stands in docs/decisions/0007-renewable-engine.md.
 */
public class PinNatives {
    static final Path PIN = Path.of("runtime/src/main/resources/app/parlance/natives/natives.json");
    static final String SCOPE = "@node-llama-cpp/";

    /** @param os and {@code cpu} in npm's words, as in the package's own description */
    record Platform(String name, String os, String cpu) { }

    static final List<Platform> PLATFORMS = List.of(new Platform("linux-x64", "linux", "x64"), new Platform("linux-arm64", "linux", "arm64"),
            new Platform("linux-x64-vulkan", "linux", "x64"), new Platform("mac-arm64-metal", "darwin", "arm64"), new Platform("mac-x64", "darwin", "x64"),
            new Platform("win-x64", "win32", "x64"), new Platform("win-x64-vulkan", "win32", "x64"), new Platform("win-arm64", "win32", "arm64"));

    /** The add-on is for Node, and the common library has no C functions; nothing else needs either. */
    static final Pattern PINNED = Pattern.compile("(?!(lib)?llama-(addon|common)).*\\.(so|dll|dylib)");

    static final Set<String> EMBEDDING = Set.of("bert", "modern-bert", "nomic-bert", "nomic-bert-moe", "neo-bert", "jina-bert-v2", "jina-bert-v3", "eurobert",
            "gemma-embedding", "llama-embed", "t5encoder");
    static final Set<String> ENCODER_DECODER = Set.of("t5");
    /**
     * Listed by the library, and no models that write or embed text by themselves: pictures, sound, text out of pictures,
     * drafts for another model, and diffusion, which does not write from left to right.
     */
    static final Set<String> LEFT_OUT = Set.of("clip", "wavtokenizer-dec", "qwen3tts", "pockettts", "paddleocr", "deepseek2-ocr", "eagle3", "dflash", "gemma4-assistant",
            "dream", "llada", "llada-moe", "rnd1");

    public static void main(String[] args) throws Throwable {
        var version = args[0];
        var work = Files.createTempDirectory("pin-natives");
        var platforms = new ArrayList<String>();
        var licences = new ArrayList<String>();
        for (var platform : PLATFORMS) {
            var folder = Files.createDirectory(work.resolve(platform.name()));
            run(folder, "npm", "pack", "--silent", "--ignore-scripts", SCOPE + platform.name() + "@" + version);
            var packed = files(folder).getFirst();
            run(folder, "tar", "-xzf", packed.getFileName().toString());
            platforms.add(platform(platform, packed, folder.resolve("package")));
            licences.add(file(folder.resolve("package/LICENSE")));
        }
        if (licences.stream().distinct().count() != 1) throw new IOException("the packages' licence files differ");
        var linux = work.resolve("linux-x64/package/bins/linux-x64");
        var release = Pattern.compile("\"release\":\"([^\"]+)\"").matcher(Files.readString(linux.resolve("_nlcBuildMetadata.json")));
        if (!release.find()) throw new IOException("the package does not tell its llama.cpp");
        Files.createDirectories(PIN.getParent());
        Files.writeString(PIN, """
                {
                  "version": "%s",
                  "llama_cpp": "%s",
                  "licence": "MIT",
                  "licence_file": %s,
                  "architectures": {
                %s
                  },
                  "platforms": [
                %s
                  ]
                }
                """.formatted(version, release.group(1), licences.getFirst(), architectures(linux), String.join(",\n", platforms)));
        System.out.println(PIN + " pins " + version + ", llama.cpp " + release.group(1) + "; the packages lie in " + work);
    }

    static String platform(Platform platform, Path packed, Path contents) throws IOException {
        var folder = "bins/" + platform.name();
        var pinned = files(contents.resolve(folder)).stream().filter(file -> PINNED.matcher(file.getFileName().toString()).matches()).toList();
        var lines = new ArrayList<String>();
        for (var file : pinned) lines.add("        " + file(file));
        return """
                    {
                      "name": "%s",
                      "os": "%s",
                      "cpu": "%s",
                      "package": "%s",
                      "folder": "%s",
                      "packed": %d,
                      "unpacked": %d,
                      "files": [
                %s
                      ]
                    }""".formatted(platform.name(), platform.os(), platform.cpu(), SCOPE + platform.name(), folder, Files.size(packed), size(contents), String.join(",\n", lines));
    }

    static String file(Path file) throws IOException {
        return "{\"name\": \"%s\", \"bytes\": %d, \"sha256\": \"%s\"}".formatted(file.getFileName(), Files.size(file), sha256(file));
    }

    static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** The library's own list, read through its (C++) function from number to name. */
    static String architectures(Path folder) throws Throwable {
        for (var part : List.of("libggml-base\\..*", "libggml\\..*")) SymbolLookup.libraryLookup(named(folder, part), Arena.global());
        var library = SymbolLookup.libraryLookup(named(folder, "libllama\\..*"), Arena.global());
        var name = Linker.nativeLinker().downcallHandle(library.find("_Z13llm_arch_name8llm_arch").orElseThrow(),
                FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        var all = new ArrayList<String>();
        for (int number = 0; ; number++) {
            var text = ((java.lang.foreign.MemorySegment) name.invokeExact(number)).reinterpret(100).getString(0);
            if (text.equals("unknown") || text.equals("(unknown)")) break;
            all.add(text);
        }
        for (var known : List.of(EMBEDDING, ENCODER_DECODER, LEFT_OUT))
            for (var each : known) if (!all.contains(each)) System.out.println("No longer in the library: " + each);
        all.removeAll(LEFT_OUT);
        var writing = all.stream().filter(each -> !EMBEDDING.contains(each) && !ENCODER_DECODER.contains(each)).toList();
        var before = Files.exists(PIN) ? Files.readString(PIN) : "";
        var come = writing.stream().filter(each -> !before.contains('"' + each + '"')).toList();
        System.out.println(all.size() + " architectures" + (come.isEmpty() ? "" : "; put under writing, look whether each is text: " + String.join(", ", come)));
        return String.join(",\n", names("writing", writing), names("embedding", all.stream().filter(EMBEDDING::contains).toList()),
                names("encoder_decoder", all.stream().filter(ENCODER_DECODER::contains).toList()));
    }

    static String names(String key, List<String> names) {
        return "    \"" + key + "\": " + names.stream().sorted().map(each -> "\"" + each + "\"").collect(Collectors.joining(", ", "[", "]"));
    }

    static Path named(Path folder, String pattern) throws IOException {
        return files(folder).stream().filter(file -> file.getFileName().toString().matches(pattern)).findFirst().orElseThrow();
    }

    static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    static void run(Path folder, String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).directory(folder.toFile()).inheritIO().redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() != 0)
            throw new IOException(String.join(" ", command) + " failed");
    }
}
