package app.parlance.desktop.measure;

import static app.parlance.desktop.measure.Words.TEXTS;

import app.parlance.desktop.widget.Buttons;
import app.parlance.desktop.widget.Labels;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How far a run is, with Stop; or what the last one could not do. Takes no room otherwise. */
final class RunStrip extends VBox {
    private final Runnable openModels;
    private final MeasureModel model;
    private final Label sentence = Labels.line("", "run-sentence");
    private final ProgressBar bar = new ProgressBar();
    private final HBox going;

    RunStrip(MeasureModel model, Runnable openModels) {
        super(8);
        this.model = model;
        this.openModels = openModels;
        getStyleClass().addAll("card-box", "run");
        sentence.setId("run-sentence");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(TEXTS.get("run.title"));
        var stop = Buttons.plain(TEXTS.get("measure.stop"), model::stop);
        stop.setId("stop");
        var words = new VBox(6, sentence, bar);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        going = new HBox(16, words, stop);
        going.setAlignment(Pos.CENTER_LEFT);
        model.runProperty().subscribe(this::show);
    }

    /** Whether the Models pane has what is missing: a model, or the runtime that tells how likely answers are. */
    private boolean modelsHelp() {
        var known = model.knownProperty().get();
        return known != null && (known.models().isEmpty() || !known.computer().scores());
    }

    private void show(MeasureModel.Run run) {
        switch (run) {
            case MeasureModel.Run.Going(var text, var share) -> {
                sentence.setText(text);
                bar.setProgress(share);
                if (!getChildren().contains(going)) getChildren().setAll(going);
            }
            case MeasureModel.Run.Idle(var problems) -> {
                getChildren().clear();
                problems.forEach(problem -> getChildren().add(Labels.paragraph(problem.full(), "problem-text")));
                if (problems.isEmpty()) break;
                var dismiss = Buttons.plain(TEXTS.get("measure.dismiss"), model::dismiss);
                getChildren().add(modelsHelp() ? new HBox(8, Buttons.plain(TEXTS.get("measure.models"), openModels), dismiss) : new HBox(dismiss));
            }
        }
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
    }
}
