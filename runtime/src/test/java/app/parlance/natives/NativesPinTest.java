package app.parlance.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NativesPinTest {
    private final NativesPin pin = NativesPin.bundled();

    /** That names and hashes are well-formed, {@link PinnedFile} itself sees to. */
    @Test void eightPlatformsEachWithItsLibrariesAndNothingElse() {
        assertEquals(List.of("linux-x64", "linux-arm64", "linux-x64-vulkan", "mac-arm64-metal", "mac-x64", "win-x64", "win-x64-vulkan", "win-arm64"),
                pin.platforms().stream().map(PinnedPlatform::name).toList());
        for (var platform : pin.platforms()) {
            assertEquals("@node-llama-cpp/" + platform.name(), platform.npmPackage());
            assertEquals("bins/" + platform.name(), platform.folder());
            assertEquals(3, platform.openingOrder().stream().distinct().count(), platform.name());
            assertTrue(platform.files().stream().anyMatch(file -> file.name().contains("ggml-cpu")), platform.name());
            assertFalse(platform.files().stream().anyMatch(file -> file.name().matches(".*(addon|common|\\.json|\\.node|\\.lib).*")), platform.name());
            assertTrue(platform.packedBytes() < platform.unpackedBytes() && platform.bytes() < platform.unpackedBytes(), platform.name());
        }
        assertEquals(List.of("libggml-base.so", "libggml.vulkan.v0.4.0.so", "libllama.vulkan.v0.4.0.so"), pin.platform("linux-x64-vulkan").orElseThrow().openingOrder());
        var hashes = pin.platforms().stream().filter(platform -> !platform.vulkan()).flatMap(platform -> platform.files().stream()).map(PinnedFile::sha256).toList();
        assertEquals(hashes.size(), new HashSet<>(hashes).size(), "no file stands for another");
    }

    @Test void licencesComeAlong() throws Exception {
        try (var licence = PinnedFolder.class.getResourceAsStream(pin.licenceFile().name())) {
            assertEquals(pin.licenceFile().sha256(), HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(licence.readAllBytes())));
        }
        assertEquals("MIT", pin.licence());
    }

    @Test void architecturesAreSortedByWhatTheyDo() {
        var known = pin.architectures();
        assertTrue(known.writing().containsAll(List.of("llama", "qwen2", "qwen3", "phi3", "gemma3", "smollm3", "lfm2", "granite", "hunyuan-dense", "gpt-oss")));
        assertTrue(known.embedding().containsAll(List.of("bert", "nomic-bert", "modern-bert", "gemma-embedding", "t5encoder")));
        assertTrue(known.encoderDecoder().contains("t5"));
        for (var none : List.of("clip", "wavtokenizer-dec", "unknown", "Llama", "")) {
            assertFalse(known.knows(none), none);
        }
        assertEquals(known.writing().size() + known.embedding().size() + known.encoderDecoder().size(),
                Stream.of(known.writing(), known.embedding(), known.encoderDecoder()).flatMap(Set::stream).distinct().count());
    }

    @Test void everySystemGetsItsPlatformOrAReason() {
        assertEquals("linux-x64", on("Linux", "6.1", "amd64", "2.36"));
        assertEquals("linux-arm64", on("Linux", "6.1", "aarch64", "2.34"));
        assertEquals("mac-arm64-metal", on("Mac OS X", "14.0", "aarch64", null));
        assertEquals("mac-x64", on("Mac OS X", "26.1", "x86_64", null));
        assertEquals("win-x64", on("Windows 11", "10.0", "amd64", null));
        assertEquals("win-arm64", on("Windows 11", "10.0", "aarch64", null));
        assertEquals("There is no newer runtime for Linux on riscv64.", on("Linux", "6.1", "riscv64", "2.36"));
        assertEquals("There is no newer runtime for FreeBSD on amd64.", on("FreeBSD", "14", "amd64", null));
        assertEquals("The newer runtime needs the GNU C library, and this system has another.", on("Linux", "6.1", "amd64", null));
        assertEquals("The newer runtime needs version 2.34 of the GNU C library, and this system has 2.31.", on("Linux", "5.10", "amd64", "2.31"));
        assertEquals("The newer runtime needs macOS 14, and this is 13.7.", on("Mac OS X", "13.7", "aarch64", null));
    }

    @Test void thisMachineTellsItsLibrary() {
        var here = PlatformChoice.here(pin);
        assertTrue(here instanceof PlatformChoice.Fits || ((PlatformChoice.None) here).reason().endsWith("."), here.toString());
    }

    private String on(String os, String version, String arch, String glibc) {
        return switch (PlatformChoice.on(pin, os, version, arch, Optional.ofNullable(glibc))) {
            case PlatformChoice.Fits(var platform) -> platform.name();
            case PlatformChoice.None(var reason) -> reason;
        };
    }
}
