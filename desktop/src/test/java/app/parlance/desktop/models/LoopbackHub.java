package app.parlance.desktop.models;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A model hub on this machine that serves one file, whole or from an offset, and can stand still half way. */
final class LoopbackHub implements AutoCloseable {
    private static final String TAG = "\"one\"";

    private final HttpServer server;
    private final byte[] content;
    private volatile boolean stalls;
    private volatile boolean broken;
    private volatile CountDownLatch goOn = new CountDownLatch(1);
    private volatile CountDownLatch half = new CountDownLatch(1);

    LoopbackHub(Path file) throws IOException {
        content = Files.readAllBytes(file);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    Map<String, String> environment() {
        return Map.of("HF_ENDPOINT", "http://localhost:" + server.getAddress().getPort());
    }

    /** The next answer stops half way. */
    void stall() {
        stalls = true;
        half = new CountDownLatch(1);
        goOn = new CountDownLatch(1);
    }

    void awaitHalf() throws InterruptedException {
        half.await();
    }

    /** Answers run to their end again. */
    void release() {
        stalls = false;
        goOn.countDown();
    }

    /** Answers with an error, or no longer. */
    void setBroken(boolean now) {
        broken = now;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (broken) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            var range = exchange.getRequestHeaders().getFirst("Range");
            int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
            exchange.getResponseHeaders().put("ETag", List.of(TAG));
            if (from > 0) exchange.getResponseHeaders().put("Content-Range", List.of("bytes " + from + "-" + (content.length - 1) + "/" + content.length));
            exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
            var out = exchange.getResponseBody();
            int middle = stalls ? Math.max(from, content.length / 2) : from;
            out.write(content, from, middle - from);
            out.flush();
            if (stalls) {
                half.countDown();
                goOn.await();
            }
            out.write(content, middle, content.length - middle);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        release();
        server.stop(0);
    }
}
