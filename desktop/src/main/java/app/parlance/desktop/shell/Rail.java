package app.parlance.desktop.shell;

import app.parlance.desktop.widget.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The column of pane names at the window's left. Arrow keys move between them, Home and End to the ends. */
final class Rail extends VBox {
    private static final Texts TEXTS = Texts.of(Rail.class);

    private final List<ToggleButton> entries = new ArrayList<>();
    private final ToggleGroup group = new ToggleGroup();
    private final Consumer<Pane> chosen;

    Rail(Consumer<Pane> chosen) {
        this.chosen = chosen;
        getStyleClass().add("rail");
        setAccessibleText(TEXTS.get("rail"));
        addEventFilter(KeyEvent.KEY_PRESSED, this::move);
    }

    void fill(List<Pane> top, List<Pane> bottom) {
        top.forEach(this::add);
        var gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        getChildren().add(gap);
        bottom.forEach(this::add);
    }

    void mark(Pane pane) {
        entries.forEach(entry -> entry.setSelected(entry.getUserData() == pane));
    }

    private void add(Pane pane) {
        var icon = new FontIcon(pane.icon());
        var entry = new ToggleButton(pane.title(), icon) {
            @Override
            public void fire() {
                chosen.accept(pane); // pressing the open one again must not let go of it
            }
        };
        int number = entries.size() + 1;
        entry.setId("rail-" + pane.id());
        entry.setUserData(pane);
        entry.setToggleGroup(group);
        entry.setContentDisplay(ContentDisplay.TOP);
        entry.setMnemonicParsing(false);
        entry.setAccessibleRole(AccessibleRole.TAB_ITEM);
        entry.getStyleClass().setAll("rail-entry");
        entry.setTooltip(new Tooltip(TEXTS.get("rail.tip", pane.title(), number)));
        entries.add(entry);
        getChildren().add(entry);
    }

    private void move(KeyEvent press) {
        int at = entries.indexOf(press.getTarget());
        if (at < 0) return;
        int to = switch (press.getCode()) {
            case KeyCode.UP -> at - 1;
            case KeyCode.DOWN -> at + 1;
            case KeyCode.HOME -> 0;
            case KeyCode.END -> entries.size() - 1;
            case KeyCode.LEFT, KeyCode.RIGHT -> at; // kept from leaving the rail by accident
            default -> -2;
        };
        if (to == -2) return;
        press.consume();
        if (to == at) return;
        var entry = entries.get(Math.floorMod(to, entries.size()));
        entry.requestFocus();
        entry.fire();
    }
}
