package app.parlance.natives;

import app.parlance.connection.PackageClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;

/** The person's own npm, with its own settings. It only unpacks: no script of a package is run, and no lock file is written. */
final class Npm {
    private static final Set<String> OUT_OF_REACH = Set.of("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENETUNREACH", "EHOSTUNREACH",
            "ERR_SOCKET_TIMEOUT", "ENETDOWN", "EPIPE");
    private static final Pattern CODE = Pattern.compile("npm (?:error|ERR!) code (\\w+)");
    private static final Pattern COMPLAINT = Pattern.compile("npm (?:error|ERR!) (?!code |A complete log |errno |syscall )(.+)");

    private final PackageClient client;

    private Npm(PackageClient client) {
        this.client = client;
    }

    static Optional<Npm> find(Map<String, String> environment) {
        return PackageClient.onPath(environment, "npm").map(program -> new Npm(new PackageClient(List.of(program.toString()), environment)));
    }

    /**
     * Unpacks this platform's package below a folder.
     *
     * @param work empty; the caller deletes it
     * @param grown told the bytes that have come, some times a second
     * @return where its libraries lie
     * @throws NativesException saying why npm did not bring it
     * @throws IOException where the disk fails
     */
    PinnedFolder unpack(PinnedPlatform platform, String version, Path work, LongConsumer grown) throws IOException, NativesException, InterruptedException {
        var prefix = Files.createDirectory(work.resolve("prefix"));
        var temporary = Files.createDirectory(work.resolve("temporary"));
        var said = Files.createDirectory(work.resolve("empty")).resolve("said");
        var wanted = platform.npmPackage() + "@" + version;
        int code = client.run(List.of("install", "--prefix", prefix.toString(), "--global=false", "--install-strategy=hoisted", "--no-save", "--no-package-lock",
                "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--no-progress", "--no-color", "--loglevel=error",
                "--os=" + platform.os(), "--cpu=" + platform.cpu(), wanted), temporary, said, () -> grown.accept(PackageClient.bytesBelow(prefix)));
        if (code != 0) {
            throw failure(wanted, Files.readString(said, StandardCharsets.ISO_8859_1), code);
        }
        return new PinnedFolder(prefix.resolve("node_modules").resolve(platform.npmPackage()).resolve(platform.folder()), platform);
    }

    private static NativesException failure(String wanted, String said, int exit) throws IOException {
        var code = CODE.matcher(said).results().map(match -> match.group(1)).findFirst().orElse("");
        if (code.equals("ENOSPC")) {
            throw new IOException("No space left on device");
        }
        if (OUT_OF_REACH.contains(code)) {
            return new NativesException("The newer runtime was not fetched: npm cannot reach its registry.", "Check the network connection and npm's settings, and try again.");
        }
        return switch (code) {
            case "E404", "ETARGET" -> new NativesException("The newer runtime was not fetched: npm's registry does not have " + wanted + ".",
                    "Use a registry that has it, in npm's settings.");
            case "E401", "E403", "ENEEDAUTH" -> new NativesException("The newer runtime was not fetched: npm's registry refuses " + wanted + ".",
                    "Log npm in to its registry, and try again.");
            case "ENOTCACHED" -> new NativesException("The newer runtime was not fetched: npm is set to work offline, and has no copy of " + wanted + ".",
                    "Let npm work online, and try again.");
            case "EINTEGRITY" -> new NativesException("The newer runtime was not fetched: what npm received is damaged.", "Try again.");
            default -> new NativesException("The newer runtime was not fetched: npm failed with " + complaint(said, exit) + ".",
                    "Look whether npm itself works, and try again.");
        };
    }

    private static String complaint(String said, int exit) {
        var line = COMPLAINT.matcher(said).results().map(match -> match.group(1)).findFirst()
                .or(() -> said.lines().map(String::strip).filter(text -> !text.isEmpty()).findFirst()).orElse("");
        var shown = line.replaceAll("\\p{Cntrl}", " ").strip().replaceFirst("\\.$", "");
        return "code " + exit + (shown.isEmpty() ? " and said nothing" : " and said: " + (shown.length() > 200 ? shown.substring(0, 200) + "…" : shown));
    }
}
