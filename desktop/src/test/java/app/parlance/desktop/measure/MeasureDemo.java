package app.parlance.desktop.measure;

import app.parlance.app.Parlance;
import app.parlance.desktop.shell.Shell;
import app.parlance.desktop.shell.Theme;
import app.parlance.desktop.widget.Png;
import app.parlance.desktop.widget.SystemFileChoice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import javafx.util.Duration;

/** The pane with plausible figures, for looking at it: {@code HOME FOLDER_OF_PICTURES}; takes one in each theme and size, then ends. */
public final class MeasureDemo {
    private MeasureDemo() { }

    static void main(String[] arguments) {
        Application.launch(Window.class, arguments);
    }

    private record Shot(Theme.Choice theme, int width, int height) { }

    /** The window; apart from the main class, for Java refuses to start one that is an Application off the module path. */
    public static final class Window extends Application {
        private final ArrayList<Shot> shots = new ArrayList<>();
        private Shell shell;
        private Stage stage;
        private Path folder;

        @Override
        public void start(Stage window) throws Exception {
            stage = window;
            var arguments = getParameters().getRaw();
            folder = Path.of(arguments.get(1));
            var environment = new HashMap<>(System.getenv());
            environment.put("PARLANCE_HOME", arguments.getFirst());
            var parts = new Parlance(environment);
            if (parts.measurements().speeds().isEmpty()) Samples.add(parts.measurements());
            shell = new Shell(stage, parts.settings(), parts.connections());
            var model = MeasurePane.model(parts, java.util.Optional.empty(), Platform::runLater);
            shell.show(List.of(new MeasurePane(shell, model, new SystemFileChoice(stage))), List.of());
            for (var theme : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                shots.add(new Shot(theme, 820, 560));
                shots.add(new Shot(theme, 1180, 780));
                shots.add(new Shot(theme, 1920, 1080));
            }
            wait(4, this::next);
        }

        private void next() {
            if (shots.isEmpty()) {
                Platform.exit();
                return;
            }
            var shot = shots.removeFirst();
            shell.theme().choose(shot.theme());
            stage.setWidth(shot.width());
            stage.setHeight(shot.height());
            if (stage.getScene().lookup("#figures") instanceof TableView<?> table) table.getSelectionModel().select(1);
            wait(1, () -> {
                picture(folder.resolve("measure-" + shot.theme().name().toLowerCase(java.util.Locale.ROOT) + "-" + shot.width() + ".png"));
                next();
            });
        }

        private static void wait(double seconds, Runnable then) {
            var pause = new PauseTransition(Duration.seconds(seconds));
            pause.setOnFinished(_ -> then.run());
            pause.play();
        }

        private void picture(Path file) {
            try {
                Png.write(stage.getScene().snapshot(null), file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
