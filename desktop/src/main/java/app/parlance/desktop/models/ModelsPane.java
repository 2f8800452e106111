package app.parlance.desktop.models;

import static app.parlance.desktop.models.ModelWords.TEXTS;

import app.parlance.desktop.shell.Pane;
import app.parlance.desktop.shell.Shell;
import app.parlance.desktop.widget.FileChoice;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The Models pane: what is on this computer, what can be had, and what could not be used. */
public final class ModelsPane implements Pane {
    public static final String ID = "models";

    private final Shell shell;
    private final ModelsModel model;
    private final RuntimeModel runtime;
    private final FileChoice files;
    private final CardNotes notes;
    private ModelsView view;

    /** @param notes what stands on the cards of models on this computer */
    public ModelsPane(Shell shell, ModelsModel model, RuntimeModel runtime, FileChoice files, CardNotes notes) {
        this.shell = shell;
        this.model = model;
        this.runtime = runtime;
        this.files = files;
        this.notes = notes;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return TEXTS.get("title");
    }

    @Override
    public Ikon icon() {
        return Feather.BOX;
    }

    @Override
    public Node content() {
        if (view == null) view = new ModelsView(model, runtime, shell.newHeader(title()), shell.dialogs(), files, notes);
        return view;
    }

    @Override
    public void shown() {
        model.refresh();
        runtime.refresh();
    }
}
