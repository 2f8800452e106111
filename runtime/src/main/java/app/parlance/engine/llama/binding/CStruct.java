package app.parlance.engine.llama.binding;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * A struct of the C API: its fields in the header's order, laid out by C's rules (each field at a multiple of
 * its size, the whole a multiple of the largest). Enums are ints, {@code size_t} is a long: all platforms have 64 bits.
 */
record CStruct(String name, StructLayout layout) {
    static Fields named(String name) {
        return new Fields(name);
    }

    long size() {
        return layout.byteSize();
    }

    long offset(String field) {
        return layout.byteOffset(PathElement.groupElement(field));
    }

    void set(MemorySegment struct, String field, int value) {
        struct.set(JAVA_INT, offset(field), value);
    }

    void set(MemorySegment struct, String field, boolean value) {
        struct.set(JAVA_BOOLEAN, offset(field), value);
    }

    void set(MemorySegment struct, String field, MemorySegment value) {
        struct.set(ADDRESS, offset(field), value);
    }

    /** An Integer, Float or Long; of a boolean its byte as an Integer, since a wrong layout may show one that is neither 0 nor 1; of a pointer its address. */
    Number get(MemorySegment struct, String field) {
        return switch (layout.select(PathElement.groupElement(field))) {
            case ValueLayout.OfInt ints -> struct.get(ints, offset(field));
            case ValueLayout.OfFloat floats -> struct.get(floats, offset(field));
            case ValueLayout.OfLong longs -> struct.get(longs, offset(field));
            case ValueLayout.OfBoolean _ -> (int) struct.get(ValueLayout.JAVA_BYTE, offset(field));
            case AddressLayout addresses -> struct.get(addresses, offset(field)).address();
            case MemoryLayout other -> throw new IllegalArgumentException(other.toString());
        };
    }

    /** Collects fields in order. */
    static final class Fields {
        private final String struct;
        private final List<MemoryLayout> members = new ArrayList<>();
        private long end;
        private long alignment = 1;

        private Fields(String struct) {
            this.struct = struct;
        }

        Fields ints(String... names) {
            return add(JAVA_INT, names);
        }

        Fields floats(String... names) {
            return add(JAVA_FLOAT, names);
        }

        Fields longs(String... names) {
            return add(JAVA_LONG, names);
        }

        Fields booleans(String... names) {
            return add(JAVA_BOOLEAN, names);
        }

        Fields pointers(String... names) {
            return add(ADDRESS, names);
        }

        CStruct end() {
            pad(alignment);
            return new CStruct(struct, MemoryLayout.structLayout(members.toArray(MemoryLayout[]::new)).withName(struct));
        }

        private Fields add(ValueLayout type, String... names) {
            for (String name : names) {
                pad(type.byteAlignment());
                members.add(type.withName(name));
                end += type.byteSize();
                alignment = Math.max(alignment, type.byteAlignment());
            }
            return this;
        }

        private void pad(long multiple) {
            long gap = Math.floorMod(-end, multiple);
            if (gap == 0) return;
            members.add(MemoryLayout.paddingLayout(gap));
            end += gap;
        }
    }
}
