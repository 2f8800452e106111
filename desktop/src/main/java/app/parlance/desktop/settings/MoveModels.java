package app.parlance.desktop.settings;

import static app.parlance.desktop.settings.SettingsPane.TEXTS;

import app.parlance.desktop.models.ModelsModel;
import app.parlance.desktop.models.Transfer;
import app.parlance.desktop.shell.Shell;
import app.parlance.desktop.widget.Buttons;
import app.parlance.desktop.widget.FileChoice;
import app.parlance.desktop.widget.Sizes;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/** Moves the models folder, with its progress; a problem leaves everything where it was. */
final class MoveModels extends HBox {
    private final ModelsModel models;
    private final ProgressBar bar = new ProgressBar();
    private final Button move;

    MoveModels(ModelsModel models, Shell shell, FileChoice files) {
        super(8);
        this.models = models;
        setAlignment(Pos.CENTER_RIGHT);
        bar.setPrefWidth(120);
        bar.setAccessibleText(TEXTS.get("move.progress"));
        move = Buttons.plain(TEXTS.get("move"), () -> files.folder(TEXTS.get("move.title"), models.folder()).ifPresent(folder ->
                models.moveTo(folder, there -> shell.notices().say(TEXTS.get("move.done", there)))));
        move.setId("move-models");
    }

    /** @param where the line that names the folder */
    void show(Label where) {
        models.shelfProperty().subscribe(() -> where.setText(models.folder().toString()));
        models.moving().stateProperty().subscribe(state -> {
            switch (state) {
                case Transfer.State.Running running -> {
                    bar.setProgress(running.total() > 0 ? running.done() / (double) running.total() : ProgressBar.INDETERMINATE_PROGRESS);
                    if (!getChildren().contains(bar)) getChildren().setAll(bar);
                    where.setText(TEXTS.get("move.running", Sizes.of(running.done(), running.total())));
                }
                case Transfer.State.Idle _, Transfer.State.Paused _, Transfer.State.Failed _ -> rest(where);
            }
        });
    }

    private void rest(Label where) {
        where.setText(models.folder().toString());
        getChildren().setAll(move);
    }
}
