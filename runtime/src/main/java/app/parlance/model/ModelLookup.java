package app.parlance.model;

import app.parlance.model.StoredModel.Origin;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds the model that somebody means, among those that one scan found and the files that a path names. */
final class ModelLookup {
    private final ModelScan scan;
    private final Map<Path, ModelScan.Known> headers;
    private final Catalogue catalogue;

    ModelLookup(ModelScan scan, Map<Path, ModelScan.Known> headers, Catalogue catalogue) {
        this.scan = scan;
        this.headers = headers;
        this.catalogue = catalogue;
    }

    /** What is written exactly goes before what is only begun. */
    Optional<StoredModel> find(String written) throws ModelException {
        var exact = first(model -> model.name().equalsIgnoreCase(written.strip()))
                .or(() -> scan.formerly(written.strip()))
                .or(() -> first(model -> fileName(model.file()).equalsIgnoreCase(written)))
                .or(() -> catalogue.find(written).flatMap(this::find));
        if (exact.isPresent()) {
            return exact;
        }
        var path = pathIn(written);
        if (path.isPresent()) {
            return Optional.of(at(path.get()));
        }
        for (var unsound : scan.rejected()) {
            if (fileName(unsound.file()).equalsIgnoreCase(written)) {
                throw new ModelException(unsound.reason(), "");
            }
        }
        return begun(written);
    }

    Optional<StoredModel> find(CatalogueEntry entry) {
        return first(model -> catalogue.match(model.header()).equals(Optional.of(entry))
                || model.bytes() == entry.bytes() && fileName(model.file()).equals(entry.file()));
    }

    /** The model in this file, listed or not. */
    StoredModel at(Path file) throws ModelException {
        var real = ModelScan.real(file);
        var listed = first(model -> ModelScan.real(model.file()).equals(real));
        if (listed.isPresent()) {
            return listed.get();
        }
        var header = ModelScan.header(real, headers);
        return new StoredModel(ModelNames.of(real, header, catalogue), real, header, Origin.REFERENCE);
    }

    private Optional<StoredModel> begun(String written) throws ModelException {
        var beginning = ModelNames.folded(written);
        if (beginning.isEmpty()) {
            return Optional.empty();
        }
        var found = scan.models().stream().filter(model -> ModelNames.folded(model.name()).startsWith(beginning)
                || ModelNames.folded(fileName(model.file())).startsWith(beginning)).toList();
        if (found.size() > 1) {
            throw new ModelException("“" + written + "” could be any of these: "
                    + found.stream().map(StoredModel::name).sorted().collect(Collectors.joining(", ")) + ".", "Write more of the name.");
        }
        return found.stream().findFirst();
    }

    private Optional<StoredModel> first(Predicate<StoredModel> wanted) {
        return scan.models().stream().filter(wanted).findFirst();
    }

    private static String fileName(Path file) {
        return file.getFileName().toString();
    }

    private static Optional<Path> pathIn(String written) {
        try {
            var path = Path.of(written);
            boolean meant = path.getNameCount() > 1 || path.isAbsolute() || written.toLowerCase(Locale.ROOT).endsWith(".gguf");
            return meant && Files.exists(path) ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }
}
