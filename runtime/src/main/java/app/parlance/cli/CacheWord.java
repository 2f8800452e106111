package app.parlance.cli;

import app.parlance.engine.CacheType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A KV cache's type as llama.cpp writes it, for example {@code q8_0}. */
final class CacheWord implements ITypeConverter<CacheType> {
    @Override
    public CacheType convert(String word) {
        List<String> words = Arrays.stream(CacheType.values()).map(type -> type.name().toLowerCase(Locale.ROOT)).toList();
        int index = words.indexOf(word.toLowerCase(Locale.ROOT));
        if (index < 0) throw new TypeConversionException("\"" + word + "\" is none of " + String.join(", ", words));
        return CacheType.values()[index];
    }
}
