package app.parlance.desktop.models;

import app.parlance.app.Parlance;
import app.parlance.desktop.widget.Preferences;
import app.parlance.engine.EngineDescription;
import app.parlance.engine.EngineException;
import app.parlance.engine.llama.LlamaEngines;
import app.parlance.engine.llama.LlamaEngines.Preference;
import app.parlance.natives.Natives;
import app.parlance.natives.NativesException;
import app.parlance.natives.PinnedPlatform;
import app.parlance.problem.ProblemException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Which llama.cpp runs models, and the newer one's coming and going, as the panes show it. Outlives the panes: it goes on
 * being fetched while another pane is in front. Methods are called, and properties change, on the thread of the executor
 * given; what takes time happens on virtual threads.
 */
public final class RuntimeModel {
    /** Settings key of a {@link Preference} by its word. */
    public static final String ENGINE_KEY = Parlance.ENGINE;
    private static final long CLOSE_MILLIS = 5000;

    private final Supplier<Natives> natives;
    private final Supplier<LlamaEngines> engines;
    private final Consumer<Preference> prefer;
    private final Preferences preferences;
    private final Consumer<ProblemException> problems;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<RuntimeFacts> facts = new ReadOnlyObjectWrapper<>(this, "facts", RuntimeFacts.UNREAD);
    private final Transfer fetching;
    private final AtomicInteger newest = new AtomicInteger();
    private Runnable changed = () -> { };
    /** As last described; starting an engine to ask it costs half a second. */
    private volatile EngineDescription described;

    /**
     * @param natives asked for on virtual threads only, as is {@code engines}
     * @param prefer has an engine run models from now on, {@code Parlance::prefer}
     * @param problems told, on the executor's thread, what went wrong where no card shows it
     * @param ui runs one after the other what touches the properties: {@code Platform::runLater} in the window
     */
    public RuntimeModel(Supplier<Natives> natives, Supplier<LlamaEngines> engines, Consumer<Preference> prefer, Preferences preferences,
            Consumer<ProblemException> problems, Executor ui) {
        this.natives = natives;
        this.engines = engines;
        this.prefer = prefer;
        this.preferences = preferences;
        this.problems = problems;
        this.ui = ui;
        fetching = new Transfer(ui);
        fetching.stateProperty().subscribe(state -> {
            if (state instanceof Transfer.State.Paused) ui.execute(fetching::reset); // nothing of it was kept
        });
    }

    /** What is known; {@link RuntimeFacts#UNREAD} before the first {@link #refresh}. */
    public ReadOnlyObjectProperty<RuntimeFacts> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /** Its being fetched. */
    public Transfer fetching() {
        return fetching;
    }

    /** @param run called when other models than before can be used */
    public void onChange(Runnable run) {
        changed = run;
    }

    /** Looks again, in the background: first which runs models, then what it says of itself. */
    public void refresh() {
        int number = newest.incrementAndGet();
        Thread.ofVirtual().name("runtime").start(() -> {
            publish(number);
            if (described != null && described.engine().equals(engines.get().name())) return;
            describe();
            publish(number);
        });
    }

    private void publish(int number) {
        var now = look();
        ui.execute(() -> {
            if (number == newest.get()) facts.set(now); // else a later look is on its way
        });
    }

    private RuntimeFacts look() {
        var state = natives.get().state();
        var chosen = engines.get().chosen();
        var name = chosen.engine().name();
        var cpuLibrary = Optional.ofNullable(described).filter(each -> each.engine().equals(name)).map(EngineDescription::cpuLibrary).orElse("");
        var pin = natives.get().pin();
        return new RuntimeFacts(state, natives.get().isNamed() ? Optional.empty() : natives.get().platform(), pin.version(), pin.llamaCpp(), pin.licence(),
                engines.get().preference(), chosen.newer(), name, cpuLibrary, chosen.reason());
    }

    private void describe() {
        try {
            described = engines.get().describe();
        } catch (EngineException untold) {
            System.getLogger(RuntimeModel.class.getName()).log(System.Logger.Level.INFO, untold.full(), untold);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins to fetch it; the pane shows how far that is, and what went wrong. */
    public void get() {
        long whole = facts.get().offer().map(PinnedPlatform::unpackedBytes).orElse(0L);
        fetching.start(0, whole, progress -> {
            natives.get().fetch(grown -> progress.at(Math.min(grown, whole), whole));
            return whole;
        }, _ -> changed());
    }

    /** Stops the fetching; nothing is left of it. */
    public void stop() {
        fetching.stop();
    }

    /** Deletes what was fetched. */
    public void remove() {
        Thread.ofVirtual().name("runtime").start(() -> {
            try {
                natives.get().remove();
            } catch (NativesException e) {
                ui.execute(() -> problems.accept(e));
            }
            ui.execute(this::changed);
        });
    }

    /** Has this one run models from now on, and after the next start. An open model keeps its own until it is loaded again. */
    public void choose(Preference preference) {
        preferences.set(ENGINE_KEY, preference.word());
        prefer.accept(preference);
        changed();
    }

    private void changed() {
        refresh();
        changed.run();
    }

    /** Stops the fetching and waits a moment for its end. To be called when the window closes. */
    public void close() throws InterruptedException {
        fetching.stopAndWait(CLOSE_MILLIS);
    }
}
