package app.parlance.desktop.chat;

import atlantafx.base.controls.ProgressSliderSkin;
import atlantafx.base.theme.Styles;
import java.text.NumberFormat;
import java.util.function.DoubleConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A number with its name, its value, and a slider that changes it in steps. */
final class SettingSlider extends VBox {
    private final Slider slider;
    private final Label value = new Label();
    private final double step;
    private boolean showing;

    /**
     * @param key its texts are {@code inspector.KEY} and {@code inspector.KEY.tip}
     * @param chosen told when the person has chosen a value
     */
    SettingSlider(String key, double least, double most, double step, DoubleConsumer chosen) {
        this.step = step;
        slider = new Slider(least, most, least);
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.getStyleClass().add(Styles.SMALL);
        slider.setId("setting-" + key);
        slider.setBlockIncrement(step);
        var name = new Label(Words.of("inspector." + key));
        name.setMaxWidth(Double.MAX_VALUE);
        name.setLabelFor(slider);
        HBox.setHgrow(name, Priority.ALWAYS);
        value.getStyleClass().add("setting-value");
        slider.setAccessibleText(name.getText());
        var tip = new Tooltip(Words.of("inspector." + key + ".tip"));
        tip.setWrapText(true);
        tip.setMaxWidth(280);
        Tooltip.install(this, tip);
        getStyleClass().add("setting");
        getChildren().addAll(new HBox(name, value), slider);
        slider.valueProperty().subscribe((_, _) -> {
            showValue();
            if (!showing && !slider.isValueChanging()) chosen.accept(value());
        });
        slider.valueChangingProperty().subscribe((_, dragging) -> {
            if (!dragging && !showing) chosen.accept(value());
        });
    }

    void show(double newValue) {
        showing = true;
        slider.setValue(newValue);
        showValue();
        showing = false;
    }

    private double value() {
        return Math.round(slider.getValue() / step) * step;
    }

    private void showValue() {
        var format = NumberFormat.getNumberInstance();
        format.setMaximumFractionDigits(2);
        value.setText(format.format(value()));
    }
}
