package app.parlance.desktop.models;

import static app.parlance.desktop.models.ModelWords.TEXTS;

import app.parlance.desktop.models.Transfer.State;
import app.parlance.desktop.widget.Labels;
import app.parlance.desktop.widget.Sizes;
import java.util.StringJoiner;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A bar, what it says in words, and the buttons that act on it. */
final class ProgressLine extends VBox {
    private final ProgressBar bar = new ProgressBar();
    private final Label words = Labels.line("", "faint");

    /**
     * @param name of what is on its way, for a screen reader
     * @param narrow puts the words under the bar, over as many lines as they need
     */
    ProgressLine(String name, boolean narrow, Button... buttons) {
        super(4);
        bar.setMinWidth(56);
        bar.setAccessibleText(TEXTS.get("progress.accessible", name));
        words.getStyleClass().add("progress-words");
        var line = new HBox(10, bar);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(line);
        if (narrow) {
            bar.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(bar, Priority.ALWAYS);
            words.setWrapText(true);
            words.setMinHeight(Region.USE_PREF_SIZE);
            getChildren().add(words);
        } else {
            bar.setPrefWidth(170);
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            line.getChildren().addAll(words, gap);
        }
        line.getChildren().addAll(buttons);
    }

    void show(State.Running now) {
        bar.setProgress(now.total() > 0 ? now.done() / (double) now.total() : ProgressBar.INDETERMINATE_PROGRESS);
        if (now.complete()) {
            words.setText(TEXTS.get("progress.checking"));
            return;
        }
        var text = new StringJoiner(" · ");
        text.add(now.total() > 0 ? Sizes.of(now.done(), now.total()) : TEXTS.get("progress.starting"));
        if (now.rate() > 0) text.add(TEXTS.get("progress.rate", Sizes.bytes(now.rate())));
        if (now.secondsLeft() >= 0) text.add(TEXTS.get("progress.left", Sizes.duration(now.secondsLeft())));
        words.setText(text.toString());
    }

    void showPaused(State.Paused paused) {
        bar.setProgress(paused.total() > 0 ? paused.done() / (double) paused.total() : 0);
        words.setText(TEXTS.get("progress.paused", Sizes.of(paused.done(), paused.total())));
    }
}
