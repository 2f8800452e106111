package app.parlance.desktop.settings;

import app.parlance.app.Parlance;
import app.parlance.desktop.models.ModelsModel;
import app.parlance.desktop.models.RuntimeModel;
import app.parlance.desktop.shell.Pane;
import app.parlance.desktop.shell.Shell;
import app.parlance.desktop.widget.FileChoice;
import app.parlance.desktop.widget.Texts;
import app.parlance.mode.Modes;
import app.parlance.problem.ProblemException;
import java.nio.file.Path;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The Settings pane. */
public final class SettingsPane implements Pane {
    public static final String ID = "settings";
    /** Settings key of the system prompt that new conversations start with. */
    public static final String SYSTEM_KEY = Parlance.DEFAULT_SYSTEM;
    /** Settings key: "false" where nothing of what models computed of conversations is kept. */
    public static final String KEEP_STATE_KEY = Parlance.KEEP_STATE;
    static final Texts TEXTS = Texts.of(SettingsPane.class);

    /** What the pane lets the person do beyond choices of its own; called on a virtual thread. */
    public interface Deeds {
        /** Writes the diagnostics, without any conversation text. */
        void exportDiagnostics(Path file) throws ProblemException;

        /** Deletes every conversation for good. */
        void deleteConversations() throws ProblemException;

        /** What the files take in which models keep what they computed of conversations. */
        long keptStateBytes() throws ProblemException;

        /** Deletes those files; conversations stay. */
        void deleteKeptState() throws ProblemException;
    }

    private final Shell shell;
    private final ModelsModel models;
    private final FileChoice files;
    private final Path dataFolder;
    private final RuntimeModel runtime;
    private final Modes modes;
    private final Deeds deeds;
    private SettingsView view;

    /**
     * @param dataFolder where conversations lie
     * @param runtime which llama.cpp runs models
     * @param modes whose defaults are set here
     */
    public SettingsPane(Shell shell, ModelsModel models, FileChoice files, Path dataFolder, RuntimeModel runtime, Modes modes, Deeds deeds) {
        this.shell = shell;
        this.models = models;
        this.files = files;
        this.dataFolder = dataFolder;
        this.runtime = runtime;
        this.modes = modes;
        this.deeds = deeds;
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
        return Feather.SETTINGS;
    }

    @Override
    public Node content() {
        if (view == null) view = new SettingsView(shell, models, files, dataFolder, runtime, modes, deeds);
        return view;
    }

    @Override
    public void shown() {
        models.refresh();
        runtime.refresh();
        if (view != null) view.shown();
    }
}
