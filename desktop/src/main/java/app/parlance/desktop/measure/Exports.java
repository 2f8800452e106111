package app.parlance.desktop.measure;

import static app.parlance.desktop.measure.Words.TEXTS;

import app.parlance.desktop.shell.Shell;
import app.parlance.desktop.widget.FileChoice;
import app.parlance.desktop.widget.Png;
import app.parlance.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.SnapshotParameters;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;

/** Writes the plot and the table where the person says, as a whole or not at all. */
final class Exports {
    private static final int PICTURE_SCALE = 2;

    private final Shell shell;
    private final FileChoice files;

    private interface Writing {
        void to(Path file) throws IOException;
    }

    Exports(Shell shell, FileChoice files) {
        this.shell = shell;
        this.files = files;
    }

    void picture(PlotCard card) {
        files.save(TEXTS.get("export.picture"), "parlance-measure.png").ifPresent(file -> {
            var settings = new SnapshotParameters();
            settings.setTransform(Transform.scale(PICTURE_SCALE, PICTURE_SCALE));
            settings.setFill(Color.TRANSPARENT); // the picture paints its own ground, in the theme's colour
            var shot = card.picture().snapshot(settings, null);
            ask(file, ".png", to -> Png.write(shot, to));
        });
    }

    void table(List<Figures> rows, List<String> tasks) {
        files.save(TEXTS.get("export.table"), "parlance-measure.csv").ifPresent(file -> ask(file, ".csv", to -> FigureSheet.write(to, rows, tasks)));
    }

    private void ask(Path chosen, String extension, Writing writing) {
        var name = chosen.getFileName().toString();
        var file = name.contains(".") ? chosen : chosen.resolveSibling(name + extension);
        if (!Files.exists(file)) write(file, writing);
        else shell.dialogs().confirm(TEXTS.get("export.replace", file.getFileName()), TEXTS.get("export.replace.text"), TEXTS.get("export.replace.do"), () -> write(file, writing));
    }

    private void write(Path file, Writing writing) {
        Thread.ofVirtual().name("export").start(() -> {
            try {
                writing.to(file);
                Platform.runLater(() -> shell.notices().say(TEXTS.get("export.done", file.getFileName())));
            } catch (IOException e) {
                var problem = new ProblemException(TEXTS.get("export.failed", file.getFileName()), TEXTS.get("export.failed.remedy"), e);
                Platform.runLater(() -> shell.notices().problem(problem));
            }
        });
    }
}
