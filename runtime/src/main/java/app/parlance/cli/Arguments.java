package app.parlance.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The arguments as UTF-8, whatever the locale. In the locale "C", common in containers, Java reads them
 * as ASCII and loses all else; on Linux the original bytes can still be had from the system.
 */
final class Arguments {
    private Arguments() { }

    static List<String> utf8(String[] args) {
        var lossless = "UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding"));
        var original = Path.of("/proc/self/cmdline");
        if (lossless || args.length == 0 || !Files.isReadable(original)) return List.of(args);
        try {
            var words = new String(Files.readAllBytes(original), StandardCharsets.UTF_8).split("\0", -1);
            // The last one is empty: each word is closed by a zero byte. Java's own options come first.
            return Arrays.asList(words).subList(words.length - 1 - args.length, words.length - 1);
        } catch (IOException | IndexOutOfBoundsException unusual) {
            return List.of(args);
        }
    }
}
