package app.parlance.desktop.settings;

import static app.parlance.desktop.settings.SettingsPane.TEXTS;

import app.parlance.desktop.shell.Shell;
import app.parlance.desktop.widget.Buttons;
import app.parlance.desktop.widget.Segmented;
import app.parlance.desktop.widget.Sizes;
import app.parlance.problem.ProblemException;
import java.util.LinkedHashMap;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Whether models keep what they computed of conversations, how much that is, and how to be rid of it. */
final class KeptState extends HBox {
    private final Shell shell;
    private final SettingsPane.Deeds deeds;
    private final Button delete;
    private Label line;

    KeptState(Shell shell, SettingsPane.Deeds deeds) {
        super(8);
        this.shell = shell;
        this.deeds = deeds;
        setAlignment(Pos.CENTER_RIGHT);
        delete = Buttons.plain(TEXTS.get("kept.delete"), () -> inBackground(deeds::deleteKeptState));
        delete.setId("delete-kept-state");
        delete.setDisable(true);
        var on = shell.preferences().get(SettingsPane.KEEP_STATE_KEY).map(Boolean::parseBoolean).orElse(true);
        var words = new LinkedHashMap<Boolean, String>();
        words.put(true, TEXTS.get("kept.on"));
        words.put(false, TEXTS.get("kept.off"));
        var choice = new Segmented<>(words, on, this::choose);
        choice.setId("keep-state");
        choice.setAccessibleText(TEXTS.get("kept"));
        getChildren().addAll(delete, choice);
    }

    /** @param text the line that says how much is kept */
    void show(Label text) {
        line = text;
    }

    /** Counts again. */
    void refresh() {
        inBackground(() -> { });
    }

    private void choose(boolean keep) {
        shell.preferences().set(SettingsPane.KEEP_STATE_KEY, String.valueOf(keep));
        if (!keep) inBackground(deeds::deleteKeptState);
    }

    private interface Task {
        void run() throws ProblemException;
    }

    private void inBackground(Task task) {
        Thread.ofVirtual().name("kept state").start(() -> {
            try {
                task.run();
                long bytes = deeds.keptStateBytes();
                Platform.runLater(() -> {
                    line.setText(bytes == 0 ? TEXTS.get("kept.text") : TEXTS.get("kept.used", Sizes.bytes(bytes)));
                    delete.setDisable(bytes == 0);
                });
            } catch (ProblemException e) {
                Platform.runLater(() -> shell.notices().problem(e));
            }
        });
    }
}
