package app.parlance.desktop.transcript;

import app.parlance.desktop.shell.Fonts;
import app.parlance.desktop.widget.Png;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.util.Duration;

/** Takes pictures of a transcript in both themes and three sizes. Run by hand; the argument is the folder for them. */
public final class Pictures extends Application {
    private record Shot(String name, boolean dark, int width, int height, boolean mixed, int top) { }

    /** Apart from the application, so that JavaFX may lie on the class path. */
    static final class Main {
        public static void main(String[] arguments) { launch(Pictures.class, arguments); }
    }

    @Override public void start(Stage stage) throws Exception {
        Fonts.load();
        var folder = Files.createDirectories(Path.of(getParameters().getRaw().getFirst()));
        var shots = new java.util.ArrayDeque<Shot>();
        shots.add(new Shot("chat-light", false, 844, 620, false, -1));
        shots.add(new Shot("chat-dark", true, 844, 620, false, -1));
        for (int part = 0; part < 4; part++) shots.add(new Shot("mixed-light-" + part, false, 844, 732, true, part));
        shots.add(new Shot("mixed-dark-2", true, 1180, 780, true, 2));
        shots.add(new Shot("mixed-narrow", false, 484, 512, true, 2));
        shots.add(new Shot("mixed-wide", true, 1584, 1032, true, 3));
        next(stage, shots, folder);
    }

    private void next(Stage stage, java.util.ArrayDeque<Shot> shots, Path folder) {
        if (shots.isEmpty()) {
            Platform.exit();
            return;
        }
        var shot = shots.remove();
        setUserAgentStylesheet((shot.dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
        var transcript = new Transcript(new Recorded());
        var scene = new Scene(transcript.node(), shot.width, shot.height);
        scene.getStylesheets().add("/app/parlance/desktop/shell/parlance.css");
        stage.setScene(scene);
        stage.show();
        transcript.show(shot.mixed ? Sample.mixed() : Sample.entries());
        if (!shot.mixed) {
            transcript.beginAnswer(Sample.growing(9));
            transcript.append("Divide the rate by 12 and multiply the number of ");
        }
        var pause = new PauseTransition(Duration.millis(700));
        pause.setOnFinished(_ -> {
            if (shot.top >= 0) transcript.area().showParagraphAtTop(shot.top * 19);
            transcript.node().lookupAll(".message-actions").forEach(n -> {
                n.opacityProperty().unbind();
                n.setOpacity(1);
            });
            var settle = new PauseTransition(Duration.millis(500));
            settle.setOnFinished(_ -> {
                save(scene.snapshot(null), folder.resolve(shot.name + ".png"));
                next(stage, shots, folder);
            });
            settle.play();
        });
        pause.play();
    }

    private static void save(WritableImage image, Path file) {
        try {
            Png.write(image, file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
