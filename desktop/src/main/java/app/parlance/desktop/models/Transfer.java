package app.parlance.desktop.models;

import app.parlance.desktop.widget.Texts;
import app.parlance.model.ByteProgress;
import app.parlance.model.TransferRate;
import app.parlance.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Bytes on their way: a download, a copy into the store, or the store's move. The work runs on a virtual
 * thread; the property changes on the thread of the executor given, and everything else is called there.
 */
public final class Transfer {
    /** What is done; blocks until finished, and ends early when its thread is interrupted. */
    @FunctionalInterface
    public interface Work<T> {
        T run(ByteProgress progress) throws ProblemException, InterruptedException;
    }

    /** How a transfer stands. */
    public sealed interface State {
        /** Not begun. */
        record Idle() implements State { }

        /**
         * On its way.
         *
         * @param total 0 while unknown
         * @param rate bytes a second; 0 while too early to say
         */
        record Running(long done, long total, long rate) implements State {
            /** Everything has come, what is left is to check it. */
            boolean complete() {
                return total > 0 && done >= total;
            }

            /** Seconds left at this rate, or -1 while unknown. */
            long secondsLeft() {
                return rate <= 0 || total <= 0 ? -1 : (total - done) / rate;
            }
        }

        /** Stopped by the person; what has come is kept. */
        record Paused(long done, long total) implements State { }

        /** Stopped by a problem; what has come is kept. */
        record Failed(ProblemException problem, long done, long total) implements State { }
    }

    private static final Texts TEXTS = Texts.of(Transfer.class);

    private final Executor ui;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", new State.Idle());
    private final AtomicReference<State.Running> latest = new AtomicReference<>();
    private Thread worker;

    /** @param ui runs what changes the property, one after the other: {@code Platform::runLater} in the window */
    Transfer(Executor ui) {
        this.ui = ui;
    }

    public State state() {
        return state.get();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    boolean running() {
        return state.get() instanceof State.Running;
    }

    /** Begins, or goes on after a pause or a problem; does nothing while running. */
    <T> void start(long done, long total, Work<T> work, Consumer<T> whenDone) {
        if (running()) return;
        state.set(new State.Running(done, total, 0));
        var rate = new TransferRate();
        worker = Thread.ofVirtual().name("transfer").start(() -> {
            try {
                var result = work.run((at, of) -> {
                    rate.at(at);
                    report(new State.Running(at, of, rate.bytesPerSecond()));
                });
                ui.execute(() -> {
                    state.set(new State.Idle());
                    whenDone.accept(result);
                });
            } catch (InterruptedException _) {
                ui.execute(() -> state.set(new State.Paused(at().done(), at().total())));
            } catch (ProblemException e) {
                fail(e);
            } catch (RuntimeException e) {
                fail(new ProblemException(TEXTS.get("transfer.broken"), TEXTS.get("transfer.broken.remedy"), e));
            }
        });
    }

    /** Stops the work; the state follows when it has ended. */
    void stop() {
        if (worker != null) worker.interrupt();
    }

    /** Stops the work and waits for its end, so that nothing is half written when the program goes. */
    void stopAndWait(long millis) throws InterruptedException {
        if (worker == null) return;
        worker.interrupt();
        worker.join(Duration.ofMillis(millis));
    }

    /** Shows what an earlier run of the program has left. */
    void left(long done, long total) {
        state.set(new State.Paused(done, total));
    }

    void reset() {
        state.set(new State.Idle());
    }

    private void fail(ProblemException problem) {
        ui.execute(() -> state.set(new State.Failed(problem, at().done(), at().total())));
    }

    private State.Running at() {
        return state.get() instanceof State.Running now ? now : new State.Running(0, 0, 0);
    }

    private void report(State.Running now) {
        // the work may report faster than the window draws: only the newest is shown
        if (latest.getAndSet(now) == null) {
            ui.execute(() -> {
                var newest = latest.getAndSet(null);
                if (running()) state.set(newest);
            });
        }
    }
}
