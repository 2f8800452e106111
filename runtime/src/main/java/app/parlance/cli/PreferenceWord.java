package app.parlance.cli;

import app.parlance.engine.llama.LlamaEngines.Preference;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --engine}. */
final class PreferenceWord implements ITypeConverter<Preference> {
    @Override
    public Preference convert(String word) {
        return Preference.of(word.toLowerCase(Locale.ROOT)).orElseThrow(() -> new TypeConversionException("\"" + word + "\" is none of "
                + Arrays.stream(Preference.values()).map(Preference::word).collect(Collectors.joining(", "))));
    }
}
