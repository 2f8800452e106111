package app.parlance.engine.llama.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.parlance.engine.PromptCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptCacheFileTest {
    private static final int SEALED_CHUNK = (64 << 10) + 16;

    private final Random random = new Random(7);
    private final byte[] key = bytes(32);
    private final byte[] fingerprint = bytes(32);
    private final int[] tokens = random.ints(1000).toArray();
    /** Two whole chunks and a piece of a third. */
    private final byte[] state = bytes((2 << 16) + 12_345);

    @TempDir Path folder;
    private PromptCache place;

    @BeforeEach
    void write() throws IOException {
        place = new PromptCache(folder.resolve("made/on demand/7.kv"), key);
        write(tokens, state);
    }

    @Test
    void whatWasKeptComesBack() throws IOException {
        for (int size : new int[] {0, 1, 1 << 16, state.length - 12_345, state.length}) {
            var part = Arrays.copyOf(state, size);
            write(tokens, part);
            try (var kept = PromptCacheFile.open(place, fingerprint).orElseThrow()) {
                assertArrayEquals(tokens, kept.tokens());
                assertEquals(size, kept.stateBytes());
            }
            assertArrayEquals(part, read().orElseThrow());
        }
    }

    @Test
    void tokensMayBeNoneOrFillSeveralChunks() throws IOException {
        for (var many : new int[][] {{}, IntStream.range(0, 300_000).toArray()}) {
            write(many, state);
            try (var kept = PromptCacheFile.open(place, fingerprint).orElseThrow()) {
                assertArrayEquals(many, kept.tokens());
            }
            assertArrayEquals(state, read().orElseThrow());
        }
    }

    @Test
    void writtenAnewTheFileIsReplacedAndNothingElseStays() throws IOException {
        byte[] before = Files.readAllBytes(place.file());
        write(tokens, state);
        assertFalse(Arrays.equals(before, Files.readAllBytes(place.file())), "the same content must not look the same twice");
        try (var files = Files.list(place.file().getParent())) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void onlyItsOwnerCanReadIt() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "no POSIX permissions here");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(place.file())));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(place.file().getParent())));
    }

    @Test
    void theContentCannotBeSeen() throws IOException {
        write(tokens, "the secret of the conversation ".repeat(1000).getBytes());
        assertFalse(Files.readString(place.file(), StandardCharsets.ISO_8859_1).contains("secret"));
    }

    @Test
    void noFileIsNoError() throws IOException {
        assertTrue(PromptCacheFile.open(new PromptCache(folder.resolve("none.kv"), key), fingerprint).isEmpty());
    }

    @Test
    void anotherKeyOrModelOpensNothingAndLeavesTheFile() throws IOException {
        assertTrue(PromptCacheFile.open(new PromptCache(place.file(), bytes(32)), fingerprint).isEmpty());
        assertTrue(PromptCacheFile.open(place, bytes(32)).isEmpty());
        assertArrayEquals(state, read().orElseThrow());
    }

    @Test
    void everyCutShowsBeforeTheStateIsRead() throws IOException {
        byte[] whole = Files.readAllBytes(place.file());
        int[] ends = {0, 1, 8, 12, 43, 44, 60, 71, 72, 73, 4072, 4088, 4089, whole.length - SEALED_CHUNK, whole.length - 12_361,
            whole.length - 17, whole.length - 16, whole.length - 1};
        for (int end : ends) {
            Files.write(place.file(), Arrays.copyOf(whole, end));
            assertTrue(PromptCacheFile.open(place, fingerprint).isEmpty(), "cut at " + end);
        }
    }

    @Test
    void appendedBytesShow() throws IOException {
        byte[] whole = Files.readAllBytes(place.file());
        for (int more : new int[] {1, 16, SEALED_CHUNK}) {
            Files.write(place.file(), Arrays.copyOf(whole, whole.length + more));
            assertTrue(PromptCacheFile.open(place, fingerprint).isEmpty(), more + " bytes more");
        }
    }

    @Test
    void everyChangedByteShows() throws IOException {
        byte[] whole = Files.readAllBytes(place.file());
        int[] all = IntStream.concat(IntStream.concat(IntStream.range(0, 80), IntStream.of(4087, 4088, whole.length - 1)),
                random.ints(60, 0, whole.length)).toArray();
        for (int at : all) {
            byte[] changed = whole.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(place.file(), changed);
            assertTrue(read().isEmpty(), "changed at " + at);
        }
    }

    @Test
    void swappedAndRepeatedChunksShow() throws IOException {
        byte[] whole = Files.readAllBytes(place.file());
        int first = 44 + 12 + 16 + 4000 + 16;
        byte[] swapped = whole.clone();
        System.arraycopy(whole, first, swapped, first + SEALED_CHUNK, SEALED_CHUNK);
        Files.write(place.file(), swapped);
        assertTrue(read().isEmpty(), "the first chunk twice");
        System.arraycopy(whole, first + SEALED_CHUNK, swapped, first, SEALED_CHUNK);
        Files.write(place.file(), swapped);
        assertTrue(read().isEmpty(), "two chunks in each other's place");
    }

    @Test
    void aChunkOfAnEarlierFileShows() throws IOException {
        byte[] before = Files.readAllBytes(place.file());
        write(tokens, state);
        byte[] after = Files.readAllBytes(place.file());
        System.arraycopy(before, after.length - SEALED_CHUNK, after, after.length - SEALED_CHUNK, SEALED_CHUNK);
        Files.write(place.file(), after);
        assertTrue(read().isEmpty());
    }

    @Test
    void aPlaceThatIsNoFolderIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("a file"), "");
        assertUnwritable(file.resolve("7.kv"));
    }

    @Test
    void aFolderThatTakesNoFilesIsSaid() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        assumeTrue(closed.toFile().setWritable(false) && !Files.isWritable(closed), "this user may write everywhere");
        assertUnwritable(closed.resolve("7.kv"));
    }

    private void assertUnwritable(Path file) {
        assertThrows(IOException.class, () -> PromptCacheFile.write(new PromptCache(file, key), fingerprint, tokens, MemorySegment.ofArray(state)));
    }

    private void write(int[] numbers, byte[] bytes) throws IOException {
        try (var arena = Arena.ofConfined()) {
            PromptCacheFile.write(place, fingerprint, numbers, arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes));
        }
    }

    /** The state, where all of it is as written. */
    private Optional<byte[]> read() {
        try (var arena = Arena.ofConfined(); var kept = PromptCacheFile.open(place, fingerprint).orElse(null)) {
            if (kept == null) {
                return Optional.empty();
            }
            var into = arena.allocate(kept.stateBytes());
            return kept.readInto(into) ? Optional.of(into.toArray(ValueLayout.JAVA_BYTE)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
