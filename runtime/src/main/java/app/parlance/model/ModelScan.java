package app.parlance.model;

import app.parlance.gguf.GgufException;
import app.parlance.gguf.GgufHeader;
import app.parlance.gguf.GgufReader;
import app.parlance.model.ModelStore.Rejected;
import app.parlance.model.StoredModel.Origin;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One look through the places where models lie. The cache of headers outlives it. */
final class ModelScan {
    /** Model tools sort their files by publisher and repository; the hub's own cache is four folders deep. */
    private static final int DEPTH_ALSO = 5;

    /** A header, or why there is none, as long as the file stays the same. */
    record Known(long size, FileTime modified, GgufHeader header, ModelException problem) { }

    private record Sameness(String fileName, GgufHeader header) { }

    private final Map<Path, Known> cache;
    private final Catalogue catalogue;
    private final GivenNames given;
    private final Map<String, GivenNames.Given> names;
    private final List<StoredModel> models = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private final Set<Path> seen = new HashSet<>();
    private final Set<Sameness> copies = new HashSet<>();
    private final Map<String, Integer> taken = new HashMap<>();
    private final Map<String, StoredModel> formerNames = new HashMap<>();

    ModelScan(Map<Path, Known> cache, Catalogue catalogue, Path storeFolder) {
        this.cache = cache;
        this.catalogue = catalogue;
        given = new GivenNames(storeFolder);
        names = given();
        names.values().forEach(each -> unique(each.name()));
    }

    private Map<String, GivenNames.Given> given() {
        try {
            return given.all();
        } catch (IOException damaged) {
            reject(Path.of(GivenNames.FILE_NAME), "The names that you gave to models cannot be read. The models have the names of their files.");
            return Map.of();
        }
    }

    /** The model that had this name once, by the name in lower case. */
    Optional<StoredModel> formerly(String name) {
        return Optional.ofNullable(formerNames.get(name.toLowerCase(Locale.ROOT)));
    }

    List<StoredModel> models() {
        return models;
    }

    List<Rejected> rejected() {
        return rejected;
    }

    void reject(Path file, String reason) {
        rejected.add(new Rejected(file, reason));
    }

    void folder(Path folder, Origin origin) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), origin == Origin.ALSO ? DEPTH_ALSO : 1, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path sub, BasicFileAttributes attributes) {
                    boolean hidden = !sub.equals(folder) && sub.getFileName().toString().startsWith(".");
                    return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".gguf")) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".gguf")) {
                        reject(file, file + " cannot be read.");
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            reject(folder, "The folder " + folder + " cannot be read (" + unreadable.getMessage() + ").");
        }
        found.stream().sorted().forEach(file -> add(file, origin));
    }

    void add(Path file, Origin origin) {
        if (!Files.exists(file)) {
            reject(file, file + " is not there any more. Connect its drive, or take it off the list.");
            return;
        }
        if (!seen.add(real(file))) {
            return;
        }
        try {
            var header = header(file, cache);
            // The same file in two places is one model.
            if (copies.add(new Sameness(file.getFileName().toString(), header))) {
                models.add(named(file, header, origin));
            }
        } catch (ModelException unsound) {
            reject(file, unsound.full());
        }
    }

    static GgufHeader header(Path file, Map<Path, Known> cache) throws ModelException {
        var attributes = attributes(file);
        var known = cache.get(file);
        if (known == null || attributes == null || known.size() != attributes.size() || !known.modified().equals(attributes.lastModifiedTime())) {
            known = read(file, attributes);
            // A drive's trouble may pass without a change of the file.
            boolean passing = known.problem() != null && known.problem().getCause() instanceof IOException;
            if (attributes != null && !passing) {
                cache.put(file, known);
            }
        }
        if (known.problem() != null) {
            throw known.problem();
        }
        return known.header();
    }

    /** Reads a file's header without remembering it. */
    static GgufHeader soundHeader(Path file) throws ModelException {
        try {
            return GgufReader.read(file);
        } catch (GgufException unsound) {
            throw new ModelException(unsound.getMessage(), unsound.remedy(), unsound.getCause());
        }
    }

    static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException gone) {
            return file.toAbsolutePath().normalize();
        }
    }

    private static Known read(Path file, BasicFileAttributes attributes) {
        long size = attributes == null ? 0 : attributes.size();
        var modified = attributes == null ? FileTime.fromMillis(0) : attributes.lastModifiedTime();
        try {
            return new Known(size, modified, soundHeader(file), null);
        } catch (ModelException problem) {
            return new Known(size, modified, null, problem);
        }
    }

    private static BasicFileAttributes attributes(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class);
        } catch (IOException unknown) {
            return null;
        }
    }

    /** The name that the file gives counts as taken also where another is given: what is called by it must not become another model. */
    private StoredModel named(Path file, GgufHeader header, Origin origin) {
        var own = unique(ModelNames.of(file, header, catalogue));
        var name = names.get(given.key(file));
        if (name == null) {
            return new StoredModel(own, file, header, origin);
        }
        var model = new StoredModel(name.name(), file, header, origin);
        formerNames.put(own.toLowerCase(Locale.ROOT), model);
        name.former().forEach(former -> formerNames.put(former.toLowerCase(Locale.ROOT), model));
        return model;
    }

    private String unique(String name) {
        int number = taken.merge(name.toLowerCase(Locale.ROOT), 1, Integer::sum);
        return number == 1 ? name : name + " (" + number + ")";
    }
}
