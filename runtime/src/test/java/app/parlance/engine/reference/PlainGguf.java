package app.parlance.engine.reference;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A GGUF file read as simply as can be: entries and F32 tensors, all in memory.
 *
 * @param entries numbers as Number, texts as String, lists as Object[]
 * @param tensors row after row
 */
record PlainGguf(Map<String, Object> entries, Map<String, float[]> tensors) {
    private static final int ALIGNMENT = 32;

    private record Place(int elements, long offset) { }

    static PlainGguf read(Path file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).position(8);
        long tensorCount = in.getLong();
        long entryCount = in.getLong();
        Map<String, Object> entries = new LinkedHashMap<>();
        for (long i = 0; i < entryCount; i++) entries.put(text(in), value(in, in.getInt()));
        Map<String, Place> places = new LinkedHashMap<>();
        for (long i = 0; i < tensorCount; i++) {
            String name = text(in);
            int dimensions = in.getInt();
            int elements = 1;
            for (int d = 0; d < dimensions; d++) elements *= (int) in.getLong();
            if (in.getInt() != 0) throw new IOException(name + " is not F32");
            places.put(name, new Place(elements, in.getLong()));
        }
        int start = Math.ceilDiv(in.position(), ALIGNMENT) * ALIGNMENT;
        Map<String, float[]> tensors = new LinkedHashMap<>();
        places.forEach((name, place) -> {
            float[] numbers = new float[place.elements()];
            in.slice(start + (int) place.offset(), 4 * place.elements()).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(numbers);
            tensors.put(name, numbers);
        });
        return new PlainGguf(entries, tensors);
    }

    int number(String key) {
        return ((Number) entries.get(key)).intValue();
    }

    private static String text(ByteBuffer in) {
        byte[] utf8 = new byte[(int) in.getLong()];
        in.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static Object value(ByteBuffer in, int type) {
        return switch (type) {
            case 0, 1, 7 -> in.get();
            case 2, 3 -> in.getShort();
            case 4, 5 -> in.getInt();
            case 6 -> in.getFloat();
            case 8 -> text(in);
            case 9 -> {
                int element = in.getInt();
                Object[] list = new Object[(int) in.getLong()];
                for (int i = 0; i < list.length; i++) list[i] = value(in, element);
                yield list;
            }
            case 10, 11 -> in.getLong();
            case 12 -> in.getDouble();
            default -> throw new IllegalArgumentException("type " + type);
        };
    }
}
