package app.parlance.gguf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads and checks a GGUF file's header in Java, before native code sees it.
 * Format: the GGUF specification of ggml, versions 2 and 3.
 */
public final class GgufReader {
    private static final int MAGIC = 0x46554747;
    private static final String NOT_ALONE = "Choose a whole language model, a file that can be used alone.";

    private GgufReader() { }

    /** What a reading makes of the open file. */
    private interface Reading<T> {
        T read(GgufInput in) throws IOException, GgufException;
    }

    /** @throws GgufException when the file is no sound GGUF; the message names what is wrong with it */
    public static GgufHeader read(Path file) throws GgufException {
        return reading(file, GgufReader::header);
    }

    /**
     * The header's entries with the vocabulary's texts and types, some megabytes; the rest of the file is not looked at.
     *
     * @throws GgufException when the entries cannot be read
     */
    public static GgufMetadata metadata(Path file) throws GgufException {
        return reading(file, in -> {
            checkBeginning(in);
            in.count("the number of tensors");
            return GgufMetadata.read(in, in.count("the number of header entries"), true);
        });
    }

    private static <T> T reading(Path file, Reading<T> reading) throws GgufException {
        if (!Files.exists(file)) {
            throw new GgufException("There is no file " + file + ".", "Check the name, or choose the file again.");
        }
        // Pipes and devices would keep the reader waiting.
        if (!Files.isRegularFile(file)) {
            throw new GgufException(file + " is " + (Files.isDirectory(file) ? "a folder" : "no ordinary file") + ", not a model.",
                    "Choose a file that ends in .gguf.");
        }
        try (var in = new GgufInput(file)) {
            return reading.read(in);
        } catch (IOException unreadable) {
            throw new GgufException(file + " cannot be read (" + unreadable.getMessage() + ").",
                    "Check that you may read the file and that its drive is connected.", unreadable);
        }
    }

    private static GgufHeader header(GgufInput in) throws IOException, GgufException {
        checkBeginning(in);
        long tensorCount = in.count("the number of tensors");
        var metadata = GgufMetadata.read(in, in.count("the number of header entries"), false);
        var architecture = metadata.text("general.architecture").filter(name -> name.matches("[A-Za-z0-9_.-]{1,64}"))
                .orElseThrow(() -> in.refuse("does not say its architecture"));
        checkWhole(in, metadata, architecture, tensorCount);

        long alignment = metadata.number("general.alignment").orElse(32L);
        if (alignment < 1 || alignment > 1 << 20 || Long.bitCount(alignment) != 1) {
            throw in.refuse("is damaged: its alignment of " + alignment + " bytes is no power of two");
        }
        var tensors = GgufTensors.read(in, tensorCount, alignment);

        var checks = new GgufChecks(in, metadata, architecture);
        int width = checks.width();
        int heads = checks.heads(width);
        checks.positionsNormsAndPooling();
        checks.feedForwardAndExperts();
        return new GgufHeader(architecture, metadata.text("general.name").orElse(""), tensors.parameters(),
                Quantization.name(metadata.number("general.file_type").orElse(-1L), tensors.dominating()),
                checks.context(), width, checks.layers(), heads, checks.headsKv(heads),
                metadata.text("tokenizer.chat_template").orElse(""), checks.vocabulary(), in.size(), metadata.isEncoder(), metadata.shape());
    }

    private static void checkBeginning(GgufInput in) throws IOException, GgufException {
        if (in.size() == 0) {
            throw in.refuse("is empty");
        }
        if (in.size() < 24) {
            throw in.refuse("is no GGUF model: it has only " + in.size() + " bytes");
        }
        int magic = in.i32();
        if (magic != MAGIC) {
            throw in.refuse("is no GGUF model: " + whatElse(magic), "Choose a file in the GGUF format.");
        }
        int version = in.i32();
        if (version != 0 && (version & 0xffff) == 0) {
            throw in.refuse("was made for big-endian machines, which differ from this one", "Download the usual, little-endian file.");
        }
        if (version == 1) {
            throw in.refuse("has version 1 of the GGUF format, which nothing reads any more", "Download a newer file of this model.");
        }
        if (version != 2 && version != 3) {
            throw in.refuse("has version " + Integer.toUnsignedString(version) + " of the GGUF format; Parlance knows 2 and 3");
        }
    }

    private static String whatElse(int magic) {
        var bytes = new byte[] {(byte) magic, (byte) (magic >> 8), (byte) (magic >> 16), (byte) (magic >> 24)};
        var four = new String(bytes, StandardCharsets.ISO_8859_1);
        return switch (four) {
            case "lmgg", "tjgg", "fmgg", "algg" -> "it is in a format that llama.cpp gave up in 2023";
            case "vers" -> "it looks like a Git LFS pointer, which stands for the model but does not hold it";
            case "<!DO", "<!do", "<htm", "<HTM" -> "it is a web page";
            case "PK\3\4" -> "it is a ZIP archive";
            default -> four.chars().allMatch(c -> c >= ' ' && c < 127 || c == '\n' || c == '\r' || c == '\t')
                    ? "it begins like a text" : "it does not begin with the letters GGUF";
        };
    }

    private static void checkWhole(GgufInput in, GgufMetadata metadata, String architecture, long tensorCount) throws GgufException {
        long parts = metadata.number("split.count").orElse(1L);
        if (parts > 1) {
            throw in.refuse("is part " + (metadata.number("split.no").orElse(0L) + 1) + " of " + parts + " of a model that was split",
                    "Download the model as one file, or join its parts with llama-gguf-split --merge.");
        }
        if (architecture.equals("clip") || metadata.text("general.type").orElse("").equals("mmproj")) {
            throw in.refuse("is the part of a model that sees pictures, not a language model", NOT_ALONE);
        }
        if (metadata.text("general.type").orElse("").equals("adapter")) {
            throw in.refuse("is an adapter (LoRA), which changes a model but is none itself", NOT_ALONE);
        }
        if (tensorCount == 0) {
            throw in.refuse("holds no weights", NOT_ALONE);
        }
    }
}
