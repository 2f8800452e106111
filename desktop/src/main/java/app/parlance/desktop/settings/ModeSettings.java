package app.parlance.desktop.settings;

import static app.parlance.desktop.settings.SettingsPane.TEXTS;

import app.parlance.desktop.mode.ModeWords;
import app.parlance.desktop.models.ModelsModel;
import app.parlance.desktop.shell.Shell;
import app.parlance.desktop.widget.Segmented;
import app.parlance.mode.Mode;
import app.parlance.mode.Modes;
import app.parlance.mode.Task;
import app.parlance.model.StoredModel;
import app.parlance.problem.ProblemException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.control.Label;

/** The mode that each task is in, and which model answers chats in each mode; a line under it says what that comes to. */
final class ModeSettings {
    private static final List<Mode> LEVELS = List.of(Mode.FAST, Mode.BALANCED, Mode.ACCURATE);

    private final Shell shell;
    private final ModelsModel models;
    private final Modes modes;
    private final SettingRows rows = new SettingRows(TEXTS.get("modes"));
    private final Map<Task, Segmented<Mode>> choices = new EnumMap<>(Task.class);
    private final Map<Mode, ModelBox> boxes = new EnumMap<>(Mode.class);
    private final Map<Mode, Label> reasons = new EnumMap<>(Mode.class);

    ModeSettings(Shell shell, ModelsModel models, Modes modes) {
        this.shell = shell;
        this.models = models;
        this.modes = modes;
        for (var task : Task.values()) addTask(task);
        LEVELS.forEach(this::addModel);
        models.shelfProperty().subscribe(_ -> refresh());
    }

    SettingRows rows() {
        return rows;
    }

    /** Shows what is chosen, also in another pane, and asks anew what it comes to. */
    void refresh() {
        choices.forEach((task, choice) -> choice.select(modes.chosen(task)));
        boxes.values().forEach(ModelBox::follow);
        Thread.ofVirtual().name("modes").start(() -> {
            try {
                var prices = modes.prices(Task.CHAT);
                for (var mode : LEVELS) {
                    var reason = prices.containsKey(mode) ? TEXTS.get("modes.comes-to", prices.get(mode).plan().reason()) : TEXTS.get("modes.no-model");
                    Platform.runLater(() -> reasons.get(mode).setText(reason));
                }
            } catch (ProblemException e) {
                Platform.runLater(() -> shell.notices().problem(e));
            }
        });
    }

    private void addTask(Task task) {
        var words = new LinkedHashMap<Mode, String>();
        for (var mode : Mode.values()) words.put(mode, ModeWords.name(mode));
        var choice = new Segmented<>(words, modes.chosen(task), mode -> {
            if (mode != modes.chosen(task)) keep(() -> modes.choose(task, mode));
        });
        choice.setId("mode-" + task.name().toLowerCase(Locale.ROOT));
        choice.setAccessibleText(TEXTS.get("modes.name", TEXTS.get("modes." + task)));
        choices.put(task, choice);
        rows.row(TEXTS.get("modes." + task), TEXTS.get("modes." + task + ".text"), choice);
    }

    private void addModel(Mode mode) {
        var name = TEXTS.get("modes.model", ModeWords.name(mode));
        var box = new ModelBox(models, TEXTS.get("modes.automatic"), () -> modes.namedModel(Task.CHAT, mode),
                chosen -> keep(() -> modes.nameModel(Task.CHAT, mode, chosen.map(StoredModel::name).orElse(""))));
        box.setId("model-" + mode.name().toLowerCase(Locale.ROOT));
        box.setAccessibleText(name);
        boxes.put(mode, box);
        var reason = rows.row(name, "", box);
        reason.setId("reason-" + mode.name().toLowerCase(Locale.ROOT));
        reasons.put(mode, reason);
    }

    private interface Choice {
        void keep() throws ProblemException;
    }

    /** A choice that cannot be kept shows as it was. */
    private void keep(Choice choice) {
        Thread.ofVirtual().name("mode setting").start(() -> {
            try {
                choice.keep();
            } catch (ProblemException e) {
                Platform.runLater(() -> shell.notices().problem(e));
            }
            Platform.runLater(this::refresh);
        });
    }
}
