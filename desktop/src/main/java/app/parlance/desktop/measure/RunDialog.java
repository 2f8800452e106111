package app.parlance.desktop.measure;

import static app.parlance.desktop.measure.Words.TEXTS;

import app.parlance.desktop.models.DialogColumn;
import app.parlance.desktop.widget.Buttons;
import app.parlance.desktop.widget.Dialogs;
import app.parlance.desktop.widget.FileChoice;
import app.parlance.desktop.widget.Labels;
import app.parlance.engine.CacheType;
import app.parlance.measure.superglue.SuperGlue;
import app.parlance.mode.Mode;
import app.parlance.model.StoredModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;

/** Asks what to measure: which models, and what of them. */
final class RunDialog {
    /** What a dialog has above and below the choices, with the veil's margin. */
    private static final double AROUND = 250;

    private final MeasureModel model;
    private final Dialogs dialogs;
    private final FileChoice files;
    private final Runnable openModels;

    RunDialog(MeasureModel model, Dialogs dialogs, FileChoice files, Runnable openModels) {
        this.model = model;
        this.dialogs = dialogs;
        this.files = files;
        this.openModels = openModels;
    }

    void show(Bench.Known known) {
        var box = new DialogColumn(8, Labels.paragraph(TEXTS.get("run.text"), "muted"), Labels.line(TEXTS.get("run.models"), "section-title"));
        var models = new LinkedHashMap<StoredModel, CheckBox>();
        known.models().forEach(each -> models.put(each, check(each.name(), true, "model-" + models.size())));
        box.getChildren().addAll(models.values());
        box.getChildren().add(Labels.line(TEXTS.get("run.what"), "section-title"));
        boolean scores = known.computer().scores();
        var speed = check(TEXTS.get("run.what.speed"), true, "what-speed");
        var tune = check(TEXTS.get("run.what.tune"), false, "what-tune");
        var accuracy = check(TEXTS.get("run.what.accuracy", model.bench().shippedTasks().stream().map(Words::task).collect(Collectors.joining(", "))), scores, "what-accuracy");
        boolean picks = scores && known.models().size() > 1 && known.modes().stream().anyMatch(each -> each.mode() == Mode.AUTO);
        var auto = check(TEXTS.get("run.what.auto"), picks, "what-auto");
        var again = check(TEXTS.get("run.again"), false, "what-again");
        var file = new FileOf(files);
        box.getChildren().addAll(speed, tune, accuracy);
        if (picks) box.getChildren().add(auto);
        if (scores) box.getChildren().addAll(file, again);
        else {
            accuracy.setDisable(true);
            box.getChildren().addAll(Labels.paragraph(TEXTS.get("run.scores"), "muted"), Buttons.plain(TEXTS.get("measure.models"), () -> {
                dialogs.close();
                openModels.run();
            }));
        }
        var start = Buttons.accent(TEXTS.get("run.start"), () -> {
            var chosen = models.entrySet().stream().filter(each -> each.getValue().isSelected()).map(java.util.Map.Entry::getKey).toList();
            dialogs.close();
            var jobs = jobs(chosen, speed.isSelected(), tune.isSelected(), accuracy.isSelected(), file);
            // last: Auto picks by the speeds that were measured before
            if (picks && auto.isSelected()) model.bench().shippedTasks().forEach(task -> jobs.add(new Job.AutoQuestions(task, Optional.empty())));
            model.measure(jobs, again.isSelected());
        });
        start.setId("run-start");
        start.setDefaultButton(true);
        var foot = new HBox(start);
        foot.setAlignment(Pos.CENTER_RIGHT);
        // Start stays in sight however many models there are
        var choices = new ScrollPane(box);
        choices.setFitToWidth(true);
        choices.maxHeightProperty().bind(choices.sceneProperty().flatMap(Scene::heightProperty).map(height -> height.doubleValue() - AROUND).orElse(Double.MAX_VALUE));
        dialogs.show(TEXTS.get("run.title"), new DialogColumn(12, choices, foot));
        Platform.runLater(start::requestFocus);
    }

    private List<Job> jobs(List<StoredModel> models, boolean speed, boolean tune, boolean accuracy, FileOf file) {
        var jobs = new ArrayList<Job>();
        for (var each : models) {
            if (tune) jobs.add(new Job.Tune(each));
            if (speed) jobs.add(new Job.Quickness(each, CacheType.F16));
            if (accuracy) model.bench().shippedTasks().forEach(task -> jobs.add(new Job.Questions(each, CacheType.F16, task, Optional.empty())));
            file.chosen.ifPresent(path -> jobs.add(new Job.Questions(each, CacheType.F16, file.task.getValue(), Optional.of(path))));
        }
        return jobs;
    }

    private static CheckBox check(String text, boolean selected, String id) {
        var check = new CheckBox(text);
        check.setId(id);
        check.setMnemonicParsing(false);
        check.setWrapText(true);
        check.setSelected(selected);
        return check;
    }

    /** A file of the person's own, and which task's rows it holds: guessed from its name. */
    private static final class FileOf extends HBox {
        private final ChoiceBox<String> task = new ChoiceBox<>();
        private Optional<Path> chosen = Optional.empty();

        FileOf(FileChoice files) {
            super(8);
            setAlignment(Pos.CENTER_LEFT);
            Arrays.stream(SuperGlue.values()).map(SuperGlue::word).forEach(task.getItems()::add);
            task.setValue("boolq");
            task.setAccessibleText(TEXTS.get("run.file.task"));
            var choose = Buttons.plain(TEXTS.get("run.file"), () -> { });
            choose.setId("what-file");
            choose.setOnAction(_ -> files.open(TEXTS.get("run.file.title"), TEXTS.get("run.file.kind"), "jsonl").ifPresent(path -> {
                chosen = Optional.of(path);
                choose.setText(path.getFileName().toString());
                var name = path.toAbsolutePath().toString().toLowerCase(java.util.Locale.ROOT);
                task.getItems().stream().filter(name::contains).findFirst().ifPresent(task::setValue);
            }));
            getChildren().addAll(choose, task);
        }
    }
}
