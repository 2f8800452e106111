package app.parlance.desktop.transcript;

import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/**
 * Keeps the end in view while text comes in, as long as the reader is there. Any scrolling up ends that at once; coming
 * back to the end, or the pill that tells of new text, begins it again.
 */
final class Following {
    private final TranscriptArea area;
    private final Button pill;
    private boolean following = true;

    /** @param pane what scrolls the area, scroll bar included */
    Following(TranscriptArea area, Region pane, Button pill) {
        this.area = area;
        this.pill = pill;
        pill.setVisible(false);
        pill.setOnAction(_ -> {
            end();
            area.requestFocus();
        });
        pane.addEventFilter(ScrollEvent.SCROLL, e -> {
            if (e.getDeltaY() > 0) following = false;
            if (e.getDeltaY() < 0) lookAfterLayout();
        });
        pane.addEventFilter(MouseEvent.MOUSE_DRAGGED, _ -> lookAfterLayout());
        pane.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> lookAfterLayout());
        pane.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.END && !e.isShiftDown()) {
                end();
                e.consume();
            }
            switch (e.getCode()) {
                case UP, PAGE_UP, HOME -> following = false;
                case DOWN, PAGE_DOWN -> lookAfterLayout();
                default -> { }
            }
        });
        pane.heightProperty().addListener(_ -> stay());
        pane.widthProperty().addListener(_ -> stay());
    }

    /** Text has come in at the end. */
    void grown() {
        if (following) end();
        else pill.setVisible(true);
    }

    /** Shows the end, and follows it from now on. */
    void end() {
        following = true;
        pill.setVisible(false);
        area.showParagraphAtBottom(area.lineCount() - 1);
    }

    /** The view goes elsewhere on purpose. */
    void leave() { following = false; }

    boolean follows() { return following; }

    private void stay() {
        if (following && area.lineCount() > 1) Platform.runLater(() -> area.showParagraphAtBottom(area.lineCount() - 1));
    }

    /** Where the view is now is known only once it has been laid out. */
    private void lookAfterLayout() {
        var scene = area.getScene();
        if (scene == null) return;
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override public void run() {
                scene.removePostLayoutPulseListener(this);
                look();
            }
        });
        Platform.requestNextPulse();
    }

    private void look() {
        if (area.getWidth() <= 0 || area.getVisibleParagraphs().isEmpty()) return;
        boolean atEnd = area.lastVisibleParToAllParIndex() == area.lineCount() - 1;
        following = atEnd;
        if (atEnd) pill.setVisible(false);
    }
}
