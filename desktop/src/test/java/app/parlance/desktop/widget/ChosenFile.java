package app.parlance.desktop.widget;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** A person who always chooses the same file, or nothing. @param chosen may give null */
public record ChosenFile(Supplier<Path> chosen) implements FileChoice {
    @Override
    public Optional<Path> open(String title, String kind, String extension) {
        return Optional.ofNullable(chosen.get());
    }

    @Override
    public Optional<Path> save(String title, String suggestedName) {
        return Optional.ofNullable(chosen.get());
    }

    @Override
    public Optional<Path> folder(String title, Path start) {
        return Optional.ofNullable(chosen.get());
    }
}
