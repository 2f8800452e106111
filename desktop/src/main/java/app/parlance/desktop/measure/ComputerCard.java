package app.parlance.desktop.measure;

import static app.parlance.desktop.measure.Words.TEXTS;

import app.parlance.desktop.models.BriefName;
import app.parlance.desktop.widget.Buttons;
import app.parlance.desktop.widget.Labels;
import app.parlance.desktop.widget.Sizes;
import app.parlance.measure.Tuned;
import app.parlance.model.StoredModel;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the figures were measured on, and the settings that suit each model here. */
final class ComputerCard extends VBox {
    private final MeasureModel model;

    ComputerCard(MeasureModel model) {
        this.model = model;
        getStyleClass().addAll("card-box", "computer");
        model.runProperty().subscribe(() -> lookupAll(".tune").forEach(button -> button.setDisable(model.running())));
    }

    void show(Bench.Known known) {
        var computer = known.computer();
        getChildren().setAll(Labels.line(TEXTS.get("computer"), "card-title"),
                Labels.paragraph(computer.processor() + ", " + TEXTS.get("computer.size", computer.cores(), Sizes.bytes(computer.memory())), "muted"),
                fact("computer.bandwidth", computer.bandwidth().isPresent()
                        ? TEXTS.get("computer.bandwidth.value", Words.number(computer.bandwidth().getAsDouble() / 1e9, 1)) : TEXTS.get("not.measured")),
                fact("computer.runtime", computer.runtime()), fact("computer.energy", computer.energy()),
                Labels.line(TEXTS.get("computer.threads"), "section-title"));
        known.models().forEach(each -> getChildren().add(tuning(each, known.tuned().get(each.name()))));
    }

    private static Node fact(String key, String value) {
        var name = Labels.paragraph(TEXTS.get(key), "fact");
        name.setPrefWidth(128);
        name.setMinWidth(128);
        var text = Labels.paragraph(value, "fact");
        HBox.setHgrow(text, Priority.ALWAYS);
        var line = new HBox(8, name, text);
        line.getStyleClass().add("fact-line");
        return line;
    }

    private Node tuning(StoredModel each, Tuned tuned) {
        var name = Labels.line(BriefName.of(each.name()), "fact");
        var value = Labels.line(tuned == null ? TEXTS.get("computer.threads.none") : TEXTS.get("computer.threads.value", tuned.threads(), tuned.batch(), tuned.cache()), "faint");
        if (tuned != null) value.setTooltip(new Tooltip(samples(tuned.samples())));
        var words = new VBox(2, name, value);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var tune = Buttons.plain(TEXTS.get("computer.tune"), () -> model.measure(List.of(new Job.Tune(each)), true));
        tune.getStyleClass().addAll("small", "tune");
        tune.setAccessibleText(TEXTS.get("computer.tune.accessible", each.name()));
        tune.setDisable(model.running());
        var line = new HBox(8, words, tune);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("fact-line");
        return line;
    }

    private static String samples(List<Tuned.Sample> samples) {
        return samples.stream().map(each -> TEXTS.get("computer.sample", each.threads(), each.batch(), each.cache(), Words.number(each.millisPerToken()),
                Words.number(each.promptTokensPerSecond(), 0))).collect(Collectors.joining("\n"));
    }
}
