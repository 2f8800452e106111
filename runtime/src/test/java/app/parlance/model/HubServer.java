package app.parlance.model;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A web server on this machine that gives one file, by ranges, and misbehaves as it is told to. */
final class HubServer implements AutoCloseable {
    /** What a request asked. */
    record Asked(String uri, String host, String range, String authorization) { }

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    /** Counted down when a hanging answer has begun. */
    final CountDownLatch hanging = new CountDownLatch(1);
    volatile byte[] content;
    volatile String etag = "\"one\"";
    volatile int status = 200;
    /** How many answers have that status before all goes well; for ever where negative. */
    volatile int refusals = -1;
    /** The header Retry-After beside a status; empty for none. */
    volatile String retryAfter = "";
    /** Sent without saying how much comes, in chunks. */
    volatile boolean unsaid;
    /** Gives ranges whatever If-Range says. */
    volatile boolean ignoresIfRange;
    /** Added to where a range begins, in words only. */
    volatile int shift;
    /** Bytes between two short waits; 0 for as fast as can be. */
    volatile int step;
    /** Bytes after which an answer that begins at 0 ends early; 0 for never. */
    volatile int cutAfter;
    /** An answer that begins beyond the cut, or that is cut, hangs instead of ending. */
    volatile boolean hang;
    /** Where requests of the hub's own path are sent on to; empty for nowhere. */
    volatile String redirect = "";
    /** The header that it demands as a proxy; empty for none. */
    volatile String proxyPassword = "";

    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    HubServer(byte[] content) throws IOException {
        this.content = content;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String endpoint() {
        return "http://127.0.0.1:" + port();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            asked.add(new Asked(exchange.getRequestURI().toString(), headers.getFirst("Host"), headers.getFirst("Range"), headers.getFirst("Authorization")));
            if (!proxyPassword.isEmpty() && !proxyPassword.equals(headers.getFirst("Proxy-Authorization"))) {
                exchange.getResponseHeaders().set("Proxy-Authenticate", "Basic realm=\"proxy\"");
                exchange.sendResponseHeaders(407, -1);
            } else if (!redirect.isEmpty() && exchange.getRequestURI().getPath().contains("/resolve/")) {
                exchange.getResponseHeaders().set("Location", redirect);
                exchange.sendResponseHeaders(302, -1);
            } else if (status != 200 && refusals != 0) {
                refusals--;
                if (!retryAfter.isEmpty()) exchange.getResponseHeaders().set("Retry-After", retryAfter);
                exchange.sendResponseHeaders(status, -1);
            } else {
                give(exchange);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void give(HttpExchange exchange) throws IOException, InterruptedException {
        var range = exchange.getRequestHeaders().getFirst("Range");
        boolean same = etag.equals(exchange.getRequestHeaders().getFirst("If-Range"));
        int from = range != null && (same || ignoresIfRange) ? Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1")) : 0;
        exchange.getResponseHeaders().set("ETag", etag);
        if (from > 0) {
            exchange.getResponseHeaders().set("Content-Range", "bytes " + (from + shift) + "-" + (content.length - 1) + "/" + content.length);
        }
        if (from > content.length) {
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, unsaid ? 0 : content.length - from);
        int to = cutAfter > 0 && from == 0 ? cutAfter : cutAfter > 0 && hang ? from : content.length;
        for (int at = from; at < to; at += step > 0 ? step : to) {
            exchange.getResponseBody().write(content, at, Math.min(step > 0 ? step : to, to - at));
            if (step > 0) closed.await(5, TimeUnit.MILLISECONDS);
        }
        exchange.getResponseBody().flush();
        if (to < content.length && hang) {
            hanging.countDown();
            closed.await();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
