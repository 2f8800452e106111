package app.parlance.model;

import app.parlance.connection.PackageClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The user's own pip, with its own index settings. It only downloads wheels: nothing that comes is run or installed. */
final class Pip {
    private final PackageClient client;

    private Pip(PackageClient client) {
        this.client = client;
    }

    /** @param empty a folder to run in: Python would load modules that lie in its working folder */
    static Optional<Pip> find(Map<String, String> environment, Path empty) throws InterruptedException {
        var settings = new HashMap<>(environment);
        settings.put("PIP_NO_INPUT", "1");
        // Set by some to keep pip from installing outside of environments; nothing is installed here.
        settings.put("PIP_REQUIRE_VIRTUALENV", "0");
        for (var words : List.of(List.of("python3", "-m", "pip"), List.of("pip3"), List.of("pip"), List.of("python", "-m", "pip"), List.of("py", "-m", "pip"))) {
            var program = PackageClient.onPath(environment, words.getFirst());
            if (program.isPresent()) {
                var command = new ArrayList<>(words);
                command.set(0, program.get().toString());
                var pip = new Pip(new PackageClient(command, settings));
                if (pip.answers(empty)) {
                    return Optional.of(pip);
                }
            }
        }
        return Optional.empty();
    }

    /** A Python without pip, or a program that this machine cannot run, is passed over for the next. */
    private boolean answers(Path empty) throws InterruptedException {
        try {
            return client.run(List.of("--version"), empty, empty.resolve("version"), () -> { }) == 0;
        } catch (IOException notRunnable) {
            return false;
        }
    }

    /**
     * Downloads the one wheel of this distribution.
     *
     * @param wheels where the wheel will lie
     * @param temporary where pip may put unfinished things; its growth shows how far it is
     * @param look called some times a second
     * @return empty when it worked, or else what pip said
     */
    Optional<String> download(String requirement, Path wheels, Path temporary, Path empty, Runnable look) throws IOException, InterruptedException {
        var said = empty.resolve("said");
        int code = client.run(List.of("download", "--no-deps", "--only-binary=:all:", "--no-cache-dir", "-q", "--disable-pip-version-check",
                "-d", wheels.toString(), requirement), temporary, said, look);
        return code == 0 ? Optional.empty() : Optional.of(Files.readString(said, StandardCharsets.ISO_8859_1));
    }
}
