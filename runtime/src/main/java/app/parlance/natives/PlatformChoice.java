package app.parlance.natives;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which of the pinned platforms this machine is, if any. */
public sealed interface PlatformChoice {
    /** The variant without a graphics processor where there are two. */
    record Fits(PinnedPlatform platform) implements PlatformChoice { }

    /** @param reason a whole sentence */
    record None(String reason) implements PlatformChoice { }

    /** On this machine. */
    static PlatformChoice here(NativesPin pin) {
        return on(pin, System.getProperty("os.name"), System.getProperty("os.version"), System.getProperty("os.arch"), glibc());
    }

    /**
     * @param osName and {@code osVersion}, {@code osArch} as in Java's system properties
     * @param glibc the version of the GNU C library, on Linux; empty where it has another
     */
    static PlatformChoice on(NativesPin pin, String osName, String osVersion, String osArch, Optional<String> glibc) {
        var name = osName.toLowerCase(Locale.ROOT);
        var os = name.startsWith("windows") ? "win32" : name.startsWith("mac") ? "darwin" : name;
        var cpu = switch (osArch) {
            case "amd64", "x86_64" -> "x64";
            case "aarch64" -> "arm64";
            default -> osArch;
        };
        var platform = pin.platforms().stream().filter(each -> each.os().equals(os) && each.cpu().equals(cpu) && !each.vulkan()).findFirst();
        if (platform.isEmpty()) {
            return new None("There is no newer runtime for " + osName + " on " + osArch + ".");
        }
        if (os.equals("linux") && glibc.isEmpty()) {
            return new None("The newer runtime needs the GNU C library, and this system has another.");
        }
        if (os.equals("linux") && older(glibc.get(), 2, 34)) {
            return new None("The newer runtime needs version 2.34 of the GNU C library, and this system has " + glibc.get() + ".");
        }
        if (os.equals("darwin") && older(osVersion, 14, 0)) {
            return new None("The newer runtime needs macOS 14, and this is " + osVersion + ".");
        }
        return new Fits(platform.get());
    }

    private static boolean older(String version, int major, int minor) {
        var numbers = version.split("\\.");
        int first = number(numbers[0]);
        return first < major || first == major && (numbers.length < 2 ? 0 : number(numbers[1])) < minor;
    }

    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    /**
     * The version stands as text in the library that this process has loaded. Asking the library itself costs a tenth
     * of a second, which a native call needs the first time.
     */
    private static Optional<String> glibc() {
        var maps = Path.of("/proc/self/maps");
        if (!Files.isReadable(maps)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(maps, StandardCharsets.ISO_8859_1)) {
            var library = lines.filter(line -> line.endsWith("/libc.so.6") || line.endsWith(".so") && line.contains("/libc-2.")).map(line -> line.substring(line.indexOf('/'))).findFirst();
            if (library.isEmpty()) {
                return Optional.empty();
            }
            var text = Files.readString(Path.of(library.get()), StandardCharsets.ISO_8859_1);
            int banner = text.indexOf("GNU C Library (");
            var version = Pattern.compile("release version (\\d+\\.\\d+)").matcher(text);
            return banner >= 0 && version.find(banner) ? Optional.of(version.group(1)) : Optional.empty();
        } catch (IOException unreadable) {
            System.getLogger(PlatformChoice.class.getName()).log(System.Logger.Level.INFO, "The version of the C library is not told", unreadable);
            return Optional.empty();
        }
    }
}
