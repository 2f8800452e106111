package app.parlance.desktop.models;

import app.parlance.connection.ConnectionLog;
import app.parlance.desktop.shell.Shell;
import app.parlance.desktop.widget.ChosenFile;
import app.parlance.desktop.widget.FileChoice;
import app.parlance.engine.GgufFixture;
import app.parlance.engine.llama.LlamaEngines;
import app.parlance.engine.llama.LlamaEngines.Preference;
import app.parlance.engine.llama.WorkerSettings;
import app.parlance.model.Agreements;
import app.parlance.model.Catalogue;
import app.parlance.model.CatalogueEntry;
import app.parlance.model.CatalogueModel;
import app.parlance.model.CatalogueModel.Task;
import app.parlance.model.Fetch;
import app.parlance.model.ModelStore;
import app.parlance.model.Source;
import app.parlance.natives.Natives;
import app.parlance.platform.Folders;
import app.parlance.platform.Trash;
import app.parlance.settings.Settings;
import app.parlance.variant.VariantMaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The real store, download and shell over a temporary folder and a hub on this machine. */
public final class ModelsBench implements AutoCloseable {
    public final Path home;
    public final ConnectionLog connections = new ConnectionLog();
    public final Path served;
    public final LoopbackHub hub;
    public final CatalogueEntry offer;
    public final ModelStore store;
    public final Settings settings;
    /** On offer too; only the newer runtime runs it. */
    public final CatalogueEntry newerOffer;
    /** What the newer runtime is looked for with, and npm run with; to be changed before {@link #open}. */
    public final Map<String, String> environment = new HashMap<>(Map.of("PATH", System.getenv("PATH")));
    public Natives natives;
    public LlamaEngines engines;
    public volatile Preference preferred = Preference.AUTO;
    public RuntimeModel runtime;
    public Shell shell;
    public ModelsModel model;
    public Path chosen;

    public ModelsBench(Path home) throws Exception {
        this.home = home;
        served = GgufFixture.llama().with("general.name", "Tiny Llama").writeTo(home.resolve("served.gguf"));
        hub = new LoopbackHub(served);
        var tiny = new CatalogueModel("tiny", "Tiny Llama", List.of(Task.CHAT), Set.of(), "Answers nonsense at once.", "Apache-2.0", "llama", 512, List.of("en", "de"), Optional.empty());
        offer = new CatalogueEntry(tiny, "tiny", "F32", "tiny.gguf", Files.size(served), sha256(served), 1, List.of(new Source.Hub("someone/tiny", "main", "tiny.gguf")));
        var qwen = new CatalogueModel("new", "New Qwen", List.of(Task.CHAT), Set.of(), "Answers nonsense too.", "Apache-2.0", "qwen3", 512, List.of("en"), Optional.empty());
        newerOffer = new CatalogueEntry(qwen, "new", "F32", "new.gguf", 1_000_000, "0".repeat(64), 0, List.of(new Source.Hub("someone/new", "main", "new.gguf")));
        store = new ModelStore(home.resolve("models"), List.of());
        settings = new Settings(home.resolve("settings.properties"));
    }

    /** A shell and the model, to be called on the JavaFX thread. */
    public void open(Stage stage) {
        shell = new Shell(stage, settings, connections);
        natives = Natives.of(Folders.of(Map.of("PARLANCE_HOME", home.resolve("parlance").toString())), environment, connections);
        engines = new LlamaEngines(natives, () -> preferred, WorkerSettings.DEFAULT);
        model = newModel();
        runtime = new RuntimeModel(() -> natives, () -> engines, preference -> preferred = preference, shell.preferences(), shell.notices()::problem, Platform::runLater);
        runtime.onChange(model::refresh);
    }

    public ModelsModel newModel() {
        var catalogue = new Catalogue(List.of(offer, newerOffer));
        return new ModelsModel(store, catalogue, new Fetch(store, connections, hub.environment()), tools(), architecture -> Support.of(engines, architecture), shell.preferences(),
                shell.notices()::problem, Platform::runLater);
    }

    private ModelTools tools() {
        return new ModelTools(new Agreements(settings), Trash.of(Map.of("XDG_DATA_HOME", home.resolve("share").toString())), () -> new VariantMaker(store, engines), () -> 0, () -> 0);
    }

    /** Answers with {@link #chosen}. */
    public FileChoice files() {
        return new ChosenFile(() -> chosen);
    }

    /** Waits until this text stands somewhere in the window. */
    public static void awaitText(FxRobot robot, String part) throws Exception {
        await(() -> texts(robot).stream().anyMatch(text -> text.contains(part)), () -> part + " not in " + texts(robot));
    }

    public static void await(Callable<Boolean> condition, java.util.function.Supplier<String> otherwise) throws Exception {
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError(otherwise.get(), e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    public static List<String> texts(FxRobot robot) {
        return WaitForAsyncUtils.waitForAsyncFx(5000, () -> robot.lookup(node -> node instanceof Labeled && shown(node)).queryAll().stream()
                .map(node -> ((Labeled) node).getText()).filter(text -> text != null && !text.isEmpty()).toList());
    }

    private static boolean shown(Node node) {
        for (var at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) return false;
        }
        return true;
    }

    private static String sha256(Path file) throws IOException, java.security.NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    @Override
    public void close() throws InterruptedException {
        model.close();
        runtime.close();
        hub.close();
    }
}
