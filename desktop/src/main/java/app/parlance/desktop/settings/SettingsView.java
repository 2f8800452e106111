package app.parlance.desktop.settings;

import static app.parlance.desktop.settings.SettingsPane.TEXTS;

import app.parlance.desktop.models.ModelsModel;
import app.parlance.desktop.models.RuntimeFacts;
import app.parlance.desktop.models.RuntimeModel;
import app.parlance.desktop.shell.Shell;
import app.parlance.desktop.shell.Theme;
import app.parlance.desktop.widget.Buttons;
import app.parlance.desktop.widget.FileChoice;
import app.parlance.desktop.widget.Icons;
import app.parlance.desktop.widget.Segmented;
import app.parlance.desktop.widget.Prose;
import app.parlance.engine.llama.LlamaEngines.Preference;
import app.parlance.mode.Modes;
import app.parlance.model.StoredModel;
import app.parlance.problem.ProblemException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** Plain groups of settings in one column; each takes effect at once. */
final class SettingsView extends VBox {
    private static final double WIDTH = 720;

    private final Shell shell;
    private final ModelsModel models;
    private final RuntimeModel runtime;
    private final FileChoice files;
    private final SettingsPane.Deeds deeds;
    private final KeptState keptState;
    private final ModeSettings modes;

    SettingsView(Shell shell, ModelsModel models, FileChoice files, Path dataFolder, RuntimeModel runtime, Modes modes,
            SettingsPane.Deeds deeds) {
        this.shell = shell;
        this.models = models;
        this.runtime = runtime;
        this.files = files;
        this.deeds = deeds;
        this.keptState = new KeptState(shell, deeds);
        this.modes = new ModeSettings(shell, models, modes);
        var column = new VBox(32, appearance(), chat(), this.modes.rows(), folders(dataFolder), privacy(), about());
        column.getStyleClass().add("settings-column");
        column.setMaxWidth(WIDTH);
        var scroll = new ScrollPane(new StackPane(column));
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getStylesheets().add(SettingsView.class.getResource("settings.css").toExternalForm());
        getChildren().addAll(shell.newHeader(TEXTS.get("title")), scroll);
    }

    /** Brings up to date what changes while the pane is not seen. */
    void shown() {
        keptState.refresh();
        modes.refresh();
    }

    private Node appearance() {
        var words = new LinkedHashMap<Theme.Choice, String>();
        for (var choice : Theme.Choice.values()) words.put(choice, TEXTS.get("theme." + choice));
        var theme = new Segmented<>(words, shell.theme().choice(), shell.theme()::choose);
        theme.setId("theme");
        theme.setAccessibleText(TEXTS.get("theme"));
        var rows = new SettingRows(TEXTS.get("appearance"));
        rows.row(TEXTS.get("theme"), TEXTS.get("theme.text"), theme);
        return rows;
    }

    private Node chat() {
        var rows = new SettingRows(TEXTS.get("chat"));
        rows.row(TEXTS.get("model"), TEXTS.get("model.text"), defaultModel());
        runtime(rows);
        rows.wide(TEXTS.get("system"), TEXTS.get("system.text"), systemPrompt());
        return rows;
    }

    private ModelBox defaultModel() {
        var box = new ModelBox(models, TEXTS.get("model.by-mode"), () -> shell.preferences().get(ModelsModel.DEFAULT_KEY), chosen -> {
            chosen.ifPresentOrElse(models::useForChat, () -> {
                shell.preferences().set(ModelsModel.DEFAULT_KEY, "");
                models.refresh();
            });
            modes.refresh();
        });
        box.setId("default-model");
        box.setAccessibleText(TEXTS.get("model"));
        return box;
    }

    private void runtime(SettingRows rows) {
        var words = new LinkedHashMap<Preference, String>();
        for (var preference : Preference.values()) words.put(preference, TEXTS.get("runtime." + preference));
        var choice = new Segmented<>(words, Preference.AUTO, chosen -> {
            if (chosen != runtime.factsProperty().get().preference()) runtime.choose(chosen);
        });
        choice.setId("runtime");
        choice.setAccessibleText(TEXTS.get("runtime"));
        var reason = rows.row(TEXTS.get("runtime"), "", choice);
        reason.setId("runtime-reason");
        runtime.factsProperty().subscribe(facts -> {
            choice.setDisable(facts == RuntimeFacts.UNREAD);
            if (facts == RuntimeFacts.UNREAD) return;
            choice.select(facts.preference());
            reason.setText(TEXTS.get(facts.nothingRuns() ? "runtime.nothing" : "runtime.text", facts.reason()));
        });
    }

    private TextArea systemPrompt() {
        var area = new TextArea(shell.preferences().get(SettingsPane.SYSTEM_KEY).orElse(""));
        area.setId("system-prompt");
        area.setAccessibleText(TEXTS.get("system"));
        area.setPromptText(TEXTS.get("system.prompt"));
        area.setPrefRowCount(3);
        Prose.area(area);
        Runnable save = () -> {
            var now = area.getText().strip();
            if (!now.equals(shell.preferences().get(SettingsPane.SYSTEM_KEY).orElse(""))) shell.preferences().set(SettingsPane.SYSTEM_KEY, now);
        };
        var pause = new PauseTransition(Duration.millis(600));
        pause.setOnFinished(_ -> save.run());
        area.textProperty().addListener(_ -> pause.playFromStart());
        area.focusedProperty().subscribe(focused -> {
            if (!focused) save.run();
        });
        area.sceneProperty().subscribe(scene -> {
            if (scene == null) save.run();
        });
        return area;
    }

    private Node folders(Path dataFolder) {
        var rows = new SettingRows(TEXTS.get("folders"));
        var move = new MoveModels(models, shell, files);
        move.show(rows.row(TEXTS.get("models"), models.folder().toString(), copy("models", () -> models.folder().toString()), move));
        rows.row(TEXTS.get("data"), dataFolder.toString(), copy("data", dataFolder::toString));
        return rows;
    }

    private Node copy(String folder, Supplier<String> path) {
        var copy = Icons.button(Feather.COPY, TEXTS.get("copy", TEXTS.get(folder)), () -> {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, path.get()));
            shell.notices().say(TEXTS.get("copied", path.get()));
        });
        copy.setId("copy-" + folder);
        return copy;
    }

    private Node privacy() {
        var export = Buttons.plain(TEXTS.get("diagnostics.do"), () -> files.save(TEXTS.get("diagnostics"), "parlance-diagnostics.txt")
                .ifPresent(file -> inBackground(() -> deeds.exportDiagnostics(file), TEXTS.get("diagnostics.done", file))));
        export.setId("export-diagnostics");
        var delete = Buttons.danger(TEXTS.get("delete.do"), () -> shell.dialogs().confirm(TEXTS.get("delete.ask"), TEXTS.get("delete.ask.text"),
                TEXTS.get("delete.sure"), () -> inBackground(deeds::deleteConversations, TEXTS.get("delete.done"))));
        delete.setId("delete-conversations");
        var rows = new SettingRows(TEXTS.get("privacy"));
        keptState.show(rows.row(TEXTS.get("kept"), TEXTS.get("kept.text"), keptState));
        rows.row(TEXTS.get("diagnostics"), TEXTS.get("diagnostics.text"), export);
        rows.row(TEXTS.get("delete"), TEXTS.get("delete.text"), delete);
        return rows;
    }

    private Node about() {
        var version = SettingsView.class.getPackage().getImplementationVersion();
        var licences = Buttons.plain(TEXTS.get("licences.do"), () -> shell.dialogs().show(TEXTS.get("licences"), new Licences(shell.dialogs())));
        licences.setId("licences");
        var rows = new SettingRows(TEXTS.get("about"));
        rows.row(TEXTS.get("version", version == null ? TEXTS.get("version.none") : version), TEXTS.get("version.text"));
        var engine = rows.row(TEXTS.get("engine"), "");
        engine.setId("about-engine");
        runtime.factsProperty().subscribe(facts -> engine.setText(facts == RuntimeFacts.UNREAD || facts.nothingRuns() ? facts.reason()
                : TEXTS.get(facts.cpuLibrary().isEmpty() ? "engine.text" : "engine.text.library", facts.engine(), facts.cpuLibrary(), facts.reason())));
        rows.row(TEXTS.get("licences"), TEXTS.get("licences.text"), licences);
        return rows;
    }

    private interface Task {
        void run() throws ProblemException;
    }

    private void inBackground(Task task, String done) {
        Thread.ofVirtual().name("settings").start(() -> {
            try {
                task.run();
                Platform.runLater(() -> shell.notices().say(done));
            } catch (ProblemException e) {
                Platform.runLater(() -> shell.notices().problem(e));
            }
        });
    }
}
