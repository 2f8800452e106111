package app.parlance.engine.llama.binding;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/**
 * llama.cpp v0.4.0 from a folder of native libraries, loaded into this process until its end and checked to be
 * the one that this package was written for. Open one a process.
 */
public final class LlamaLibrary {
    private static final Pattern CPU_LIBRARY = Pattern.compile("[^/\\\\]*ggml-cpu[^/\\\\]*\\.(so|dylib|dll)$");
    /** A variable by which ggml loads one more library, from anywhere. */
    private static final String STRAY_LIBRARY = "GGML_BACKEND_PATH";
    private static final Path MAPPED_FILES = Path.of("/proc/self/maps");

    final ModelFunctions models;
    final ContextFunctions contexts;
    final SamplerFunctions samplers;
    private final NativeLog log = new NativeLog();
    private final String version;
    private final String cpuLibrary;
    private final MethodHandle systemInfo;

    private LlamaLibrary(Symbols symbols, Path folder) throws UnfitLibraryException {
        models = new ModelFunctions(symbols);
        contexts = new ContextFunctions(symbols);
        samplers = new SamplerFunctions(symbols);
        systemInfo = symbols.function("llama_print_system_info", ADDRESS);
        version = symbols.find("llama_version", FunctionDescriptor.of(ADDRESS)).map(LlamaLibrary::text).orElse("");
        start(symbols);
        cpuLibrary = loadCpuLibrary(symbols, folder);
        LayoutAlarm.check(symbols);
    }

    /**
     * Loads the libraries in this folder. ggml chooses the one CPU library among them that is best for this machine.
     *
     * @throws UnfitLibraryException if they cannot be loaded or are not what this binding was written for;
     *                               nothing was computed with them then
     */
    public static LlamaLibrary open(Path folder) throws UnfitLibraryException {
        return new LlamaLibrary(Symbols.open(folder), folder);
    }

    /** What the library calls itself, like 0.4.0-dev; "" where it does not say. */
    public String version() {
        return version;
    }

    /** The file name of the CPU library in use, like libggml-cpu-haswell.so; "" if unknown. */
    public String cpuLibrary() {
        return cpuLibrary;
    }

    /** The processor features in use, in llama.cpp's words. */
    public String systemInfo() {
        return text(systemInfo);
    }

    public NativeLog log() {
        return log;
    }

    private void start(Symbols symbols) throws UnfitLibraryException {
        MethodHandle setLog = symbols.procedure("llama_log_set", ADDRESS, ADDRESS);
        MethodHandle startBackend = symbols.procedure("llama_backend_init");
        try {
            setLog.invokeExact(log.callback(), MemorySegment.NULL);
            startBackend.invokeExact();
        } catch (Throwable e) {
            throw Invoke.unchecked(e);
        }
    }

    /** Without this every load of a model fails, in silence. */
    private String loadCpuLibrary(Symbols symbols, Path folder) throws UnfitLibraryException {
        if (System.getenv(STRAY_LIBRARY) != null) throw new UnfitLibraryException(STRAY_LIBRARY + " is set: ggml would load a library that is not in " + folder);
        MethodHandle loadAll = symbols.procedure("ggml_backend_load_all_from_path", ADDRESS);
        MethodHandle deviceCount = symbols.function("ggml_backend_dev_count", JAVA_LONG);
        var told = new AtomicReference<>("");
        try (var arena = Arena.ofConfined();
                var listening = log.listen(line -> cpuLibraryIn(line).ifPresent(told::set))) {
            loadAll.invokeExact(arena.allocateFrom(folder.toAbsolutePath().toString()));
            if ((long) deviceCount.invokeExact() == 0) throw new UnfitLibraryException("no CPU library in " + folder + " can be loaded");
        } catch (UnfitLibraryException e) {
            throw e;
        } catch (Throwable e) {
            throw Invoke.unchecked(e);
        }
        return told.get().isEmpty() ? mappedCpuLibrary() : told.get();
    }

    private static String mappedCpuLibrary() {
        if (!Files.isReadable(MAPPED_FILES)) return "";
        try (var lines = Files.lines(MAPPED_FILES)) {
            return lines.flatMap(line -> cpuLibraryIn(line).stream()).findFirst().orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    private static Optional<String> cpuLibraryIn(String line) {
        var name = CPU_LIBRARY.matcher(line.strip());
        return name.find() ? Optional.of(name.group()) : Optional.empty();
    }

    private static String text(MethodHandle function) {
        try {
            return Invoke.text((MemorySegment) function.invokeExact());
        } catch (Throwable e) {
            throw Invoke.unchecked(e);
        }
    }
}
