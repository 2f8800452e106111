package app.parlance.desktop.mode;

import static app.parlance.desktop.mode.ModeWords.TEXTS;

import app.parlance.desktop.widget.Icons;
import app.parlance.desktop.widget.Labels;
import app.parlance.desktop.widget.Segmented;
import app.parlance.mode.Mode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** Fast, Balanced, Accurate or Auto, with what the chosen one costs on this machine; in little room one button with a menu, under the lead. */
public final class ModeSelector extends HBox {
    private final ModeModel model;
    private final Segmented<Mode> segments;
    private final MenuButton menu = new MenuButton();
    private final Map<Mode, RadioMenuItem> items = new EnumMap<>(Mode.class);
    private final MenuItem measureItem = new MenuItem();
    private final Label price = Labels.line("", "faint");
    private final Hyperlink measure = new Hyperlink(TEXTS.get("price.none"));
    private final Node stop;
    private final HBox cost;
    private final Consumer<Mode> tell;
    private Mode shown;
    private boolean folded;
    private boolean showing;

    /**
     * @param lead stands before the modes, above what the chosen one costs; for example the name of the model
     * @param chosen told when the person chose a mode
     */
    public ModeSelector(ModeModel model, Node lead, Consumer<Mode> chosen) {
        this.model = model;
        var words = new LinkedHashMap<Mode, String>();
        for (var mode : Mode.values()) words.put(mode, ModeWords.name(mode));
        shown = model.knownProperty().get().chosen();
        tell = mode -> {
            if (showing || mode == shown) return;
            shown = mode;
            refresh();
            chosen.accept(mode);
        };
        segments = new Segmented<>(words, shown, tell);
        segments.setId("mode");
        segments.setAccessibleText(TEXTS.get("name"));
        menu.setId("mode-menu");
        menu.getStyleClass().add("mode-menu");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        words.forEach((mode, word) -> {
            var item = new RadioMenuItem(word);
            item.setOnAction(_ -> tell.accept(mode));
            items.put(mode, item);
            menu.getItems().add(item);
        });
        measureItem.setOnAction(_ -> {
            if (model.runningProperty().get() == null) model.measure(shown);
            else model.stop();
        });
        menu.getItems().addAll(new SeparatorMenuItem(), measureItem);
        measure.setId("measure-mode");
        measure.getStyleClass().add("measure-mode");
        measure.setTooltip(new Tooltip(TEXTS.get("price.measure")));
        measure.setAccessibleText(TEXTS.get("price.measure"));
        measure.setOnAction(_ -> model.measure(shown));
        stop = Icons.button(Feather.X, TEXTS.get("price.stop"), model::stop);
        price.setId("mode-price");
        price.setMinWidth(Region.USE_PREF_SIZE);
        cost = new HBox(4, price, measure, stop);
        cost.getStyleClass().add("cost");
        var above = new VBox(lead, cost, menu);
        above.getStyleClass().add("lead");
        getStyleClass().add("mode-selector");
        getStylesheets().add(ModeSelector.class.getResource("mode.css").toExternalForm());
        getChildren().addAll(above, segments);
        model.knownProperty().subscribe(_ -> refresh());
        model.runningProperty().subscribe(_ -> refresh());
    }

    /** Keys that choose a mode, for the pane to offer while it is open. */
    public Map<KeyCombination, Runnable> shortcuts() {
        var keys = new HashMap<KeyCombination, Runnable>();
        for (var mode : Mode.values()) keys.put(ModeWords.key(mode), () -> tell.accept(mode));
        return keys;
    }

    /** Shows a mode, without telling of it. */
    public void show(Mode mode) {
        shown = mode;
        refresh();
    }

    /** Whether there is little room: then it is one button with a menu, and the prices are in that. */
    public void fold(boolean little) {
        folded = little;
        refresh();
    }

    private void refresh() {
        showing = true;
        var known = model.knownProperty().get();
        segments.select(shown);
        for (var mode : Mode.values()) segments.describe(mode, ModeWords.tip(mode, known));
        menu.setText(ModeWords.name(shown));
        menu.setAccessibleText(TEXTS.get("name.chosen", ModeWords.name(shown)));
        var tip = new Tooltip(ModeWords.tip(shown, known));
        tip.setShowDelay(Duration.millis(400));
        menu.setTooltip(tip);
        items.forEach((mode, item) -> {
            item.setSelected(mode == shown);
            item.setText(ModeWords.withCost(mode, known));
        });
        var running = model.runningProperty().get();
        measureItem.setText(running != null ? TEXTS.get("price.stop.share", running.share()) : TEXTS.get("price.measure.mode", ModeWords.name(shown)));
        measureItem.setDisable(!known.prices().containsKey(shown));
        var knownCost = known.prices().get(shown);
        var line = knownCost == null ? "" : ModeWords.line(knownCost).orElse("");
        price.setText(running != null ? TEXTS.get("price.measuring", running.share()) : line);
        put(segments, !folded);
        put(menu, folded);
        put(price, !price.getText().isEmpty());
        put(stop, running != null);
        put(measure, running == null && knownCost != null && line.isEmpty());
        put(cost, !folded && (price.isVisible() || measure.isVisible()));
        showing = false;
    }

    private static void put(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
