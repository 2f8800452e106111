package app.parlance.desktop.models;

import static app.parlance.desktop.models.ModelWords.TEXTS;

import app.parlance.desktop.models.Transfer.State;
import app.parlance.desktop.widget.Buttons;
import app.parlance.desktop.widget.Icons;
import app.parlance.desktop.widget.Labels;
import app.parlance.model.CatalogueEntry;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The foot of a card for a model on offer: what it is and Get, then its progress, pause, resume, discard, or what went wrong. */
final class DownloadBox extends VBox {
    private final ModelsModel model;
    private final CatalogueEntry entry;
    private final Node idle;
    private final boolean narrow;
    private ProgressLine progress;
    private Class<?> shown;

    /**
     * @param idle what stands here while nothing has been fetched
     * @param narrow for cards of some 200 px
     */
    DownloadBox(ModelsModel model, CatalogueEntry entry, Node idle, boolean narrow) {
        super(8);
        this.model = model;
        this.entry = entry;
        this.idle = idle;
        this.narrow = narrow;
        setFillWidth(true);
        setMinHeight(narrow ? 64 : 30); // as high as its progress, so that pressing Get moves nothing
        setAlignment(narrow ? Pos.BOTTOM_LEFT : Pos.CENTER_LEFT);
        model.download(entry).stateProperty().subscribe(this::show);
    }

    static Button getButton(LicenceQuestion licence, CatalogueEntry entry) {
        var get = Buttons.accent(TEXTS.get("get"), () -> licence.get(entry));
        get.setId(ModelWords.id("get", entry.id()));
        get.setAccessibleText(TEXTS.get("get.accessible", entry.name()));
        return get;
    }

    private void show(State state) {
        if (state instanceof State.Running running && progress != null && shown == State.Running.class) {
            progress.show(running);
            return;
        }
        boolean focused = getScene() != null && getScene().getFocusOwner() != null && holds(getScene().getFocusOwner());
        shown = state.getClass();
        progress = null;
        switch (state) {
            case State.Idle _ -> getChildren().setAll(idle);
            case State.Running running -> {
                progress = new ProgressLine(entry.name(), narrow, button(Feather.PAUSE, "pause", () -> model.pause(entry)));
                progress.show(running);
                getChildren().setAll(progress);
            }
            case State.Paused paused -> {
                progress = new ProgressLine(entry.name(), narrow, resume("resume"), discard());
                progress.showPaused(paused);
                getChildren().setAll(progress);
            }
            case State.Failed failed -> {
                var text = Labels.paragraph(failed.problem().full(), "problem-text");
                text.setId(ModelWords.id("problem", entry.id()));
                var actions = new HBox(8, new Region(), resume("retry"));
                HBox.setHgrow(actions.getChildren().getFirst(), Priority.ALWAYS);
                if (failed.done() > 0) actions.getChildren().add(1, discard());
                getChildren().setAll(text, actions);
            }
        }
        if (focused) focusFirstButton();
    }

    private Button resume(String key) {
        var resume = Buttons.plain(TEXTS.get(key), () -> model.get(entry));
        resume.setId(ModelWords.id(key, entry.id()));
        resume.setAccessibleText(TEXTS.get(key + ".accessible", entry.name()));
        return resume;
    }

    private Button discard() {
        return button(Feather.X, "discard", () -> model.discard(entry));
    }

    private Button button(Feather icon, String key, Runnable run) {
        var button = Icons.button(icon, TEXTS.get(key + ".accessible", entry.name()), run);
        button.setId(ModelWords.id(key, entry.id()));
        return button;
    }

    private boolean holds(Node node) {
        for (var at = node; at != null; at = at.getParent()) {
            if (at == this) return true;
        }
        return false;
    }

    /** The pressed button has gone with the state it belonged to; the keyboard goes on with what took its place. */
    private void focusFirstButton() {
        lookupAll(".button").stream().findFirst().ifPresent(Node::requestFocus);
    }
}
