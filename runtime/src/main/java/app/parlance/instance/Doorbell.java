package app.parlance.instance;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * The Unix-domain socket by which a second start asks the first to come to the front. Nothing else
 * goes through it: the request is {@code activate} and absolute paths, each ended by a zero byte; the
 * answer is {@code ok}. Whoever holds the lock of the folder is the only one to hang a bell there.
 */
final class Doorbell implements AutoCloseable {
    /** The system's limit is 108 bytes on Linux and 104 on macOS, the closing zero byte included. */
    private static final int LONGEST_ADDRESS = 100;
    private static final int LONGEST_REQUEST = 1 << 20;
    private static final System.Logger LOG = System.getLogger(Doorbell.class.getName());

    private final ServerSocketChannel server;
    private final Path socket;
    private final Path addressFile;

    private Doorbell(ServerSocketChannel server, Path socket, Path addressFile) {
        this.server = server;
        this.socket = socket;
        this.addressFile = addressFile;
    }

    /** Listens, and notes the socket's place in the folder; what a crashed instance left there is removed first. */
    static Doorbell hang(Path folder, Consumer<List<Path>> activated) throws IOException {
        var addressFile = folder.resolve("window.address");
        if (Files.exists(addressFile)) remove(Path.of(Files.readString(addressFile)));
        var socket = folder.resolve("window.sock");
        if (socket.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_ADDRESS) {
            socket = Files.createTempDirectory("parlance").resolve("window.sock");
        }
        Files.deleteIfExists(socket);
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(socket));
            OwnerOnly.file(socket);
            Files.writeString(addressFile, socket.toString());
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
        var doorbell = new Doorbell(server, socket, addressFile);
        Thread.ofVirtual().name("doorbell").start(() -> doorbell.listen(activated));
        return doorbell;
    }

    /** Asks the instance that listens in this folder to come to the front; waits until it has. */
    static void ring(Path folder, List<Path> files) throws IOException {
        var address = UnixDomainSocketAddress.of(Files.readString(folder.resolve("window.address")));
        try (var channel = SocketChannel.open(address)) {
            var request = new StringBuilder("activate\0");
            files.forEach(file -> request.append(file.toAbsolutePath()).append('\0'));
            Channels.newOutputStream(channel).write(request.toString().getBytes(StandardCharsets.UTF_8));
            channel.shutdownOutput();
            var answer = new String(Channels.newInputStream(channel).readNBytes(2), StandardCharsets.UTF_8);
            if (!answer.equals("ok")) throw new IOException("The running instance answered \"" + answer + "\"");
        }
    }

    private void listen(Consumer<List<Path>> activated) {
        while (server.isOpen()) {
            try {
                var caller = server.accept();
                Thread.ofVirtual().name("doorbell-caller").start(() -> answer(caller, activated));
            } catch (IOException e) {
                if (server.isOpen()) LOG.log(System.Logger.Level.WARNING, "A second start could not be heard", e);
            }
        }
    }

    private static void answer(SocketChannel caller, Consumer<List<Path>> activated) {
        try (caller) {
            var request = new String(Channels.newInputStream(caller).readNBytes(LONGEST_REQUEST), StandardCharsets.UTF_8).split("\0");
            if (!request[0].equals("activate")) return;
            activated.accept(Arrays.stream(request).skip(1).map(Path::of).toList());
            Channels.newOutputStream(caller).write("ok".getBytes(StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "A second start's request could not be answered", e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(addressFile);
            remove(socket);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The socket could not be removed", e);
        }
    }

    /** Removes a socket, and the folder in the temp folder that was made for it. */
    private static void remove(Path socket) throws IOException {
        Files.deleteIfExists(socket);
        var folder = socket.getParent();
        if (folder != null && folder.startsWith(System.getProperty("java.io.tmpdir")) && folder.getFileName().toString().startsWith("parlance")
                && Files.isDirectory(folder)) {
            try (var rest = Files.list(folder)) {
                if (rest.findAny().isPresent()) return;
            }
            Files.delete(folder);
        }
    }
}
