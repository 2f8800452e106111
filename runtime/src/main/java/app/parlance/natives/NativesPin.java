package app.parlance.natives;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which natives this program loads and no others: one version for all systems, each file by its SHA-256.
 * Written by {@code packaging/PinNatives.java} into {@code natives.json}.
 *
 * @param version of the npm packages
 * @param llamaCpp the llama.cpp that they were built from, for example {@code v0.4.0}
 * @param licence its short name, for example {@code MIT}
 * @param licenceFile the same in every package
 * @param architectures the GGUF architectures that this llama.cpp knows
 */
public record NativesPin(String version, String llamaCpp, String licence, PinnedFile licenceFile,
        Architectures architectures, List<PinnedPlatform> platforms) {
    public NativesPin {
        platforms = List.copyOf(platforms);
    }

    /** @param encoderDecoder write after reading all of the input, as T5 does */
    public record Architectures(Set<String> writing, Set<String> embedding, Set<String> encoderDecoder) {
        public Architectures {
            writing = Set.copyOf(writing);
            embedding = Set.copyOf(embedding);
            encoderDecoder = Set.copyOf(encoderDecoder);
        }

        /** Those whose models can be used, for whatever. */
        public Set<String> all() {
            return Stream.of(writing, embedding, encoderDecoder).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
        }

        /** Whether models of this architecture can be used, for whatever. */
        public boolean knows(String architecture) {
            return writing.contains(architecture) || embedding.contains(architecture) || encoderDecoder.contains(architecture);
        }
    }

    /** The pin that this build carries. */
    public static NativesPin bundled() {
        return Bundled.PIN;
    }

    public Optional<PinnedPlatform> platform(String name) {
        return platforms.stream().filter(platform -> platform.name().equals(name)).findFirst();
    }

    /** Read on first use. */
    private static final class Bundled {
        static final NativesPin PIN = read();

        private static NativesPin read() {
            try (var data = NativesPin.class.getResourceAsStream("natives.json")) {
                return NativesPinReader.read(data);
            } catch (IOException broken) {
                throw new UncheckedIOException("this build's natives.json is broken", broken);
            }
        }
    }
}
