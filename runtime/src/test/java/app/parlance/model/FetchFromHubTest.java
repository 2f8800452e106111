package app.parlance.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.connection.ConnectionLog;
import app.parlance.engine.GgufFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetchFromHubTest {
    @TempDir Path temp;
    private final ConnectionLog connections = new ConnectionLog();
    private final Map<String, String> environment = new HashMap<>();
    private byte[] model;
    private HubServer hub;
    private ModelStore store;
    private CatalogueEntry entry;

    @BeforeEach void serve() throws Exception {
        model = Files.readAllBytes(GgufFixture.llama().writeTo(temp.resolve("served")));
        hub = new HubServer(model);
        environment.put("HF_ENDPOINT", hub.endpoint() + "/");
        store = new ModelStore(temp.resolve("store"), List.of());
        entry = entry(model, new Source.Hub("people/model-GGUF", "abc123", "model.gguf"));
    }

    @AfterEach void stop() {
        hub.close();
    }

    @Test void theFileComesWholeAndNothingElseStays() throws Exception {
        var told = new ArrayList<Long>();
        var fetched = fetch().fetch(entry, (done, total) -> told.add(done));
        assertEquals(-1, Files.mismatch(temp.resolve("served"), fetched.file()));
        assertEquals("/people/model-GGUF/resolve/abc123/model.gguf", hub.asked.getFirst().uri());
        assertNull(hub.asked.getFirst().range());
        assertEquals(0, told.getFirst());
        assertEquals(model.length, told.getLast());
        assertEquals(List.of(), partials());
        assertEquals("127.0.0.1", connections.made().getFirst().where());
        assertEquals(List.of(), connections.open());
    }

    @Test void whatLiesReadyIsNotFetched() throws Exception {
        fetch().fetch(entry, ByteProgress.NONE);
        int before = connections.made().size();
        fetch().fetch(entry, ByteProgress.NONE);
        assertEquals(before, connections.made().size());
    }

    @Test void theTokenGoesToTheHubAndNotWhereItSendsOnTo() throws Exception {
        environment.put("HF_TOKEN", "secret");
        hub.redirect = "http://localhost:" + hub.port() + "/elsewhere";
        fetch().fetch(entry, ByteProgress.NONE);
        assertEquals("Bearer secret", hub.asked.get(0).authorization());
        assertTrue(hub.asked.get(1).host().startsWith("localhost"));
        assertNull(hub.asked.get(1).authorization());
        assertEquals(2, connections.made().size());
    }

    @Test void sendingInCirclesEnds() {
        hub.redirect = hub.endpoint() + "/a/resolve/b";
        assertTrue(failure().contains("without end"));
    }

    @Test void aBrokenConnectionIsTakenUpAgain() throws Exception {
        hub.cutAfter = 100_000;
        fetch().fetch(entry, ByteProgress.NONE);
        assertEquals("bytes=100000-", hub.asked.get(1).range());
    }

    @Test void aPauseKeepsWhatCameAndTheNextCallGoesOn() throws Exception {
        hub.cutAfter = 200_000;
        hub.hang = true;
        pauseWhileHanging();
        assertEquals(200_000, fetch().partialBytes(entry));
        hub.cutAfter = 0;
        var told = new ArrayList<Long>();
        fetch().fetch(entry, (done, total) -> told.add(done));
        assertEquals("bytes=200000-", hub.asked.getLast().range());
        assertEquals(200_000, told.getFirst(), "progress begins where it ended");
        assertEquals(0, fetch().partialBytes(entry));
    }

    @Test void aFileThatChangedOnTheHubBeginsAnew() throws Exception {
        hub.content = model.clone();
        hub.content[5000] ^= 1;
        hub.cutAfter = 200_000;
        hub.hang = true;
        pauseWhileHanging();
        hub.cutAfter = 0;
        hub.content = model;
        hub.etag = "\"two\"";
        fetch().fetch(entry, ByteProgress.NONE);
        assertEquals("bytes=200000-", hub.asked.getLast().range());
    }

    @Test void aPausedDownloadCanBeDiscarded() throws Exception {
        hub.cutAfter = 200_000;
        hub.hang = true;
        pauseWhileHanging();
        fetch().discard(entry);
        assertEquals(0, fetch().partialBytes(entry));
        assertEquals(List.of(), partials());
    }

    @Test void aStalledConnectionEndsAndKeepsWhatCame() {
        hub.cutAfter = 200_000;
        hub.hang = true;
        var fetch = new Fetch(store, connections, environment, Duration.ofSeconds(2), Duration.ofMillis(300));
        var failure = assertThrows(ModelException.class, () -> fetch.fetch(entry, ByteProgress.NONE)).getMessage();
        assertTrue(failure.contains("broke off") && failure.contains("200 kB that came are kept"), failure);
    }

    @Test void wrongBytesAreDeletedAndBothSumsNamed() throws Exception {
        hub.content = model.clone();
        hub.content[model.length - 1] ^= 1;
        var failure = failure();
        assertTrue(failure.contains(sha256(hub.content)) && failure.contains(sha256(model)), failure);
        assertEquals(List.of(), partials());
        assertEquals(List.of(), store.list());
    }

    @Test void aFileOfAnotherLengthIsNotEvenBegun() throws Exception {
        hub.content = new byte[model.length + 1];
        assertTrue(failure().contains("offers a file of " + (model.length + 1) + " bytes"));
        assertEquals(List.of(), partials());
    }

    @Test void aHubThatDoesNotSayHowMuchComesAndSendsTooMuchIsRefused() throws Exception {
        hub.unsaid = true;
        hub.content = Arrays.copyOf(model, model.length + 10);
        assertTrue(failure().contains("sent more bytes"));
        assertEquals(List.of(), partials());
    }

    @Test void aHubThatDoesNotSayHowMuchComesAndEndsEarlyIsAskedForTheRest() throws Exception {
        hub.unsaid = true;
        hub.cutAfter = 300_000;
        fetch().fetch(entry, ByteProgress.NONE);
        assertEquals("bytes=300000-", hub.asked.getLast().range());
        assertEquals(-1, Files.mismatch(temp.resolve("served"), store.list().getFirst().file()));
    }

    @Test void aFileThatBecameShorterIsRefused() throws Exception {
        pauseHalfway();
        hub.content = Arrays.copyOf(model, 1000);
        hub.ignoresIfRange = true; // answers 416
        assertTrue(failure().contains("offers a file of 1000 bytes"));
        assertEquals(List.of(), partials());
    }

    @Test void aPartOfAnotherFileIsNotJoinedToTheOneBegun() throws Exception {
        hub.content = model.clone();
        hub.content[5000] ^= 1;
        pauseHalfway();
        hub.content = model;
        hub.etag = "\"two\"";
        hub.ignoresIfRange = true; // gives 206 with the new file's mark
        fetch().fetch(entry, ByteProgress.NONE);
        assertNull(hub.asked.getLast().range());
        assertEquals(-1, Files.mismatch(temp.resolve("served"), store.list().getFirst().file()));
    }

    @Test void anotherPartThanAskedForBeginsAnew() throws Exception {
        pauseHalfway();
        hub.shift = 7;
        fetch().fetch(entry, ByteProgress.NONE);
        assertNull(hub.asked.getLast().range());
        assertEquals(-1, Files.mismatch(temp.resolve("served"), store.list().getFirst().file()));
    }

    @ParameterizedTest
    @CsvSource({"429, 1", "503, 1", "503, ''", "502, ''"})
    void aBusyHubIsAskedAgainAfterAMoment(int status, String retryAfter) throws Exception {
        hub.status = status;
        hub.refusals = 2;
        hub.retryAfter = retryAfter;
        long begun = System.nanoTime();
        fetch().fetch(entry, ByteProgress.NONE);
        assertEquals(3, hub.asked.size());
        assertTrue(System.nanoTime() - begun > (retryAfter.isEmpty() ? 800_000_000L : 1_900_000_000L));
    }

    @Test void aHubThatWantsALongPauseIsLeftForTheNextSource() {
        hub.status = 429;
        hub.retryAfter = "3600";
        assertTrue(failure().contains("It asks to wait 60 minutes."));
        assertEquals(1, hub.asked.size());
    }

    @Test void theNextSourceIsTriedWhereTheFirstHasAnotherFile() throws Exception {
        entry = entry(model, new Source.Hub("people/gone", "abc123", "model.gguf"), new Source.Hub("people/model-GGUF", "abc123", "model.gguf"));
        hub.status = 404;
        hub.refusals = 1;
        fetch().fetch(entry, ByteProgress.NONE);
        assertEquals("/people/gone/resolve/abc123/model.gguf", hub.asked.getFirst().uri());
        assertEquals("/people/model-GGUF/resolve/abc123/model.gguf", hub.asked.getLast().uri());
    }

    @ParameterizedTest
    @CsvSource({"401, HF_TOKEN", "403, licence", "404, does not have this file", "429, too many requests", "503, out of order", "418, does not know"})
    void refusalsAreSaidInWords(int status, String words) {
        hub.status = status;
        var failure = failure();
        assertTrue(failure.contains(words) && failure.contains(Integer.toString(status)), failure);
    }

    @Test void aHubOutOfReachIsSaid() {
        hub.close();
        assertTrue(failure().contains("cannot be reached: it takes no connection"));
        environment.put("HF_ENDPOINT", "http://no-such-host.invalid");
        assertTrue(failure().contains("its name is not known here"));
        environment.put("HF_ENDPOINT", "not an address");
        assertTrue(failure().contains("HF_ENDPOINT is no web address"));
    }

    @Test void aProxyOfTheEnvironmentIsUsed() throws Exception {
        environment.put("HF_ENDPOINT", "http://hub.invalid");
        environment.put("http_proxy", "http://127.0.0.1:" + hub.port());
        fetch().fetch(entry, ByteProgress.NONE);
        assertEquals("hub.invalid", hub.asked.getFirst().host());
    }

    @Test void aProxysPasswordIsGivenToIt() throws Exception {
        environment.put("HF_ENDPOINT", "http://hub.invalid");
        environment.put("HTTP_PROXY", "http://ann:word@127.0.0.1:" + hub.port());
        hub.proxyPassword = "Basic " + Base64.getEncoder().encodeToString("ann:word".getBytes(StandardCharsets.UTF_8));
        fetch().fetch(entry, ByteProgress.NONE);
        hub.proxyPassword = "another";
        store.remove(store.list().getFirst());
        var failure = failure();
        assertTrue(failure.contains("roxy"), failure);
    }

    @Test void exemptHostsGoWithoutAProxy() throws Exception {
        environment.put("http_proxy", "http://127.0.0.1:1");
        environment.put("no_proxy", "example.com, 127.0.0.1");
        fetch().fetch(entry, ByteProgress.NONE);
        assertEquals(1, store.list().size());
    }

    @Test void twoAtOnceAndAMoveMeanwhileAreRefused() throws Exception {
        hub.cutAfter = 200_000;
        hub.hang = true;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> fetch().fetch(entry, ByteProgress.NONE));
            hub.hanging.await();
            assertTrue(failure().contains("is being fetched already"));
            assertThrows(ModelException.class, () -> fetch().discard(entry));
            var move = assertThrows(ModelException.class, () -> store.moveTo(temp.resolve("drive"), ByteProgress.NONE));
            assertTrue(move.getMessage().contains("is being fetched"), move.getMessage());
            first.cancel(true);
        }
    }

    @Test void aPausedDownloadMovesWithTheStore() throws Exception {
        hub.cutAfter = 200_000;
        hub.hang = true;
        pauseWhileHanging();
        hub.cutAfter = 0;
        store.moveTo(temp.resolve("drive"), ByteProgress.NONE);
        assertEquals(200_000, fetch().partialBytes(entry));
        fetch().fetch(entry, ByteProgress.NONE);
        assertFalse(Files.exists(temp.resolve("store")));
    }

    private void pauseHalfway() throws Exception {
        hub.cutAfter = 200_000;
        hub.hang = true;
        pauseWhileHanging();
        hub.cutAfter = 0;
        hub.hang = false;
    }

    private void pauseWhileHanging() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var paused = threads.submit(() -> assertThrows(InterruptedException.class, () -> fetch().fetch(entry, ByteProgress.NONE)));
            hub.hanging.await();
            // The bytes are on their way when the server hangs; they count once they are in the file.
            var part = temp.resolve("store/.partial/model.gguf.hub.part");
            while (!Files.exists(part) || Files.size(part) < hub.cutAfter) {
                Thread.onSpinWait();
            }
            paused.cancel(true);
        }
    }

    private Fetch fetch() {
        return new Fetch(store, connections, environment);
    }

    private String failure() {
        return assertThrows(ModelException.class, () -> fetch().fetch(entry, ByteProgress.NONE)).getMessage();
    }

    private List<String> partials() throws IOException {
        try (Stream<Path> files = Files.list(store.folder().resolve(".partial"))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.endsWith(".lock")).toList();
        }
    }

    static CatalogueEntry entry(byte[] model, Source... sources) throws Exception {
        var of = new CatalogueModel("model", "Model", List.of(CatalogueModel.Task.CHAT), Set.of(), "A test.", "none", "llama", 512, List.of("en"), Optional.empty());
        return new CatalogueEntry(of, "model", "F32", "model.gguf", model.length, sha256(model), 0, List.of(sources));
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
