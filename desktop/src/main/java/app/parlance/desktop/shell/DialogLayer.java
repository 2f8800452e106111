package app.parlance.desktop.shell;

import app.parlance.desktop.widget.Dialogs;
import app.parlance.desktop.widget.Texts;
import app.parlance.desktop.widget.Prose;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Dialogs inside the window: a veil over everything, one box in the middle that keeps the focus. */
final class DialogLayer extends StackPane implements Dialogs {
    private static final Texts TEXTS = Texts.of(DialogLayer.class);

    private static final double MARGIN = 64;

    private final VBox box = new VBox(16);
    private Node focusBefore;
    private Node first;

    DialogLayer() {
        getStyleClass().add("dialog-veil");
        box.getStyleClass().add("dialog-box");
        box.setAccessibleRole(AccessibleRole.DIALOG);
        getChildren().add(box);
        setVisible(false);
        setOnMousePressed(press -> {
            if (press.getTarget() == this) close();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, press -> {
            if (press.getCode() == KeyCode.ESCAPE) close();
            press.consume();
        });
        sceneProperty().subscribe(scene -> {
            if (scene != null) scene.focusOwnerProperty().subscribe(this::keepFocus);
        });
    }

    @Override
    public void confirm(String title, String text, String action, Runnable run) {
        var act = button(action, run);
        act.getStyleClass().add("danger");
        var cancel = cancel();
        open(title, paragraph(text), List.of(cancel, act), cancel);
    }

    @Override
    public void choose(String title, String text, Choice... choices) {
        var buttons = new ArrayList<Button>();
        buttons.add(cancel());
        for (var choice : choices) buttons.add(1, button(choice.action(), choice.run()));
        var usual = buttons.getLast();
        usual.getStyleClass().add("accent");
        open(title, paragraph(text), buttons, usual);
    }

    @Override
    public void show(String title, Node content) {
        show(title, content, null);
    }

    @Override
    public void show(String title, Node content, Node focus) {
        var close = button(TEXTS.get("dialog.close"), () -> { });
        close.setCancelButton(true);
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        open(title, scroll, List.of(close), focus == null ? close : focus);
    }

    @Override
    public void close() {
        if (!isVisible()) return;
        setVisible(false);
        box.getChildren().clear();
        first = null;
        if (focusBefore != null) focusBefore.requestFocus();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.min(box.prefWidth(-1), getWidth() - MARGIN);
        double height = Math.min(box.prefHeight(width), getHeight() - MARGIN);
        layoutInArea(box, (getWidth() - width) / 2, (getHeight() - height) / 2, width, height, 0, HPos.CENTER, VPos.CENTER);
    }

    private void open(String title, Node content, List<Button> buttons, Node focus) {
        if (!isVisible()) focusBefore = getScene().getFocusOwner();
        var head = new Label(title);
        head.getStyleClass().add("dialog-title");
        Prose.label(head);
        head.setMinHeight(Region.USE_PREF_SIZE);
        var foot = new HBox(8);
        foot.setAlignment(Pos.CENTER_RIGHT);
        foot.setMinHeight(Region.USE_PREF_SIZE);
        foot.getChildren().addAll(buttons);
        VBox.setVgrow(content, Priority.ALWAYS);
        box.getChildren().setAll(head, content, foot);
        box.setAccessibleText(title);
        first = focus;
        setVisible(true);
        box.applyCss(); // what stands in a scroll pane is in the scene only then
        focus.requestFocus();
    }

    private static Label paragraph(String text) {
        var label = new Label(text);
        Prose.label(label);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Button cancel() {
        var cancel = button(TEXTS.get("dialog.cancel"), () -> { });
        cancel.setCancelButton(true);
        return cancel;
    }

    private Button button(String text, Runnable run) {
        var button = new Button(text);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> {
            close();
            run.run();
        });
        return button;
    }

    /** Tab must not lead out of the box, to controls that the veil covers. */
    private void keepFocus(Node owner) {
        if (!isVisible() || first == null) return;
        for (var node = owner; node != null; node = node.getParent()) {
            if (node == box) return;
        }
        Platform.runLater(() -> {
            if (first != null) first.requestFocus();
        });
    }
}
