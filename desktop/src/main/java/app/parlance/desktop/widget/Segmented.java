package app.parlance.desktop.widget;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** One of a few, all in sight: buttons in one frame of which exactly one is down. Arrow keys move the choice. */
public final class Segmented<T> extends HBox {
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();

    /**
     * @param words what each choice is called, in order
     * @param chosen told when the person has chosen
     */
    public Segmented(Map<T, String> words, T first, Consumer<T> chosen) {
        getStyleClass().add("segmented");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        var group = new ToggleGroup();
        words.forEach((value, word) -> {
            var button = new ToggleButton(word) {
                @Override
                public void fire() {
                    if (!isSelected()) super.fire(); // the one that is down stays down
                }
            };
            button.getStyleClass().setAll("segment");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
            button.setToggleGroup(group);
            button.setSelected(value.equals(first));
            button.selectedProperty().addListener((_, _, selected) -> {
                if (selected) chosen.accept(value);
            });
            buttons.put(value, button);
            getChildren().add(button);
        });
    }

    /** What a choice is, as its tooltip. */
    public void describe(T value, String text) {
        buttons.get(value).setTooltip(new Tooltip(text));
    }

    /** Shows a choice, and tells of it as if it had been pressed. */
    public void select(T value) {
        buttons.get(value).setSelected(true);
    }
}
