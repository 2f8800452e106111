package app.parlance.desktop.mode;

import app.parlance.mode.Mode;
import app.parlance.mode.Modes;
import app.parlance.mode.Plan;
import app.parlance.mode.Price;
import app.parlance.mode.Task;
import app.parlance.problem.ProblemException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The modes of a task as a pane shows them. Called, and changing, on the interface's thread; what takes time happens on virtual threads. */
public final class ModeModel {
    /** Measures how quick a plan is, and keeps the figures; called on a virtual thread, which is interrupted to stop it. */
    @FunctionalInterface
    public interface Measuring {
        void measure(Plan plan, app.parlance.measure.Progress progress) throws ProblemException, InterruptedException;
    }

    /**
     * What is known.
     *
     * @param chosen where nothing else is said
     * @param prices of the modes that come to something
     * @param lastAuto what Auto came to for the last request
     */
    public record Known(Mode chosen, Map<Mode, Price> prices, Optional<Plan> lastAuto) {
        public Known {
            prices = Map.copyOf(prices);
        }
    }

    /** A measurement under way. @param share 0..1 */
    public record Running(Mode mode, double share) { }

    private final Modes modes;
    private final Task task;
    private final Measuring measuring;
    private final Consumer<ProblemException> problems;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<Known> known;
    private final ReadOnlyObjectWrapper<Running> running = new ReadOnlyObjectWrapper<>();
    private Thread measurer;
    /** True too before {@link #begin}. */
    private boolean looking = true;
    private boolean lookAgain = true;

    /** @param problems told on the interface's thread @param ui {@code Platform::runLater} */
    public ModeModel(Modes modes, Task task, Measuring measuring, Consumer<ProblemException> problems, Executor ui) {
        this.modes = modes;
        this.task = task;
        this.measuring = measuring;
        this.problems = problems;
        this.ui = ui;
        known = new ReadOnlyObjectWrapper<>(new Known(modes.chosen(task), Map.of(), Optional.empty()));
    }

    public ReadOnlyObjectProperty<Known> knownProperty() {
        return known.getReadOnlyProperty();
    }

    /** Holds null while nothing is measured. */
    public ReadOnlyObjectProperty<Running> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Has it look for the first time; until then it only remembers that it was asked to. */
    public void begin() {
        looked();
    }

    /** Asks anew what the modes come to: models come and go, and measurements are made. */
    public void refresh() {
        lookAgain = looking;
        if (looking) return; // once more afterwards is enough, however often it was asked for
        looking = true;
        inBackground(() -> {
            try {
                var now = new Known(modes.chosen(task), modes.prices(task), modes.lastAuto(task));
                ui.execute(() -> known.set(now));
            } finally {
                ui.execute(this::looked);
            }
        });
    }

    private void looked() {
        looking = false;
        if (lookAgain) refresh();
    }

    /** Makes a mode the one that the task is in where nothing else is said. */
    public void choose(Mode mode) {
        var now = known.get();
        known.set(new Known(mode, now.prices(), now.lastAuto()));
        inBackground(() -> modes.choose(task, mode));
    }

    /** Measures how quick a mode is, where nothing is being measured. */
    public void measure(Mode mode) {
        var price = known.get().prices().get(mode);
        if (price == null || running.get() != null) return;
        running.set(new Running(mode, 0));
        measurer = Thread.ofVirtual().name("measure").start(() -> {
            try {
                measuring.measure(price.plan(), (done, total, _) -> ui.execute(() -> {
                    if (running.get() != null) running.set(new Running(mode, (double) done / Math.max(1, total)));
                }));
            } catch (ProblemException e) {
                ui.execute(() -> problems.accept(e));
            } catch (InterruptedException stopped) {
                System.getLogger(ModeModel.class.getName()).log(System.Logger.Level.DEBUG, "The person stopped a measurement", stopped);
            } finally {
                ui.execute(() -> {
                    running.set(null);
                    refresh();
                });
            }
        });
    }

    /** Ends a measurement. */
    public void stop() {
        if (measurer != null) measurer.interrupt();
    }

    private interface Work {
        void run() throws ProblemException;
    }

    private void inBackground(Work work) {
        Thread.ofVirtual().name("modes").start(() -> {
            try {
                work.run();
            } catch (ProblemException e) {
                ui.execute(() -> problems.accept(e));
            }
        });
    }
}
