package app.parlance.desktop.chat;

import app.parlance.chat.Chat;
import app.parlance.connection.ConnectionLog;
import app.parlance.desktop.mode.ModeModel;
import app.parlance.desktop.models.ModelTools;
import app.parlance.desktop.models.ModelsModel;
import app.parlance.desktop.models.Support;
import app.parlance.desktop.widget.Preferences;
import app.parlance.engine.ModelPool;
import app.parlance.engine.OpenRequest;
import app.parlance.engine.Sampling;
import app.parlance.engine.TestModels;
import app.parlance.engine.llama.LlamaEngine;
import app.parlance.history.ConversationSettings;
import app.parlance.history.History;
import app.parlance.measure.Measurements;
import app.parlance.mode.Modes;
import app.parlance.mode.Task;
import app.parlance.mode.TestSurroundings;
import app.parlance.model.Agreements;
import app.parlance.model.Catalogue;
import app.parlance.model.Fetch;
import app.parlance.model.ModelChoice;
import app.parlance.model.ModelStore;
import app.parlance.platform.Trash;
import app.parlance.problem.ProblemException;
import app.parlance.settings.Settings;
import app.parlance.variant.VariantMaker;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;

/** The chat with all that is behind it, real, on one folder; closed and made anew it is a second start. */
final class Rooms implements AutoCloseable {
    static final String SMOL = "SmolLM2-135M-Instruct.Q4_1.gguf";
    private static final int LONG_WAIT_SECONDS = 120;

    final Executor ui;
    final History history;
    final ModelStore store;
    final ModelPool pool = new ModelPool(LlamaEngine.onBoard());
    final ModelsModel models;
    final ChatModel chat;
    final Modes modes;
    private final Measurements measurements;
    /** What the settings say. */
    volatile String systemPrompt = "";

    /** @param modelFolders where models lie; none for a computer without one */
    Rooms(Path home, Executor ui, List<Path> modelFolders, Preferences preferences) throws ProblemException {
        this.ui = ui;
        history = History.open(home.resolve("history.db"));
        store = new ModelStore(home.resolve("models"), modelFolders);
        models = new ModelsModel(store, Catalogue.bundled(), new Fetch(store, new ConnectionLog(), Map.of()), tools(home), architecture -> LlamaEngine.onBoard().supports(architecture) ? Support.RUNS : Support.UNKNOWN, preferences,
                problem -> { throw new AssertionError(problem); }, ui);
        models.refresh();
        measurements = Measurements.open(home.resolve("measurements.db"));
        modes = new Modes(new Settings(home.resolve("modes.properties")), new Here());
        var modeModel = new ModeModel(modes, Task.CHAT, (_, _) -> { }, problem -> { throw new AssertionError(problem); }, ui);
        chat = onUi(() -> {
            modeModel.begin();
            return new ChatModel(history, each -> new Chat(each, store, pool, this::defaultModel, Optional.of(modes), () -> "", _ -> Optional.empty()), models, modeModel,
                    () -> systemPrompt, ui);
        });
        if (!modelFolders.isEmpty()) await(models.chatModelProperty(), chosen -> chosen != null);
    }

    private ModelTools tools(Path home) {
        return new ModelTools(new Agreements(new Settings(home.resolve("agreements.properties"))), Trash.of(Map.of("XDG_DATA_HOME", home.resolve("share").toString())),
                () -> new VariantMaker(store, LlamaEngine.onBoard()), () -> 0, () -> 0);
    }

    /** With the smallest real model as the default; the test is skipped where it is not on this machine. */
    static Rooms withSmolLm(Path home, Executor ui) throws Exception {
        Path file = TestModels.smolLm();
        var settings = new Settings(home.resolve("settings.properties"));
        var preferences = new Preferences(settings, problem -> { throw new AssertionError(problem); });
        var rooms = new Rooms(home, ui, List.of(file.getParent()), preferences);
        rooms.useSmolLm();
        return rooms;
    }

    void useSmolLm() {
        onUi(() -> {
            models.shelf().generating().stream().filter(model -> model.file().endsWith(SMOL)).findFirst().ifPresent(models::useForChat);
            return null;
        });
    }

    /** What modes choose from here. */
    private final class Here extends TestSurroundings {
        Here() {
            super(() -> ModelChoice.writing(store.list(), pool.engine()::supports), measurements);
        }

        @Override
        public Optional<String> defaultModel() {
            return Optional.ofNullable(Rooms.this.defaultModel());
        }

        @Override
        public boolean isOpen(OpenRequest request) {
            return pool.isOpen(request);
        }
    }

    private String defaultModel() {
        return models.chatModelProperty().get() == null ? null : models.chatModelProperty().get().name();
    }

    /** Answers of the open conversation are short, and the same each time. */
    void answerBriefly(int tokens) {
        onUi(() -> {
            chat.current().configure(new ConversationSettings("", "", Sampling.GREEDY, tokens, 0));
            return null;
        });
    }

    /** Sends this and waits for the answer's end. */
    void ask(String text) {
        begin(text);
        awaitIdle();
    }

    void begin(String text) {
        onUi(() -> {
            chat.current().draftProperty().set(text);
            chat.current().send();
            return null;
        });
    }

    void awaitIdle() {
        await(chat.current().activityProperty(), activity -> !activity.isAnswering());
    }

    <T> T onUi(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, ui).orTimeout(LONG_WAIT_SECONDS, TimeUnit.SECONDS).join();
    }

    void run(Runnable work) {
        onUi(() -> {
            work.run();
            return null;
        });
    }

    /** Waits until the value is so. */
    <T> T await(ObservableValue<T> value, Predicate<? super T> so) {
        var reached = new CompletableFuture<T>();
        var subscription = onUi(() -> value.subscribe(now -> {
            if (so.test(now)) reached.complete(now);
        }));
        try {
            return reached.orTimeout(LONG_WAIT_SECONDS, TimeUnit.SECONDS).join();
        } finally {
            run(subscription::unsubscribe);
        }
    }

    /** Kills the process that runs the model, as the system would. */
    static void killWorker() {
        List<ProcessHandle> workers = ProcessHandle.current().children()
                .filter(child -> child.info().command().filter(command -> command.endsWith("java")).isPresent()).toList();
        if (workers.isEmpty()) throw new AssertionError("no worker runs");
        workers.forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        run(chat::close);
        pool.close();
        history.close();
        measurements.close();
    }
}
