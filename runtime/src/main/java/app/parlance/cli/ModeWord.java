package app.parlance.cli;

import app.parlance.mode.Mode;
import app.parlance.mode.Modes;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --mode}. */
final class ModeWord implements ITypeConverter<Mode> {
    @Override
    public Mode convert(String word) {
        return Modes.named(word).orElseThrow(() -> new TypeConversionException("there is no mode " + word + "; fast, balanced, accurate and auto are there"));
    }
}
