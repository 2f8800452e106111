package app.parlance.desktop.measure;

import static app.parlance.desktop.measure.Words.TEXTS;

import app.parlance.app.Parlance;
import app.parlance.desktop.shell.Pane;
import app.parlance.desktop.shell.Shell;
import app.parlance.desktop.widget.FileChoice;
import app.parlance.mode.Modes;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The Measure pane: how quick and how often right the models are on this computer, and the run that finds out. */
public final class MeasurePane implements Pane {
    public static final String ID = "measure";

    private final Shell shell;
    private final MeasureModel model;
    private final FileChoice files;
    private MeasureView view;

    public MeasurePane(Shell shell, MeasureModel model, FileChoice files) {
        this.shell = shell;
        this.model = model;
        this.files = files;
    }

    /**
     * The pane's model over this program's parts; to be closed with the window.
     *
     * @param modes whose choices are marked; empty marks none
     * @param ui runs one after the other what touches the properties
     */
    public static MeasureModel model(Parlance parts, Optional<Modes> modes, Executor ui) {
        return new MeasureModel(new RuntimeBench(parts, modes), ui);
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
        return Feather.TRENDING_UP;
    }

    @Override
    public Node content() {
        if (view == null) view = new MeasureView(model, shell, files);
        return view;
    }

    @Override
    public void shown() {
        model.refresh();
    }
}
