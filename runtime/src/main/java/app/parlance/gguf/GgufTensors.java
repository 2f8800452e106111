package app.parlance.gguf;

import static app.parlance.gguf.GgufMetadata.shown;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The tensor part of a GGUF header, held against the file: no overflow, every tensor inside the file,
 * aligned, and one after the other without overlap, as llama.cpp demands it.
 *
 * @param parameters elements of all tensors
 * @param dominating the type most elements have
 */
record GgufTensors(long parameters, GgmlType dominating) {
    private static final int MOST_TENSORS = 65_536;
    /** GGML_MAX_NAME, with the closing zero. */
    private static final int MOST_NAME_BYTES = 63;

    private record Tensor(String name, long offset, long bytes) { }

    static GgufTensors read(GgufInput in, long count, long alignment) throws IOException, GgufException {
        if (count > MOST_TENSORS) {
            throw in.refuse("is damaged: it claims " + count + " tensors");
        }
        var names = new HashSet<String>();
        var tensors = new ArrayList<Tensor>();
        Map<GgmlType, Long> elementsByType = new EnumMap<>(GgmlType.class);
        long parameters = 0;
        for (long i = 0; i < count; i++) {
            var name = in.string("the name of tensor " + (i + 1), MOST_NAME_BYTES);
            if (!names.add(name)) {
                throw in.refuse("is damaged: the tensor " + shown(name) + " occurs twice");
            }
            try {
                long[] shape = shape(in, name);
                long elements = elements(in, name, shape);
                var type = type(in, name, shape[0]);
                tensors.add(new Tensor(name, in.i64(), type.bytes(elements)));
                parameters = Math.addExact(parameters, elements);
                elementsByType.merge(type, elements, Math::addExact);
            } catch (ArithmeticException overflow) {
                throw in.refuse("is damaged: the size of tensor " + shown(name) + " is beyond all bounds");
            }
        }
        checkLayout(in, tensors, alignment);
        var dominating = elementsByType.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(GgmlType.F32);
        return new GgufTensors(parameters, dominating);
    }

    private static long[] shape(GgufInput in, String name) throws IOException, GgufException {
        long dimensions = in.u32();
        if (dimensions < 1 || dimensions > 4) {
            throw in.refuse("is damaged: the tensor " + shown(name) + " has " + dimensions + " dimensions");
        }
        long[] shape = new long[(int) dimensions];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = in.i64();
        }
        return shape;
    }

    private static long elements(GgufInput in, String name, long[] shape) throws GgufException {
        long elements = 1;
        for (long length : shape) {
            if (length < 1) {
                throw in.refuse("is damaged: the tensor " + shown(name) + " has a dimension of length " + Long.toUnsignedString(length));
            }
            elements = Math.multiplyExact(elements, length);
        }
        return elements;
    }

    private static GgmlType type(GgufInput in, String name, long row) throws IOException, GgufException {
        long code = in.u32();
        var type = GgmlType.of(code).orElseThrow(() -> in.refuse("has a tensor (" + shown(name) + ") of the type " + code
                + ", which this version of Parlance does not know",
                "It may be damaged, or made for a newer program: download it again, or choose another variant."));
        if (row % type.blockElements() != 0) {
            throw in.refuse("is damaged: the rows of tensor " + shown(name) + " do not fit the type " + type);
        }
        return type;
    }

    private static void checkLayout(GgufInput in, List<Tensor> tensors, long alignment) throws GgufException {
        long start = padded(in.position(), alignment);
        long expected = 0;
        for (var tensor : tensors) {
            if (tensor.offset() % alignment != 0) {
                throw in.refuse("is damaged: the tensor " + shown(tensor.name()) + " is not aligned to " + alignment + " bytes");
            }
            long room = in.size() - start;
            if (tensor.offset() < 0 || tensor.offset() > room || tensor.bytes() > room - tensor.offset()) {
                throw in.refuse("is cut off or damaged: it ends at byte " + in.size() + ", before the end of the tensor " + shown(tensor.name()));
            }
            if (tensor.offset() != expected) {
                throw in.refuse("is damaged: the tensor " + shown(tensor.name()) + " does not follow the one before it");
            }
            expected = padded(expected + tensor.bytes(), alignment);
        }
    }

    private static long padded(long position, long alignment) {
        return (position + alignment - 1) / alignment * alignment;
    }
}
