package app.parlance.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.parlance.connection.ConnectionLog;
import app.parlance.connection.ConnectionLog.Connection;
import app.parlance.connection.PackageClient;
import app.parlance.natives.NativesState.Missing;
import app.parlance.natives.NativesState.Origin;
import app.parlance.natives.NativesState.Ready;
import app.parlance.platform.Folders;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real npm of this machine where there is one, and with shell scripts of its name. */
class FetchThroughNpmTest {
    @TempDir Path temp;
    private final ConnectionLog connections = new ConnectionLog();
    private final Map<String, String> environment = new HashMap<>(System.getenv());
    private Folders folders;

    @BeforeEach void startWithNothing() {
        environment.remove(Natives.VARIABLE);
        environment.put("npm_config_noproxy", "127.0.0.1");
        folders = Folders.of(Map.of("PARLANCE_HOME", temp.resolve("home").toString()));
    }

    private Natives natives() {
        var natives = Natives.of(folders, environment, Optional.empty(), connections);
        assumeTrue(natives.platform().isPresent(), "there is no newer runtime for this machine");
        return natives;
    }

    @Test void whatComesIsCheckedAndReadyAndOnlyThePinnedPart() throws Exception {
        assumeNpm();
        var natives = natives();
        var told = new ArrayList<Long>();
        try {
            natives.fetch(told::add);
        } catch (NativesException unreachable) {
            assumeTrue(!unreachable.getMessage().contains("cannot reach") && !unreachable.getMessage().contains("offline"), unreachable.getMessage());
            throw unreachable;
        }
        var ready = assertInstanceOf(Ready.class, natives.state());
        assertEquals(Origin.FETCHED, ready.origin());
        assertTrue(ready.folder().startsWith(folders.data()));
        assertFalse(told.isEmpty());
        var lying = Files.list(ready.folder()).map(file -> file.getFileName().toString()).sorted().toList();
        var expected = new ArrayList<>(ready.platform().files().stream().map(PinnedFile::name).toList());
        expected.addAll(List.of("LICENSE", "LICENSE-llama.cpp"));
        assertEquals(expected.stream().sorted().toList(), lying);
        assertEquals(List.of("npm"), connections.made().stream().map(Connection::where).toList());
        assertEquals(List.of(), connections.open());
        assertNothingElseLeft();

        natives.remove();
        assertInstanceOf(Missing.class, natives.state());
    }

    @Test void noNpmIsSaid() throws Exception {
        environment.put("PATH", temp.toString());
        var failure = assertThrows(NativesException.class, () -> natives().fetch(grown -> { }));
        assertTrue(failure.getMessage().contains("none on the PATH"), failure.getMessage());
        assertTrue(failure.remedy().contains("Node.js"), failure.remedy());
        assertEquals(List.of(), connections.made());
        assertInstanceOf(Missing.class, natives().state());
    }

    @Test void aRegistryOutOfReachIsSaid() throws Exception {
        assumeNpm();
        environment.put("npm_config_registry", "http://127.0.0.1:1/");
        environment.put("npm_config_cache", temp.resolve("cache").toString());
        environment.put("npm_config_fetch_retries", "0");
        assertEquals("The newer runtime was not fetched: npm cannot reach its registry.", failure());
        environment.put("npm_config_offline", "true");
        assertTrue(failure().contains("npm is set to work offline"));
        assertEquals(List.of(), connections.open());
    }

    @Test void whatNpmComplainsOfIsToldInWords() throws Exception {
        var wanted = natives().platform().orElseThrow().npmPackage() + "@" + NativesPin.bundled().version();
        script("echo 'npm error code ETARGET' >&2; echo 'npm error notarget No matching version' >&2; exit 1");
        assertEquals("The newer runtime was not fetched: npm's registry does not have " + wanted + ".", failure());
        script("echo 'npm ERR! code E403' >&2; exit 1");
        assertEquals("The newer runtime was not fetched: npm's registry refuses " + wanted + ".", failure());
        script("echo 'npm error code ENOSPC' >&2; exit 1");
        assertTrue(failure().contains("is full"));
        script("echo 'env: node: not found' >&2; exit 127");
        assertEquals("The newer runtime was not fetched: npm failed with code 127 and said: env: node: not found.", failure());
        script("exit 3");
        assertEquals("The newer runtime was not fetched: npm failed with code 3 and said nothing.", failure());
        assertNothingElseLeft();
    }

    @Test void anotherFileUnderThePinnedNameIsRefusedWithBothHashes() throws Exception {
        var platform = natives().platform().orElseThrow();
        var libraries = "prefix/node_modules/" + platform.npmPackage() + "/" + platform.folder();
        script("cd .. && mkdir -p " + libraries);
        assertTrue(failure().contains("is missing"));
        script("cd .. && mkdir -p " + libraries + " && cd " + libraries + " && for name in "
                + String.join(" ", platform.files().stream().map(PinnedFile::name).toList()) + "; do echo other > $name; done");
        var said = failure();
        assertTrue(said.contains(platform.files().getFirst().sha256()) && said.matches("(?s).*its SHA-256 is [0-9a-f]{64}, and .*"), said);
        assertNothingElseLeft();
        assertInstanceOf(Missing.class, natives().state());
    }

    @Test void stoppingEndsNpmAndAllThatItStartedAndLeavesNothing() throws Exception {
        script("sleep 60 & touch " + temp.resolve("bin/started") + "; wait");
        try (var watch = temp.getFileSystem().newWatchService(); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            temp.resolve("bin").register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            var natives = natives();
            var fetching = threads.submit(() -> {
                natives.fetch(grown -> { });
                return null;
            });
            assertTrue(watch.poll(30, TimeUnit.SECONDS) != null, "npm was started");
            assertTrue(assertThrows(NativesException.class, () -> natives().fetch(grown -> { })).getMessage().contains("already"));
            fetching.cancel(true);
        }
        assertEquals(0, ProcessHandle.current().descendants().filter(ProcessHandle::isAlive).count());
        assertNothingElseLeft();
        assertEquals(List.of(), connections.open());
    }

    @Test void stoppingTheRealNpmInTheMiddleLeavesNothing() throws Exception {
        assumeNpm();
        try (var silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress()); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            silent.setSoTimeout(30_000);
            environment.put("npm_config_registry", "http://127.0.0.1:" + silent.getLocalPort() + "/");
            environment.put("npm_config_cache", temp.resolve("cache").toString());
            var natives = natives();
            var fetching = threads.submit(() -> {
                natives.fetch(grown -> { });
                return null;
            });
            try (var _ = silent.accept()) {
                fetching.cancel(true);
            }
        }
        assertEquals(0, ProcessHandle.current().descendants().filter(ProcessHandle::isAlive).count());
        assertNothingElseLeft();
    }

    private String failure() {
        return assertThrows(NativesException.class, () -> natives().fetch(grown -> { })).getMessage();
    }

    /** A program of the name npm that goes before the real one. */
    private void script(String text) throws IOException {
        assumeTrue(temp.getFileSystem().supportedFileAttributeViews().contains("posix"), "the scripts are for a POSIX shell");
        var npm = Files.createDirectories(temp.resolve("bin")).resolve("npm");
        Files.writeString(npm, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(npm, PosixFilePermissions.fromString("rwx------"));
        environment.put("PATH", npm.getParent() + ":" + System.getenv("PATH"));
    }

    private void assertNothingElseLeft() throws IOException {
        var natives = folders.data().resolve("natives");
        if (Files.exists(natives)) {
            try (var left = Files.walk(natives)) {
                assertEquals(List.of(), left.map(file -> file.getFileName().toString()).filter(name -> name.startsWith(".")).toList());
            }
        }
    }

    private void assumeNpm() {
        assumeTrue(PackageClient.onPath(environment, "npm").isPresent(), "no npm on the PATH");
    }
}
