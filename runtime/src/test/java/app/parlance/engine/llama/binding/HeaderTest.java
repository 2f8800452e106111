package app.parlance.engine.llama.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.PaddingLayout;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The binding against what the pinned version's headers say, in {@code header.txt}: the library itself cannot tell that a
 * function is called with other arguments than it has, and then computes with what happens to lie in a register.
 */
class HeaderTest {
    private static final Map<String, String> HEADER = header();

    private static final List<CStruct> STRUCTS = List.of(Structs.MODEL, Structs.CONTEXT, Structs.QUANTIZE, Structs.CHAIN, Structs.BATCH, Structs.TOKEN_DATA,
            Structs.TOKEN_DATA_ARRAY, Structs.CHAT_MESSAGE);

    private static Map<String, String> header() {
        try (var in = HeaderTest.class.getResourceAsStream("header.txt")) {
            var facts = new TreeMap<String, String>();
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) facts.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1));
            return facts;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyFunctionIsCalledAsTheHeaderDeclaresIt() throws Exception {
        var declared = TestLibrary.open().symbols().declared();
        assertTrue(declared.size() > 50, declared.keySet().toString());
        declared.forEach((name, descriptor) -> assertEquals(HEADER.get(name), text(descriptor), name));
    }

    @Test
    void everyStructHasTheHeadersFields() {
        for (var struct : STRUCTS) {
            var name = struct.name();
            assertNotNull(HEADER.get(name), name);
            var fields = struct.layout().memberLayouts().stream().filter(member -> !(member instanceof PaddingLayout))
                    .map(member -> member.name().orElseThrow() + " " + text(member)).collect(Collectors.joining(", ", "{", "}"));
            assertEquals(HEADER.get(name), fields, name);
        }
    }

    @Test
    void aHeaderIsReadAsItIsWritten() {
        var facts = HeaderFacts.of("""
                // a comment; with a semicolon
                LLAMA_API struct llama_sampler * llama_sampler_init_x(
                    int32_t n_vocab,   // of the vocabulary
                    float   p, const struct llama_model * model, enum llama_kind kind);
                struct llama_pair { bool on; int32_t * a, * b; size_t n; };
                """);
        assertEquals("pointer(int, float, pointer, int)", facts.get("llama_sampler_init_x"));
        assertEquals("{on bool, a pointer, b pointer, n long}", facts.get("llama_pair"));
    }

    private static String text(FunctionDescriptor descriptor) {
        return descriptor.returnLayout().map(HeaderTest::text).orElse("void") + descriptor.argumentLayouts().stream().map(HeaderTest::text).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String text(MemoryLayout layout) {
        return switch (layout) {
            case AddressLayout _ -> "pointer";
            case ValueLayout.OfInt _ -> "int";
            case ValueLayout.OfLong _ -> "long";
            case ValueLayout.OfFloat _ -> "float";
            case ValueLayout.OfBoolean _ -> "bool";
            case StructLayout struct -> STRUCTS.stream().filter(each -> each.layout().equals(struct)).findFirst().orElseThrow().name();
            default -> layout.toString();
        };
    }
}
