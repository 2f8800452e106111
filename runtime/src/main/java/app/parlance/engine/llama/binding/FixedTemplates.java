package app.parlance.engine.llama.binding;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The chat templates that llama.cpp has in its own code. */
final class FixedTemplates {
    private static final int USUAL_LENGTH = 16_384;

    private FixedTemplates() { }

    static String apply(ModelFunctions functions, String template, List<String> roles, List<String> contents, boolean addAssistant) {
        if (roles.size() != contents.size()) throw new IllegalArgumentException(roles.size() + " roles for " + contents.size() + " contents");
        try (var call = Arena.ofConfined()) {
            MemorySegment text = call.allocateFrom(template);
            MemorySegment messages = messages(call, roles, contents);
            MemorySegment result = call.allocate(USUAL_LENGTH);
            int length = fill(functions, text, messages, roles.size(), addAssistant, result);
            if (length > result.byteSize()) {
                result = call.allocate(length);
                length = fill(functions, text, messages, roles.size(), addAssistant, result);
            }
            return length < 0 ? null : new String(result.asSlice(0, length).toArray(JAVA_BYTE), StandardCharsets.UTF_8);
        }
    }

    private static MemorySegment messages(Arena call, List<String> roles, List<String> contents) {
        CStruct struct = Structs.CHAT_MESSAGE;
        MemorySegment messages = call.allocate(struct.layout(), roles.size());
        for (int i = 0; i < roles.size(); i++) {
            MemorySegment message = messages.asSlice(i * struct.size(), struct.size());
            struct.set(message, "role", call.allocateFrom(roles.get(i)));
            struct.set(message, "content", call.allocateFrom(contents.get(i)));
        }
        return messages;
    }

    private static int fill(ModelFunctions functions, MemorySegment template, MemorySegment messages, int count, boolean addAssistant, MemorySegment result) {
        try {
            return (int) functions.applyTemplate.invokeExact(template, messages, (long) count, addAssistant, result, (int) result.byteSize());
        } catch (Throwable e) {
            throw Invoke.unchecked(e);
        }
    }
}
