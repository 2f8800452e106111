package app.parlance.natives;

import app.parlance.connection.ConnectionLog;
import app.parlance.natives.NativesState.Missing;
import app.parlance.natives.NativesState.Origin;
import app.parlance.natives.NativesState.Ready;
import app.parlance.natives.NativesState.Refused;
import app.parlance.platform.Folders;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * The libraries of the newer llama.cpp, which the newer engine is built on: where they are, and getting and removing them.
 * Nothing is loaded here. Only what {@link NativesPin} names by its SHA-256 is ever found ready. Thread-safe.
 *
 * <p>Searched in this order: the folder that {@code PARLANCE_NATIVES} names, and then nothing else; the application's own;
 * what the person has fetched. The named folder may be an unpacked npm package and hold more than was pinned: then the
 * pinned libraries are copied from there once.
 */
public final class Natives {
    /** Names a folder, or, being empty or the word none, switches the newer runtime off. */
    public static final String VARIABLE = "PARLANCE_NATIVES";

    private static final System.Logger LOG = System.getLogger(Natives.class.getName());
    private static final String GET = "Get it in the Models pane or with “parlance engine get”, or name a folder that has it in " + VARIABLE + ".";

    private final Map<String, String> environment;
    private final Optional<Path> application;
    private final Path fetched;
    private final CheckedFiles checked;
    private final NativesFetch fetch;
    private PlatformChoice choice;
    private NativesState state;

    private Natives(Folders folders, Map<String, String> environment, Optional<Path> application, ConnectionLog connections) {
        this.environment = Map.copyOf(environment);
        this.application = application;
        fetched = folders.data().toAbsolutePath().resolve("natives");
        checked = new CheckedFiles(folders.data().toAbsolutePath().resolve("natives.checked"));
        fetch = new NativesFetch(fetched, this.environment, connections);
    }

    /** @param environment read for {@value #VARIABLE} and PATH; npm runs in it */
    public static Natives of(Folders folders, Map<String, String> environment, ConnectionLog connections) {
        return of(folders, environment, Optional.ofNullable(System.getProperty("parlance.app")).map(Path::of), connections);
    }

    /** @param application the folder of the packaged program, which may have natives in {@code lib/llama} */
    static Natives of(Folders folders, Map<String, String> environment, Optional<Path> application, ConnectionLog connections) {
        return new Natives(folders, environment, application, connections);
    }

    /** The licences that come with the libraries, as one text. */
    public static String licenceText() {
        return PinnedFolder.licenceText();
    }

    public NativesPin pin() {
        return NativesPin.bundled();
    }

    /** Whether {@value #VARIABLE} decides, so that getting the newer runtime would change nothing. */
    public boolean isNamed() {
        return environment.containsKey(VARIABLE);
    }

    /** What would be fetched on this machine; empty where there is nothing for it. */
    public Optional<PinnedPlatform> platform() {
        return choice() instanceof PlatformChoice.Fits(var platform) ? Optional.of(platform) : Optional.empty();
    }

    /** Looked up on the first call, which may take some tenths of a second, and kept until something is fetched or removed here. */
    public synchronized NativesState state() {
        if (state == null) {
            long start = System.nanoTime();
            state = look();
            var found = switch (state) {
                case Ready ready -> "in " + ready.folder();
                case Missing(var reason, _) -> reason;
                case Refused(var reason, _) -> reason;
            };
            LOG.log(System.Logger.Level.INFO, "Newer runtime: {0} (looked up in {1} ms)", found, (System.nanoTime() - start) / 1_000_000);
        }
        return state;
    }

    /**
     * Brings the libraries into the person's data folder through their own npm. Blocks; interrupting the thread stops it,
     * and nothing is left.
     *
     * @param grown told the bytes that have come, of {@link PinnedPlatform#unpackedBytes}, some times a second on this thread
     * @throws NativesException saying why not; what was there before stays
     */
    public void fetch(LongConsumer grown) throws NativesException, InterruptedException {
        switch (choice()) {
            case PlatformChoice.None(var reason) -> throw new NativesException(reason, "The built-in runtime serves.");
            case PlatformChoice.Fits(var platform) -> fetch.into(fetchedFolder(platform), pin().version(), grown);
        }
        forget();
    }

    /** Deletes all that was fetched, of every version. What came with the application, or lies in a named folder, stays. */
    public void remove() throws NativesException {
        fetch.remove();
        forget();
    }

    private synchronized void forget() {
        state = null;
    }

    private synchronized PlatformChoice choice() {
        if (choice == null) {
            choice = PlatformChoice.here(pin());
        }
        return choice;
    }

    private NativesState look() {
        return switch (choice()) {
            case PlatformChoice.None(var reason) -> new Missing(reason, "");
            case PlatformChoice.Fits(var platform) -> isNamed() ? named(platform, environment.get(VARIABLE).strip()) : unnamed(platform);
        };
    }

    private NativesState unnamed(PinnedPlatform platform) {
        var places = Stream.concat(application.map(app -> state(new PinnedFolder(app.resolve("lib").resolve("llama"), platform), Origin.APPLICATION)).stream(),
                Stream.of(state(fetchedFolder(platform), Origin.FETCHED))).toList();
        // Where the application's own is spoilt, getting it again must help.
        return Stream.<Class<? extends NativesState>>of(Ready.class, Refused.class).flatMap(kind -> places.stream().filter(kind::isInstance)).findFirst()
                .orElse(new Missing("The newer runtime is not on this machine.", GET));
    }

    private NativesState named(PinnedPlatform platform, String value) {
        if (value.isEmpty() || value.equals("none")) {
            return new Missing("The newer runtime is switched off by " + VARIABLE + ".", "Unset " + VARIABLE + " to use it.");
        }
        try {
            var folder = Path.of(value).toAbsolutePath().normalize();
            var holding = variants(platform).stream().flatMap(variant -> Stream.of(folder, folder.resolve(variant.folder()), folder.resolve(variant.name()))
                    .map(place -> new PinnedFolder(place, variant))).filter(PinnedFolder::isThere).findFirst();
            return holding.map(this::named).orElseGet(() -> new Missing("The folder that " + VARIABLE + " names holds no newer runtime of version "
                    + pin().version() + ": " + folder + ".", "Correct or unset " + VARIABLE + "."));
        } catch (InvalidPathException unusable) {
            return new Missing(VARIABLE + " names no folder: " + value + ".", "Correct or unset " + VARIABLE + ".");
        }
    }

    private NativesState named(PinnedFolder holding) {
        try {
            if (holding.foreign().isEmpty()) {
                return state(holding, Origin.NAMED_FOLDER);
            }
            var copy = new PinnedFolder(fetched.resolve(pin().version()).resolve("copy-" + holding.platform().name()), holding.platform());
            if (!(state(copy, Origin.NAMED_FOLDER) instanceof Ready)) {
                fetch.copy(holding, copy.folder());
            }
            return state(copy, Origin.NAMED_FOLDER);
        } catch (NativesException fault) {
            return new Refused(fault.getMessage(), fault.remedy());
        }
    }

    /** A person who names a folder may name one with Vulkan. */
    private List<PinnedPlatform> variants(PinnedPlatform platform) {
        return Stream.concat(Stream.of(platform), pin().platforms().stream()
                .filter(other -> !other.equals(platform) && other.os().equals(platform.os()) && other.cpu().equals(platform.cpu()))).toList();
    }

    private PinnedFolder fetchedFolder(PinnedPlatform platform) {
        return new PinnedFolder(fetched.resolve(pin().version()).resolve(platform.name()), platform);
    }

    private NativesState state(PinnedFolder place, Origin origin) {
        if (!place.isThere()) {
            return new Missing("The newer runtime is not in " + place.folder() + ".", GET);
        }
        try {
            place.check(checked);
            return new Ready(place.folder(), origin, place.platform(), pin().version(), pin().llamaCpp());
        } catch (NativesException fault) {
            return new Refused(fault.getMessage(), fault.remedy());
        }
    }
}
