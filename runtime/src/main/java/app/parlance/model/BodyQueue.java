package app.parlance.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Hands a response's body over to the thread that waits for it, so that the wait can end by time and by interrupt. */
final class BodyQueue implements Subscriber<List<ByteBuffer>>, AutoCloseable {
    /** Enough in flight to keep the line busy while the disk writes. */
    private static final int AHEAD = 8;

    private sealed interface Event {
        record Data(List<ByteBuffer> buffers) implements Event { }

        record Broken(Throwable cause) implements Event { }

        record End() implements Event { }
    }

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Duration stall;
    private volatile Subscription subscription;

    BodyQueue(Duration stall) {
        this.stall = stall;
    }

    /** The next buffers; an empty list at the end. */
    List<ByteBuffer> next() throws IOException, InterruptedException {
        return switch (events.poll(stall.toMillis(), TimeUnit.MILLISECONDS)) {
            case Event.Data(var buffers) -> {
                subscription.request(1);
                yield buffers;
            }
            case Event.Broken(var cause) -> throw new IOException(cause);
            case Event.End _ -> List.of();
            case null -> throw new IOException("nothing came for " + stall.toSeconds() + " s");
        };
    }

    @Override
    public void onSubscribe(Subscription made) {
        subscription = made;
        made.request(AHEAD);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        events.add(new Event.Data(buffers));
    }

    @Override
    public void onError(Throwable cause) {
        events.add(new Event.Broken(cause));
    }

    @Override
    public void onComplete() {
        events.add(new Event.End());
    }

    /** Lets go of the connection, also in the middle. */
    @Override
    public void close() {
        if (subscription != null) {
            subscription.cancel();
        }
    }
}
