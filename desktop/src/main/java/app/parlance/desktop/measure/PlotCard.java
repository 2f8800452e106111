package app.parlance.desktop.measure;

import static app.parlance.desktop.measure.Words.TEXTS;

import app.parlance.desktop.widget.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The plot, with the choice of the task whose accuracy it shows. */
final class PlotCard extends VBox {
    private final Label title = Labels.line(TEXTS.get("plot"), "card-title");
    private final ScatterPlot plot = new ScatterPlot();
    private final ChoiceBox<String> task = new ChoiceBox<>();
    private final HBox choice = new HBox(8, Labels.line(TEXTS.get("plot.task"), "faint"), task);
    private final Label missing = Labels.paragraph("", "faint");
    private final VBox picture;
    private List<Figures> rows = List.of();

    PlotCard() {
        getStyleClass().add("card-box");
        choice.setAlignment(Pos.CENTER_RIGHT);
        choice.setPickOnBounds(false);
        task.setId("plot-task");
        task.setAccessibleText(TEXTS.get("plot.task"));
        task.setConverter(new StringConverter<>() {
            @Override
            public String toString(String word) {
                return word == null ? "" : Words.task(word);
            }

            @Override
            public String fromString(String text) {
                throw new UnsupportedOperationException();
            }
        });
        task.valueProperty().subscribe(this::draw);
        picture = new VBox(8, title, Labels.paragraph(TEXTS.get("plot.text"), "muted"), plot, missing);
        picture.getStyleClass().add("picture");
        VBox.setVgrow(plot, Priority.ALWAYS);
        VBox.setVgrow(picture, Priority.ALWAYS);
        choice.setMaxSize(javafx.scene.layout.Region.USE_PREF_SIZE, javafx.scene.layout.Region.USE_PREF_SIZE);
        var stack = new StackPane(picture, choice);
        StackPane.setAlignment(choice, Pos.TOP_RIGHT);
        VBox.setVgrow(stack, Priority.ALWAYS);
        getChildren().add(stack);
    }

    /** What is exported: the title, the plot and what is missing in it. */
    Node picture() {
        return picture;
    }

    /** The processor, for who looks at the plot elsewhere. */
    void describe(String processor) {
        picture.setAccessibleText(TEXTS.get("plot") + ", " + processor);
    }

    /** @param tasks that were measured */
    void show(List<Figures> now, List<String> tasks) {
        rows = now;
        var before = task.getValue();
        if (!task.getItems().equals(tasks)) task.getItems().setAll(tasks);
        task.setValue(tasks.contains(before) ? before : tasks.isEmpty() ? null : tasks.getFirst());
        choice.setVisible(!tasks.isEmpty());
        draw();
    }

    private void draw() {
        var word = task.getValue();
        title.setText(word == null ? TEXTS.get("plot") : TEXTS.get("plot") + " · " + Words.task(word));
        plot.show(rows, word == null ? "" : word);
        missing.setText(word == null ? TEXTS.get("plot.none") : Words.lines(missing(word)));
        missing.setVisible(!missing.getText().isEmpty());
        missing.setManaged(missing.isVisible());
    }

    /** Sentences about the rows that the plot cannot show. */
    private List<String> missing(String word) {
        var lines = new ArrayList<String>();
        rows.stream().filter(Figures::auto).filter(auto -> !auto.isPoint(word)).findFirst().flatMap(auto -> auto.accuracy(word))
                .ifPresent(accuracy -> lines.add(TEXTS.get("plot.auto", Words.percent(accuracy), Words.task(word))));
        var without = rows.stream().filter(row -> !row.isPoint(word) && !(row.auto() && row.accuracies().containsKey(word))).map(Words::name).collect(Collectors.joining(", "));
        if (!without.isEmpty()) lines.add(TEXTS.get("plot.missing", Words.task(word), without));
        return lines;
    }
}
