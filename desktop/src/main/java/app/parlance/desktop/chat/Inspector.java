package app.parlance.desktop.chat;

import app.parlance.desktop.widget.Icons;
import app.parlance.desktop.widget.Prose;
import app.parlance.engine.Sampling;
import app.parlance.history.ConversationSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;

/** What the open conversation is answered with: system prompt, sampling, limits. */
final class Inspector extends VBox {
    private static final List<Integer> CONTEXTS = List.of(0, 2048, 4096, 8192, 16384, 32768, 65536, 131072);

    private final ChatModel model;
    private final TextArea system = new TextArea();
    private final SettingSlider temperature = new SettingSlider("temperature", 0, 2, 0.05, x -> sampling(s -> s.withTemperature(x)));
    private final SettingSlider topP = new SettingSlider("top-p", 0.05, 1, 0.05, x -> sampling(s -> s.withTopP(x)));
    private final SettingSlider topK = new SettingSlider("top-k", 0, 200, 1, x -> sampling(s -> s.withTopK((int) x)));
    private final SettingSlider minP = new SettingSlider("min-p", 0, 0.5, 0.01, x -> sampling(s -> s.withMinP(x)));
    private final SettingSlider repeat = new SettingSlider("repeat", 1, 1.5, 0.01, x -> sampling(s -> s.withRepeatPenalty(x)));
    private final TextField seed = number("seed", -1, x -> sampling(s -> s.withSeed(x)));
    private final TextField limit = number("limit", 0, x -> change(c -> c.withMaxTokens((int) Math.min(x, Integer.MAX_VALUE))));
    private final ComboBox<Integer> context = new ComboBox<>();
    private boolean showing;

    Inspector(ChatModel model, Runnable close) {
        this.model = model;
        var title = new Label(Words.of("inspector.title"));
        title.getStyleClass().add("pane-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var head = new HBox(title, Icons.button(Feather.X, Words.of("inspector.close"), close));
        head.getStyleClass().add("inspector-head");
        var reset = new Button(Words.of("inspector.reset"));
        reset.setId("reset-settings");
        reset.setOnAction(_ -> change(c -> model.defaults(c.model())));
        setUpSystem();
        setUpContext();
        var rows = new VBox(named("system", system), temperature, topP, topK, minP, repeat,
                named("seed", seed), named("limit", limit), named("context", context), reset);
        rows.getStyleClass().add("inspector-rows");
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getStyleClass().add("inspector");
        getChildren().addAll(head, scroll);
        model.currentProperty().flatMap(ConversationModel::settingsProperty).subscribe(this::show);
        model.models().follow(() -> show(model.current().settingsProperty().get()));
    }

    void focusFirst() {
        system.requestFocus();
    }

    private void setUpSystem() {
        system.setId("system-prompt");
        Prose.area(system);
        system.setPrefRowCount(5);
        system.setPromptText(Words.of("inspector.system.prompt"));
        system.focusedProperty().subscribe((was, is) -> {
            if (was && !is) change(c -> c.withSystem(system.getText().strip()));
        });
    }

    private void setUpContext() {
        context.setId("context-size");
        context.setMaxWidth(Double.MAX_VALUE);
        context.setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer tokens) {
                return tokens == null || tokens == 0 ? Words.of("inspector.context.default") : Words.of("inspector.context.tokens", tokens);
            }

            @Override
            public Integer fromString(String text) {
                throw new UnsupportedOperationException("chosen from the list, never typed");
            }
        });
        context.setOnAction(_ -> {
            Integer chosen = context.getValue();
            if (chosen != null) change(c -> c.withContextTokens(chosen));
        });
    }

    private static Node named(String key, Control control) {
        var name = new Label(Words.of("inspector." + key));
        name.setLabelFor(control);
        control.setAccessibleText(name.getText());
        var box = new VBox(6, name, control);
        box.getStyleClass().add("setting");
        return box;
    }

    /** A whole number or nothing; nothing means {@code none}. */
    private static TextField number(String key, long none, LongConsumer chosen) {
        var field = new TextField();
        field.setId("setting-" + key);
        field.setPromptText(Words.of("inspector." + key + ".prompt"));
        field.setTextFormatter(new TextFormatter<>(change -> change.getControlNewText().matches("\\d{0,9}") ? change : null));
        Runnable keep = () -> chosen.accept(whole(field.getText()).orElse(none));
        field.setOnAction(_ -> keep.run());
        field.focusedProperty().subscribe((was, is) -> {
            if (was && !is) keep.run();
        });
        return field;
    }

    private static OptionalLong whole(String text) {
        return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    }

    private void show(ConversationSettings settings) {
        showing = true;
        system.setText(settings.system());
        Sampling sampling = settings.sampling();
        temperature.show(sampling.temperature());
        topP.show(sampling.topP());
        topK.show(sampling.topK());
        minP.show(sampling.minP());
        repeat.show(sampling.repeatPenalty());
        seed.setText(sampling.seed() < 0 ? "" : String.valueOf(sampling.seed()));
        limit.setText(settings.maxTokens() == 0 ? "" : String.valueOf(settings.maxTokens()));
        int trained = model.models().of(settings).map(one -> one.header().contextLength()).orElse(0);
        var sizes = new ArrayList<>(CONTEXTS.stream().filter(size -> size <= trained).toList());
        if (!sizes.contains(settings.contextTokens())) sizes.add(settings.contextTokens());
        context.getItems().setAll(sizes);
        context.setValue(settings.contextTokens());
        showing = false;
    }

    private void sampling(UnaryOperator<Sampling> changed) {
        change(c -> c.withSampling(changed.apply(c.sampling())));
    }

    private void change(UnaryOperator<ConversationSettings> changed) {
        if (showing) return;
        ConversationSettings now = model.current().settingsProperty().get();
        ConversationSettings next = changed.apply(now);
        if (!next.equals(now)) model.current().configure(next);
    }
}
