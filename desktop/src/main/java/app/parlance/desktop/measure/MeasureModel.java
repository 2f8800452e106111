package app.parlance.desktop.measure;

import static app.parlance.desktop.measure.Words.TEXTS;

import app.parlance.measure.Progress;
import app.parlance.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What was measured, and the run that goes on, whichever pane is in front. Measuring and reading happen on virtual threads; the properties change on
 * the thread of the executor given, and everything else is called there.
 */
public final class MeasureModel {
    /** How a run stands. */
    sealed interface Run {
        /** None goes on. @param problems what the last one could not do */
        record Idle(List<ProblemException> problems) implements Run { }

        /** @param share 0..1 of the whole run; -1 while the step has not begun to count */
        record Going(String sentence, double share) implements Run { }
    }

    private static final long CLOSE_MILLIS = 2000;

    private final Bench bench;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<Bench.Known> known = new ReadOnlyObjectWrapper<>(this, "known");
    private final ReadOnlyObjectWrapper<Run> run = new ReadOnlyObjectWrapper<>(this, "run", new Run.Idle(List.of()));
    private final AtomicInteger newest = new AtomicInteger();
    private final AtomicReference<Run.Going> latest = new AtomicReference<>();
    private Optional<Duration> lastRun = Optional.empty();
    private Thread worker;

    /** @param ui runs one after the other what touches the properties: {@code Platform::runLater} in the window */
    MeasureModel(Bench bench, Executor ui) {
        this.bench = bench;
        this.ui = ui;
    }

    Bench bench() {
        return bench;
    }

    /** Null before the first {@link #refresh} has ended. */
    ReadOnlyObjectProperty<Bench.Known> knownProperty() {
        return known.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Run> runProperty() {
        return run.getReadOnlyProperty();
    }

    boolean running() {
        return run.get() instanceof Run.Going;
    }

    /** How long the last run of this session took. */
    Optional<Duration> lastRun() {
        return lastRun;
    }

    /** Reads what is known, in the background. */
    void refresh() {
        int number = newest.incrementAndGet();
        Thread.ofVirtual().name("measured").start(() -> {
            try {
                var read = bench.known();
                ui.execute(() -> {
                    if (number == newest.get()) known.set(read);
                });
            } catch (ProblemException e) {
                ui.execute(() -> {
                    if (!running()) run.set(new Run.Idle(List.of(e)));
                });
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // nobody does; the thread ends with it
            }
        });
    }

    /**
     * Does these one after the other; does nothing while a run goes on. What one of them cannot do does not keep the rest from their turn.
     *
     * @param again false goes on with questions that were stopped
     */
    void measure(List<Job> jobs, boolean again) {
        if (running() || jobs.isEmpty()) return;
        run.set(new Run.Going(TEXTS.get("run.begins"), -1));
        worker = Thread.ofVirtual().name("measure").start(() -> {
            var began = System.nanoTime();
            var problems = new ArrayList<ProblemException>();
            try {
                for (int i = 0; i < jobs.size(); i++) {
                    try {
                        measure(jobs.get(i), again, i, jobs.size());
                        refresh();
                    } catch (ProblemException e) {
                        if (problems.stream().noneMatch(met -> met.full().equals(e.full()))) problems.add(e);
                    } catch (RuntimeException e) {
                        problems.add(new ProblemException(TEXTS.get("run.broken"), TEXTS.get("run.broken.remedy"), e));
                    }
                }
            } catch (InterruptedException stopped) {
                Thread.interrupted(); // asked for: what was measured is kept, and there is nothing to say
            }
            var took = Duration.ofNanos(System.nanoTime() - began);
            ui.execute(() -> {
                lastRun = Optional.of(took);
                run.set(new Run.Idle(List.copyOf(problems)));
                refresh();
            });
        });
    }

    private void measure(Job job, boolean again, int number, int of) throws ProblemException, InterruptedException {
        Progress progress = (done, total, what) -> report(job, number, of, done, total, what);
        report(job, number, of, 0, 0, "");
        switch (job) {
            case Job.Quickness(var model, var cache) -> bench.speed(model, cache, progress);
            case Job.Questions(var model, var cache, var task, var file) -> bench.accuracy(model, cache, task, file, again, progress);
            case Job.AutoQuestions(var task, var file) -> bench.autoAccuracy(task, file, again, progress);
            case Job.Tune(var model) -> bench.tune(model, progress);
        }
    }

    /** For example {@code Qwen 0.5B: reading 512 tokens · 3 of 9}. */
    private void report(Job job, int number, int of, int done, int total, String what) {
        var doing = switch (job) {
            case Job.Questions questions -> TEXTS.get("run.questions", Words.task(questions.task()));
            case Job.AutoQuestions questions -> TEXTS.get("run.questions", Words.task(questions.task()));
            case Job.Tune _ -> what.isBlank() ? TEXTS.get("run.tune") : TEXTS.get("run.tune.at", what);
            case Job.Quickness _ -> what.isBlank() ? TEXTS.get("run.speed") : what;
        };
        var counted = total > 0 ? TEXTS.get("run.counted", Math.min(done + 1, total), total) : "";
        var whole = of > 1 ? TEXTS.get("run.whole", number + 1, of) : "";
        var now = new Run.Going(TEXTS.get("run.at", job.subject(), doing) + counted + whole, (number + (total > 0 ? (double) done / total : 0)) / of);
        // a bench may report faster than the window draws: only the newest is shown
        if (latest.getAndSet(now) == null) {
            ui.execute(() -> {
                var going = latest.getAndSet(null);
                if (running()) run.set(going);
            });
        }
    }

    /** Takes the sentences about the last run's problems away. */
    void dismiss() {
        if (!running()) run.set(new Run.Idle(List.of()));
    }

    /** Ends the run at the next token; what was measured is kept. */
    void stop() {
        if (worker != null) worker.interrupt();
    }

    /** Ends the run and waits a moment for it. To be called when the window closes. */
    public void close() throws InterruptedException {
        stop();
        if (worker != null) worker.join(Duration.ofMillis(CLOSE_MILLIS));
    }
}
