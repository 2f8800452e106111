package app.parlance.desktop.measure;

import static app.parlance.desktop.measure.Words.TEXTS;

import app.parlance.desktop.shell.Shell;
import app.parlance.desktop.widget.Buttons;
import app.parlance.desktop.widget.FileChoice;
import app.parlance.desktop.widget.Labels;
import app.parlance.desktop.widget.Sizes;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The Measure pane's header and cards. */
final class MeasureView extends VBox {
    private static final double WIDE = 900;

    private final MeasureModel model;
    private final Shell shell;
    private final RunDialog dialog;
    private final Label last = Labels.line("", "faint");
    private final MenuButton export = new MenuButton(TEXTS.get("export"));
    private final Button measure = Buttons.accent(TEXTS.get("measure"), this::ask);
    private final PlotCard plot = new PlotCard();
    private final ComputerCard computer;
    private final FiguresCard figures;
    private final VBox content = new VBox(16);
    private List<Figures> rows = List.of();

    MeasureView(MeasureModel model, Shell shell, FileChoice files) {
        this.model = model;
        this.shell = shell;
        dialog = new RunDialog(model, shell.dialogs(), files, () -> shell.open("models"));
        computer = new ComputerCard(model);
        figures = new FiguresCard(model);
        measure.setId("measure");
        export.setId("export");
        var exports = new Exports(shell, files);
        export.getItems().addAll(item("export.picture", () -> exports.picture(plot)), item("export.table", () -> exports.table(rows, figures.tasks())));
        var header = shell.newHeader(TEXTS.get("title"));
        header.setTools(last, export, measure);
        var column = new VBox(16, new RunStrip(model, () -> shell.open("models")), content);
        column.getStyleClass().add("sections");
        var scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getStyleClass().add("measure");
        getStylesheets().add(MeasureView.class.getResource("measure.css").toExternalForm());
        getChildren().addAll(header, scroll);
        model.knownProperty().subscribe(this::show);
        model.runProperty().subscribe(() -> measure.setDisable(model.running() || nothingToMeasure()));
        widthProperty().subscribe(this::arrange);
    }

    private static MenuItem item(String key, Runnable run) {
        var item = new MenuItem(TEXTS.get(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(_ -> run.run());
        return item;
    }

    private boolean nothingToMeasure() {
        var known = model.knownProperty().get();
        return known == null || known.models().isEmpty();
    }

    private void ask() {
        dialog.show(model.knownProperty().get());
    }

    private void show(Bench.Known known) {
        measure.setDisable(model.running() || nothingToMeasure());
        if (known == null) return;
        rows = Figures.of(known);
        plot.show(rows, figures.show(rows));
        plot.describe(known.computer().processor());
        computer.show(known);
        var newest = Stream.concat(known.speeds().stream().map(run -> run.measured()), known.accuracies().stream().map(run -> run.measured()))
                .max(Comparator.<Instant>naturalOrder());
        boolean measured = newest.isPresent();
        last.setText(newest.map(at -> model.lastRun().map(took -> TEXTS.get("last.took", Words.when(at), Sizes.duration(took.toSeconds())))
                .orElseGet(() -> TEXTS.get("last", Words.when(at)))).orElse(""));
        measure.setText(TEXTS.get(measured ? "measure.again" : "measure"));
        export.setDisable(!measured);
        arrange();
    }

    private void arrange() {
        var known = model.knownProperty().get();
        if (known == null) return;
        if (known.speeds().isEmpty() && known.accuracies().isEmpty()) {
            content.getChildren().setAll(empty(known.models().isEmpty()));
            return;
        }
        HBox.setHgrow(plot, Priority.ALWAYS);
        if (getWidth() >= WIDE) {
            computer.setPrefWidth(300);
            computer.setMinWidth(300);
            content.getChildren().setAll(new HBox(16, plot, computer), figures);
        } else {
            content.getChildren().setAll(plot, figures, computer);
        }
    }

    private VBox empty(boolean noModel) {
        var text = Labels.paragraph(TEXTS.get(noModel ? "empty.none" : "empty.unmeasured"), "muted");
        text.setMaxWidth(420);
        var button = noModel ? Buttons.accent(TEXTS.get("measure.models"), () -> shell.open("models")) : Buttons.accent(TEXTS.get("measure"), this::ask);
        button.setId("empty-action");
        var box = new VBox(16, Labels.line(TEXTS.get("plot"), "title-large"), text, button);
        box.getStyleClass().add("empty");
        box.setAlignment(Pos.CENTER);
        return box;
    }
}
