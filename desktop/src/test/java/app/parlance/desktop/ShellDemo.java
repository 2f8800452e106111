package app.parlance.desktop;

import app.parlance.app.Parlance;
import app.parlance.desktop.models.CardNotes;
import app.parlance.desktop.models.ModelTools;
import app.parlance.desktop.models.ModelsModel;
import app.parlance.desktop.models.ModelsPane;
import app.parlance.desktop.models.RuntimeModel;
import app.parlance.desktop.models.StarterView;
import app.parlance.desktop.models.Support;
import app.parlance.desktop.settings.SettingsPane;
import app.parlance.desktop.shell.Pane;
import app.parlance.desktop.shell.Shell;
import app.parlance.desktop.shell.Theme;
import app.parlance.desktop.widget.Png;
import app.parlance.desktop.widget.SystemFileChoice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/**
 * The frame with its own panes, for looking at it: {@code HOME [PANE THEME WIDTH HEIGHT PICTURE.png]}.
 * With a picture named it takes one and ends, else it stays open.
 */
public final class ShellDemo {
    private ShellDemo() { }

    static void main(String[] arguments) {
        Application.launch(Window.class, arguments);
    }

    /** The window; apart from the main class, for Java refuses to start one that is an Application off the module path. */
    public static final class Window extends Application {
        @Override
        public void start(Stage stage) {
            var arguments = getParameters().getRaw();
            var environment = new java.util.HashMap<>(System.getenv());
            environment.put("PARLANCE_HOME", arguments.getFirst());
            var parts = new Parlance(environment);
            var shell = new Shell(stage, parts.settings(), parts.connections());
            var models = new ModelsModel(parts.models(), parts.catalogue(), parts.fetch(), ModelTools.of(parts), architecture -> Support.of(parts.engine(), architecture), shell.preferences(),
                    shell.notices()::problem, Platform::runLater);
            var runtime = new RuntimeModel(parts::natives, parts::engine, parts::prefer, shell.preferences(), shell.notices()::problem, Platform::runLater);
            runtime.onChange(models::refresh);
            var files = new SystemFileChoice(stage);
            var settings = new SettingsPane(shell, models, files, parts.folders().data(), runtime, parts.modes(), new SettingsPane.Deeds() {
                @Override
                public void exportDiagnostics(Path file) { }

                @Override
                public void deleteConversations() { }

                @Override
                public long keptStateBytes() {
                    return 312_000_000;
                }

                @Override
                public void deleteKeptState() { }
            });
            var starter = new Starter(shell, new StarterView(models, shell.dialogs(), files, model -> shell.notices().say(model.name() + " is ready.")), models);
            shell.show(List.of(starter, new ModelsPane(shell, models, runtime, files, CardNotes.NONE)), List.of(settings));
            if (arguments.size() < 6) return;
            shell.theme().choose(Theme.Choice.valueOf(arguments.get(2)));
            shell.open(arguments.get(1));
            stage.setWidth(Double.parseDouble(arguments.get(3)));
            stage.setHeight(Double.parseDouble(arguments.get(4)));
            var settled = new PauseTransition(Duration.seconds(2.5));
            settled.setOnFinished(_ -> {
                picture(stage.getScene(), Path.of(arguments.get(5)));
                Platform.exit();
            });
            settled.play();
        }
    }

    private static void picture(Scene scene, Path file) {
        try {
            Png.write(scene.snapshot(null), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Starter(Shell shell, VBox content, ModelsModel models) implements Pane {
        Starter(Shell shell, StarterView view, ModelsModel models) {
            this(shell, new VBox(shell.newHeader("New conversation"), view), models);
            VBox.setVgrow(view, Priority.ALWAYS);
        }

        @Override
        public String id() {
            return "chat";
        }

        @Override
        public String title() {
            return "Chat";
        }

        @Override
        public Ikon icon() {
            return Feather.MESSAGE_SQUARE;
        }

        @Override
        public void shown() {
            models.refresh();
        }
    }
}
