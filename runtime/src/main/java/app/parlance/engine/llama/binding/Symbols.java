package app.parlance.engine.llama.binding;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The functions of the three libraries of one folder, by name. The libraries stay loaded until the process ends. */
final class Symbols {
    private final SymbolLookup lookup;
    private final Map<String, FunctionDescriptor> declared = new TreeMap<>();

    private Symbols(SymbolLookup lookup) {
        this.lookup = lookup;
    }

    /** Loads ggml-base, ggml and llama by full path, in this order: each finds the ones before it already there, wherever it would look itself. */
    static Symbols open(Path folder) throws UnfitLibraryException {
        List<Path> files = list(folder);
        SymbolLookup base = load(find(files, "ggml-base", folder));
        SymbolLookup ggml = load(find(files, "ggml", folder));
        SymbolLookup llama = load(find(files, "llama", folder));
        return new Symbols(llama.or(ggml).or(base));
    }

    MethodHandle function(String name, MemoryLayout result, MemoryLayout... arguments) throws UnfitLibraryException {
        return bind(name, FunctionDescriptor.of(result, arguments));
    }

    MethodHandle procedure(String name, MemoryLayout... arguments) throws UnfitLibraryException {
        return bind(name, FunctionDescriptor.ofVoid(arguments));
    }

    Optional<MethodHandle> find(String name, FunctionDescriptor descriptor) {
        declared.put(name, descriptor);
        return lookup.find(name).map(address -> Linker.nativeLinker().downcallHandle(address, descriptor));
    }

    /** How each function that was looked up is called; nothing in a library says whether that is right. */
    Map<String, FunctionDescriptor> declared() {
        return declared;
    }

    private MethodHandle bind(String name, FunctionDescriptor descriptor) throws UnfitLibraryException {
        return find(name, descriptor).orElseThrow(() -> new UnfitLibraryException("libllama lacks " + name));
    }

    private static List<Path> list(Path folder) throws UnfitLibraryException {
        try (var files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UnfitLibraryException(folder + " cannot be listed: " + e);
        }
    }

    /** File names may carry a version: libllama.v0.4.0.so, libllama.0.dylib, llama.dll. */
    private static Path find(List<Path> files, String library, Path folder) throws UnfitLibraryException {
        var name = Pattern.compile("(lib)?" + library + "(\\.v?[0-9.]+)?\\.(so(\\.[0-9.]+)?|dylib|dll)");
        return files.stream().filter(file -> name.matcher(file.getFileName().toString()).matches()).findFirst()
                .orElseThrow(() -> new UnfitLibraryException("lib" + library + " is not in " + folder));
    }

    private static SymbolLookup load(Path file) throws UnfitLibraryException {
        try {
            return SymbolLookup.libraryLookup(file.toAbsolutePath(), Arena.global());
        } catch (IllegalArgumentException e) {
            throw new UnfitLibraryException("cannot be loaded: " + reason(file, e));
        }
    }

    /** A SymbolLookup keeps the system's reason to itself; the older way of loading tells it. */
    private static String reason(Path file, IllegalArgumentException refusal) {
        try {
            System.load(file.toAbsolutePath().toString());
            return refusal.getMessage();
        } catch (UnsatisfiedLinkError e) {
            return e.getMessage();
        }
    }
}
