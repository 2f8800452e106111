package app.parlance.model;

import app.parlance.connection.ConnectionLog;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Downloads from an address below the Hugging Face endpoint; goes on where an earlier try or a broken connection ended. */
final class HubDownload {
    private static final String PUBLIC_ENDPOINT = "https://huggingface.co";
    private static final int MOST_REDIRECTS = 10;
    private static final int MOST_CONNECTIONS = 20;
    private static final Duration OUT_OF_REACH = Duration.ofMinutes(2);
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+|\\*)");

    private final ConnectionLog connections;
    private final Map<String, String> environment;
    private final Duration connect;
    private final Duration stall;
    private HttpClient client;
    private volatile long outOfReachAt = System.nanoTime() - OUT_OF_REACH.toNanos();

    HubDownload(ConnectionLog connections, Map<String, String> environment, Duration connect, Duration stall) {
        this.connections = connections;
        this.environment = environment;
        this.connect = connect;
        this.stall = stall;
    }

    boolean wasOutOfReach() {
        return System.nanoTime() - outOfReachAt < OUT_OF_REACH.toNanos();
    }

    /** @throws IOException where the disk fails; the network's troubles are a {@link SourceFailure} */
    void download(Source.Hub source, CatalogueEntry entry, PartialFile partial, ByteProgress progress)
            throws IOException, SourceFailure, InterruptedException {
        var endpoint = endpoint();
        var file = URI.create(endpoint + "/" + source.repository() + "/resolve/" + source.revision() + "/" + source.file());
        long had = partial.length();
        if (had > entry.bytes()) {
            partial.delete();
            had = 0;
        }
        progress.at(had, entry.bytes());
        var patience = new Patience();
        boolean begunAnew = false;
        for (int tries = 1; had < entry.bytes(); tries++) {
            try {
                transfer(new Transfer(endpoint, entry, partial, progress), file);
            } catch (Busy busy) {
                patience.await(busy);
            } catch (Changed changed) {
                partial.delete();
                if (begunAnew) {
                    throw changed.failure;
                }
                begunAnew = true;
            } catch (BrokenConnection broken) {
                // A break costs nothing as long as each connection brings something.
                if (partial.length() <= had || tries == MOST_CONNECTIONS) {
                    throw broken.failure;
                }
            }
            had = partial.length();
        }
    }

    private record Transfer(URI endpoint, CatalogueEntry entry, PartialFile partial, ByteProgress progress) { }

    /** The connection ended before the file did. */
    private static final class BrokenConnection extends Exception {
        private final transient SourceFailure failure;

        BrokenConnection(SourceFailure failure) {
            super(failure);
            this.failure = failure;
        }
    }

    /** The hub has another file than before: what came of that one is of no use. */
    private static final class Changed extends Exception {
        private final transient SourceFailure failure;

        Changed(String message) {
            super(message);
            failure = new SourceFailure(message);
        }
    }

    private void transfer(Transfer transfer, URI file) throws IOException, SourceFailure, BrokenConnection, Busy, Changed, InterruptedException {
        var uri = file;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            try (var _ = connections.begin("Download of " + transfer.entry().name(), uri.getHost())) {
                var response = send(request(transfer, uri), uri);
                var body = new BodyQueue(stall);
                response.body().subscribe(body);
                try (body) {
                    var next = redirect(response, uri);
                    if (next.isEmpty()) {
                        receive(transfer, response, body, uri);
                        return;
                    }
                    uri = next.get();
                }
            }
        }
        throw new SourceFailure("The model hub at " + file.getHost() + " sends from one address to the next without end.");
    }

    private HttpRequest request(Transfer transfer, URI uri) throws IOException {
        var request = HttpRequest.newBuilder(uri).header("User-Agent", "Parlance").header("Accept-Encoding", "identity");
        long offset = transfer.partial().length();
        if (offset > 0) {
            request.header("Range", "bytes=" + offset + "-").header("If-Range", transfer.partial().note().etag());
        }
        var token = environment.getOrDefault("HF_TOKEN", "").strip();
        boolean hubItself = uri.getScheme().equals(transfer.endpoint().getScheme()) && uri.getAuthority().equals(transfer.endpoint().getAuthority());
        if (!token.isEmpty() && hubItself) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.build();
    }

    private HttpResponse<Publisher<List<ByteBuffer>>> send(HttpRequest request, URI uri) throws SourceFailure, InterruptedException {
        var answer = client().sendAsync(request, BodyHandlers.ofPublisher());
        try {
            return answer.get(connect.plus(stall).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            outOfReachAt = System.nanoTime();
            throw HubAnswer.unreachable(uri.getHost(), failure.getCause());
        } catch (TimeoutException late) {
            outOfReachAt = System.nanoTime();
            throw new SourceFailure("The model hub at " + uri.getHost() + " does not answer.", late);
        } finally {
            answer.cancel(true);
        }
    }

    private static Optional<URI> redirect(HttpResponse<?> response, URI from) throws SourceFailure {
        int status = response.statusCode();
        if (status < 301 || status > 308 || status == 304) {
            return Optional.empty();
        }
        try {
            var to = from.resolve(new URI(response.headers().firstValue("Location").orElse("")));
            boolean weaker = from.getScheme().equals("https") && !"https".equals(to.getScheme());
            if (to.getHost() == null || weaker || !to.getScheme().startsWith("http")) {
                throw new SourceFailure("The model hub at " + from.getHost() + " sends on to an address that Parlance does not follow.");
            }
            return Optional.of(to);
        } catch (URISyntaxException malformed) {
            throw new SourceFailure("The model hub at " + from.getHost() + " sends on to a malformed address.", malformed);
        }
    }

    private void receive(Transfer transfer, HttpResponse<?> response, BodyQueue body, URI uri)
            throws IOException, SourceFailure, BrokenConnection, Busy, Changed, InterruptedException {
        var partial = transfer.partial();
        // If-Range takes strong marks only; without one a later try begins anew.
        var etag = response.headers().firstValue("ETag").filter(mark -> mark.startsWith("\"")).orElse("");
        long offset = 0;
        long total = response.headers().firstValueAsLong("Content-Length").orElse(transfer.entry().bytes());
        switch (response.statusCode()) {
            case 200 -> { }
            case 206 -> {
                var range = CONTENT_RANGE.matcher(response.headers().firstValue("Content-Range").orElse(""));
                offset = partial.length();
                if (!range.matches() || Long.parseLong(range.group(1)) != offset) {
                    throw new Changed("The model hub at " + uri.getHost() + " gave another part than was asked for.");
                }
                if (!etag.isEmpty() && !etag.equals(partial.note().etag())) {
                    throw new Changed("The model hub at " + uri.getHost() + " gave a part of another file than the one begun.");
                }
                total = range.group(2).equals("*") ? transfer.entry().bytes() : Long.parseLong(range.group(2));
            }
            case 416 -> {
                throw new Changed("The model hub at " + uri.getHost() + " does not give the rest of the file that was begun.");
            }
            case 429, 502, 503, 504 -> throw new Busy(HubAnswer.refusal(uri.getHost(), response.statusCode(), environment.containsKey("HF_TOKEN")),
                    response.statusCode(), response.headers().firstValue("Retry-After").orElse(""));
            default -> throw HubAnswer.refusal(uri.getHost(), response.statusCode(), environment.containsKey("HF_TOKEN"));
        }
        if (total != transfer.entry().bytes()) {
            partial.delete();
            throw new SourceFailure("The model hub at " + uri.getHost() + " offers a file of " + total + " bytes, and the model has " + transfer.entry().bytes() + ".");
        }
        try (var out = partial.append(offset)) {
            partial.note(etag, 0, 0);
            store(transfer, body, out, uri);
        }
    }

    private void store(Transfer transfer, BodyQueue body, FileChannel out, URI uri)
            throws IOException, SourceFailure, BrokenConnection, InterruptedException {
        long bytes = transfer.entry().bytes();
        try {
            for (var buffers = next(body, uri); !buffers.isEmpty(); buffers = next(body, uri)) {
                for (var buffer : buffers) {
                    while (buffer.hasRemaining()) {
                        out.write(buffer);
                    }
                }
                if (out.position() > bytes) {
                    transfer.partial().delete();
                    throw new SourceFailure("The model hub at " + uri.getHost() + " sent more bytes than the model has.");
                }
                transfer.progress().at(out.position(), bytes);
            }
            if (out.position() < bytes) {
                throw new BrokenConnection(HubAnswer.broken(uri.getHost(), null));
            }
        } finally {
            if (out.isOpen()) {
                out.force(true);
            }
        }
    }

    private static List<ByteBuffer> next(BodyQueue body, URI uri) throws BrokenConnection, InterruptedException {
        try {
            return body.next();
        } catch (IOException broken) {
            throw new BrokenConnection(HubAnswer.broken(uri.getHost(), broken));
        }
    }

    private URI endpoint() throws SourceFailure {
        var named = environment.getOrDefault("HF_ENDPOINT", "").strip();
        var text = named.isEmpty() ? PUBLIC_ENDPOINT : named.replaceFirst("/+$", "");
        try {
            var endpoint = new URI(text);
            if (endpoint.getHost() == null || !text.matches("https?://.*")) {
                throw new SourceFailure("HF_ENDPOINT is no web address: " + named + ".");
            }
            return endpoint;
        } catch (URISyntaxException malformed) {
            throw new SourceFailure("HF_ENDPOINT is no web address: " + named + ".", malformed);
        }
    }

    /** Made on the first download only: before, nothing here can open a socket. */
    private synchronized HttpClient client() {
        if (client == null) {
            var proxies = new EnvironmentProxies(environment);
            var builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(connect).proxy(proxies);
            proxies.authenticator().ifPresent(builder::authenticator);
            client = builder.build();
        }
        return client;
    }
}
