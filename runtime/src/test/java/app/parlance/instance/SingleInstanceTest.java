package app.parlance.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.cli.JavaProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With real processes: locks within one process behave otherwise. */
@Timeout(60)
class SingleInstanceTest {
    @TempDir
    private Path temp;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void aSecondStartActivatesTheFirstAndHandsItsFilesOver() throws Exception {
        var first = start(temp);
        assertEquals("first", first.readLine());

        assertEquals("second", start(temp, "/models/größe ☕.gguf", "relative.gguf").readLine());
        assertEquals("activated [/models/größe ☕.gguf, " + Path.of("relative.gguf").toAbsolutePath() + "]", first.readLine());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void lockAndSocketAreTheOwnersOnly() throws Exception {
        Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertEquals("first", start(temp).readLine());

        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(temp)));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("window.sock"))));
    }

    @Test
    void afterACrashTheNextStartIsTheFirst() throws Exception {
        assertEquals("first", start(temp).readLine());
        started.getFirst().destroyForcibly().waitFor();
        assertTrue(Files.exists(temp.resolve("window.sock")), "the crash leaves the socket behind");

        var next = start(temp);
        assertEquals("first", next.readLine());
        assertEquals("second", start(temp).readLine());
        assertEquals("activated []", next.readLine());
    }

    @Test
    void afterAnOrderlyEndNothingButTheLockFileIsLeft() throws Exception {
        assertEquals("first", start(temp).readLine());
        started.getFirst().getOutputStream().close();
        assertTrue(started.getFirst().waitFor(10, TimeUnit.SECONDS));

        try (var left = Files.list(temp)) {
            assertEquals(List.of(temp.resolve("window.lock")), left.toList());
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aHungFirstInstanceIsToldOfAfterThreeSeconds() throws Exception {
        assertEquals("first", start(temp).readLine());
        signal(started.getFirst(), "STOP");

        var begun = System.nanoTime();
        var told = start(temp).readLine();
        var waited = Duration.ofNanos(System.nanoTime() - begun);
        signal(started.getFirst(), "CONT");

        assertTrue(told.startsWith("Parlance is running already, but its window does not answer."), told);
        assertTrue(waited.toMillis() >= 3000 && waited.toMillis() < 8000, "waited " + waited);
    }

    @Test
    void aFolderTooDeepForASocketsAddressWorksToo() throws Exception {
        var deep = temp.resolve("a-folder-with-a-long-name".repeat(6));
        var first = start(deep);
        assertEquals("first", first.readLine());

        assertEquals("second", start(deep, "x.gguf").readLine());
        assertTrue(first.readLine().startsWith("activated ["));

        var socket = Path.of(Files.readString(deep.resolve("window.address")));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.getParent())));
        started.getFirst().getOutputStream().close();
        assertTrue(started.getFirst().waitFor(10, TimeUnit.SECONDS));
        assertFalse(Files.exists(socket.getParent()), "its folder in the temp folder goes with it");
    }

    @Test
    void ofSeveralStartedAtOnceOneIsTheFirst() throws Exception {
        var readers = new ArrayList<BufferedReader>();
        for (int i = 0; i < 4; i++) readers.add(start(temp));
        var told = new ArrayList<String>();
        for (var reader : readers) {
            var line = reader.readLine();
            told.add(line.startsWith("activated") ? "first" : line);
        }
        assertEquals(1, told.stream().filter("first"::equals).count(), told::toString);
        assertEquals(3, told.stream().filter("second"::equals).count(), told::toString);
    }

    private BufferedReader start(Path folder, String... files) throws IOException {
        var args = new ArrayList<>(List.of(folder.toString()));
        args.addAll(List.of(files));
        var process = JavaProgram.start(InstanceProgram.class, args.toArray(String[]::new));
        started.add(process);
        return process.inputReader();
    }

    private static void signal(Process process, String name) throws IOException, InterruptedException {
        assertEquals(0, new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor());
    }
}
