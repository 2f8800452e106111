package app.parlance.gguf;

import static app.parlance.gguf.HeaderBytes.sound;
import static app.parlance.gguf.HeaderBytes.without;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.engine.GgufFixture;
import app.parlance.engine.TestModels;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GgufReaderTest {
    @TempDir Path temp;

    @Test void readsTheStarterModel() throws Exception {
        var header = GgufReader.read(TestModels.smolLm());
        assertEquals("llama", header.architecture());
        assertEquals("Q4_1", header.quantization());
        assertEquals(8192, header.contextLength());
        assertEquals(576, header.embeddingLength());
        assertEquals(30, header.blockCount());
        assertEquals(9, header.headCount());
        assertEquals(3, header.headCountKv());
        assertEquals(98_362_432, header.bytes());
        assertEquals("gpt2", header.tokenizer());
        assertTrue(header.chatTemplate().contains("<|im_start|>"));
        assertTrue(header.parameters() > 134_000_000 && header.parameters() < 164_000_000, "parameters: " + header.parameters());
        assertFalse(header.isEncoder());
    }

    @Test void readsAnEncoder() throws Exception {
        var header = GgufReader.read(TestModels.miniLm());
        assertTrue(header.isEncoder());
        assertEquals(384, header.embeddingLength());
        assertEquals("Q8_0", header.quantization());
        assertEquals("", header.chatTemplate());
    }

    @Test void readsAFileWithoutTemplateAndFixturesOfTwoArchitectures() throws Exception {
        assertEquals("F32", GgufReader.read(TestModels.stories()).quantization());
        assertEquals("phi3", GgufReader.read(GgufFixture.phi3().writeTo(temp.resolve("phi3.gguf"))).architecture());
        assertEquals("llama", GgufReader.read(GgufFixture.llama().writeTo(temp.resolve("llama.gguf"))).architecture());
    }

    @Test void aGigabyteIsReadInATenthOfASecond() throws Exception {
        var file = TestModels.qwenOneAndAHalfBillion();
        var header = GgufReader.read(file);
        assertEquals("Q4_K_M", header.quantization());
        assertEquals("qwen2", header.architecture());
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            GgufReader.read(file);
            best = Math.min(best, System.nanoTime() - start);
        }
        assertTrue(best < 100_000_000, "took " + best / 1_000_000 + " ms");
    }

    @Test void theSoundTinyHeaderIsSound() throws Exception {
        var header = read(sound().bytes());
        assertEquals("Tiny", header.name());
        assertEquals(256, header.parameters());
        assertEquals("F32", header.quantization(), "by the tensors, where the file does not say");
        assertEquals("Q6_K", read(sound().number("general.file_type", 1024 + 18).bytes()).quantization());
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                of("is empty", new byte[0]),
                of("has only 10 bytes", new byte[10]),
                of("begins like a text", "This is no model at all, but a letter.\n".getBytes(StandardCharsets.UTF_8)),
                of("is a web page", "<!DOCTYPE html><html><body>404</body></html>".getBytes(StandardCharsets.UTF_8)),
                of("Git LFS pointer", "version https://git-lfs.github.com/spec/v1\noid".getBytes(StandardCharsets.UTF_8)),
                of("ZIP archive", "PK\3\4aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa".getBytes(StandardCharsets.UTF_8)),
                of("gave up in 2023", "lmggaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa".getBytes(StandardCharsets.UTF_8)),
                of("does not begin with the letters GGUF", new byte[64]),
                of("version 1", sound().bytes(1, 1, 10)),
                of("version 4", sound().bytes(4, 1, 10)),
                of("version 0", sound().bytes(0, 1, 10)),
                of("big-endian", sound().bytes(0x03000000, 1, 10)),
                of("number of tensors is beyond", sound().bytes(3, -1, 10)),
                of("9000000000 tensors", sound().bytes(3, 9_000_000_000L, 10)),
                of("header entries is beyond", sound().bytes(3, 1, Long.MIN_VALUE)),
                of("claims 9223372036854775807 header entries", sound().bytes(3, 1, Long.MAX_VALUE)),
                of("claims 0 header entries", sound().bytes(3, 1, 0)),
                of("does not say its architecture", without("general.architecture").bytes()),
                of("llama.block_count", without("block_count").bytes()),
                of("llama.embedding_length", without("embedding_length").bytes()),
                of("llama.attention.head_count", without("attention.head_count").bytes()),
                of("no vocabulary", without("vocabulary").bytes()),
                of("holds no weights", without("tensor").bytes()),
                of("llama.block_count is 0", without("block_count").number("llama.block_count", 0).bytes()),
                of("llama.block_count is 4294967295", without("block_count").number("llama.block_count", -1).bytes()),
                of("should be a whole number", without("block_count").text("llama.block_count", "many").bytes()),
                of("cannot be shared among 7", without("attention.head_count").number("llama.attention.head_count", 7).bytes()),
                of("cannot share 3 heads", without("attention.head_count_kv").number("llama.attention.head_count_kv", 3).bytes()),
                of("cannot share 8 heads", without("attention.head_count_kv").number("llama.attention.head_count_kv", 8).bytes()),
                of("llama.context_length is 2000000000", without("context_length").number("llama.context_length", 2_000_000_000).bytes()),
                of("dimensions of heads", sound().number("llama.rope.dimension_count", 128).bytes()),
                of("llama.block_count is 513", without("block_count").number("llama.block_count", 513).bytes()),
                of("nextn_predict_layers is 2", sound().number("llama.nextn_predict_layers", 2).bytes()),
                of("and all of them should", sound().number("llama.rope.dimension_count", 8).bytes()),
                of("in a way that nothing knows: sideways", sound().text("llama.rope.scaling.type", "sideways").bytes()),
                of("less than nothing", sound().real("llama.attention.layer_norm_rms_epsilon", -1).bytes()),
                of("0 of 3 groups of 0 experts", sound().number("llama.expert_group_count", 3).bytes()),
                of("llama.pooling_type is 99", sound().number("llama.pooling_type", 99).bytes()),
                of("begin with token 3, and its last is 2", sound().number("tokenizer.ggml.bos_token_id", 3).bytes()),
                of("decoder_start_token_id is 3", sound().number("llama.decoder_start_token_id", 3).bytes()),
                of("8 of 4 experts", sound().number("llama.expert_count", 4).number("llama.expert_used_count", 8).bytes()),
                of("no finite number", sound().real("llama.rope.freq_base", Float.NaN).bytes()),
                of("names general.name twice", sound().text("general.name", "Again").bytes()),
                of("unknown type 99", sound().entry("x", 99, out -> { }).bytes()),
                of("list of the unknown type 9", sound().emptyList("x", 9, 1).bytes()),
                of("claims 4611686018427387904 numbers", sound().emptyList("x", 4, 1L << 62).bytes()),
                of("the length of x is beyond", sound().emptyList("x", 4, -1).bytes()),
                of("claims 9000000000 entries", sound().emptyList("x", 8, 9_000_000_000L).bytes()),
                of("claims 18446744073709551615 bytes", sound().entry("x", 8, out -> HeaderBytes.i64(out, -1)).bytes()),
                of("claims 1000000 bytes", sound().entry("x", 8, out -> HeaderBytes.i64(out, 1_000_000)).bytes()),
                of("2000 bytes, and 1024 is the most", sound().number("x".repeat(2000), 1).bytes()),
                of("has no name", sound().number("", 1).bytes()),
                of("no power of two", sound().number("general.alignment", 24).bytes()),
                of("no power of two", sound().number("general.alignment", 0).bytes()),
                of("part 2 of 3", sound().number("split.count", 3).number("split.no", 1).bytes()),
                of("sees pictures", sound().text("general.type", "mmproj").bytes()),
                of("adapter", sound().text("general.type", "adapter").bytes()),
                of("scores does not match", sound().numbers("tokenizer.ggml.scores", 1, 2).bytes()),
                of("5 dimensions", sound().tensor("t", 0, 1024, 1, 1, 1, 1, 1).bytes()),
                of("0 dimensions", sound().tensor("t", 0, 1024).bytes()),
                of("dimension of length 0", sound().tensor("t", 0, 1024, 64, 0).bytes()),
                of("dimension of length 18446744073709551615", sound().tensor("t", 0, 1024, 64, -1).bytes()),
                of("beyond all bounds", sound().tensor("t", 0, 1024, 1L << 32, 1L << 32).bytes()),
                of("beyond all bounds", sound().tensor("t", 0, 1024, 1L << 62).bytes()),
                of("of the type 77", sound().tensor("t", 77, 1024, 64).bytes()),
                of("do not fit the type Q4_K", sound().tensor("t", 12, 1024, 64, 4).bytes()),
                of("before the end of the tensor t", sound().tensor("t", 0, 1024, 64).bytes()),
                of("before the end of the tensor t", sound().tensor("t", 0, Long.MAX_VALUE - 31, 64).bytes()),
                of("before the end of the tensor t", sound().tensor("t", 0, Long.MIN_VALUE, 64).bytes()),
                of("not aligned", sound().tensor("t", 0, 1025, 64).data(4096).bytes()),
                of("does not follow", sound().tensor("t", 0, 512, 64).data(4096).bytes()),
                of("occurs twice", sound().tensor("token_embd.weight", 0, 1024, 64).data(4096).bytes()),
                of("64 bytes, and 63 is the most", sound().tensor("t".repeat(64), 0, 1024, 64).data(4096).bytes()));
    }

    private static Arguments of(String expected, byte[] bytes) {
        return Arguments.of(expected, bytes);
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("hostile")
    void refusesWithItsOwnSentence(String expected, byte[] bytes) throws Exception {
        var refused = assertThrows(GgufException.class, () -> read(bytes));
        assertTrue(refused.getMessage().contains(expected), refused.getMessage());
        assertTrue(refused.getMessage().startsWith("hostile.gguf ") && refused.getMessage().endsWith("."), refused.getMessage());
        assertFalse(refused.remedy().isEmpty());
    }

    @Test void everyCutOfAValidFileIsRefused() throws Exception {
        var whole = sound().bytes();
        for (int length = 0; length < whole.length; length += 7) {
            int cut = length;
            assertThrows(GgufException.class, () -> read(Arrays.copyOf(whole, cut)), "cut to " + cut);
        }
    }

    @Test void aRealModelCutShortIsRefused() throws Exception {
        var whole = Files.readAllBytes(TestModels.stories());
        var refused = assertThrows(GgufException.class, () -> read(Arrays.copyOf(whole, whole.length - 100)));
        assertTrue(refused.full().contains("cut off"), refused.full());
        assertTrue(refused.remedy().contains("Download it again"), refused.remedy());
    }

    @Test void randomDamageThrowsNothingButGgufException() throws Exception {
        var random = new SplittableRandom(20260401);
        var valid = Files.readAllBytes(GgufFixture.llama().writeTo(temp.resolve("valid.gguf")));
        int headerBytes = 8192;
        var file = Files.write(temp.resolve("hostile.gguf"), valid);
        int refused = 0;
        try (var access = new RandomAccessFile(file.toFile(), "rw")) {
            for (int round = 0; round < 2000; round++) {
                int damages = 1 + random.nextInt(4);
                int[] places = random.ints(damages, 0, headerBytes).toArray();
                for (int place : places) {
                    access.seek(place);
                    access.write(random.nextBoolean() ? 0xff : random.nextInt(256));
                }
                try {
                    GgufReader.read(file);
                } catch (GgufException expected) {
                    refused++;
                }
                for (int place : places) {
                    access.seek(place);
                    access.write(valid[place]);
                }
            }
        }
        assertTrue(refused > 500, "only " + refused + " of 2000 damaged headers were refused");
    }

    @Test void aMissingFileAndAFolderAreNamed() {
        assertTrue(assertThrows(GgufException.class, () -> GgufReader.read(temp.resolve("none.gguf"))).getMessage().startsWith("There is no file"));
        assertTrue(assertThrows(GgufException.class, () -> GgufReader.read(temp)).getMessage().contains("is a folder"));
    }

    private GgufHeader read(byte[] bytes) throws Exception {
        return GgufReader.read(Files.write(temp.resolve("hostile.gguf"), bytes));
    }
}
