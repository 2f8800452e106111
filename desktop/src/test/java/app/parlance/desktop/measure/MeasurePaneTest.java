package app.parlance.desktop.measure;

import static app.parlance.desktop.models.ModelsBench.await;
import static app.parlance.desktop.models.ModelsBench.awaitText;
import static app.parlance.desktop.models.ModelsBench.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.parlance.app.Parlance;
import app.parlance.desktop.shell.Shell;
import app.parlance.desktop.widget.ChosenFile;
import app.parlance.engine.TestModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The pane over the real runtime; the measurement needs the model stories260K. */
@ExtendWith(ApplicationExtension.class)
class MeasurePaneTest {
    @TempDir
    Path home;
    private Parlance parts;
    private MeasureModel model;
    private Shell shell;
    private Path chosen;

    @Start
    void start(Stage stage) throws Exception {
        var tiny = tiny();
        if (tiny.isPresent()) {
            var models = Files.createDirectories(home.resolve("also"));
            Files.copy(tiny.get(), models.resolve(tiny.get().getFileName()));
        }
        parts = new Parlance(Map.of("PARLANCE_HOME", home.toString(), "PARLANCE_MODELS", home.resolve("also").toString()));
        shell = new Shell(stage, parts.settings(), parts.connections());
        model = MeasurePane.model(parts, Optional.empty(), Platform::runLater);
        shell.show(List.of(new MeasurePane(shell, model, new ChosenFile(() -> chosen))), List.of());
        stage.setWidth(1180);
        stage.setHeight(780);
    }

    private static Optional<Path> tiny() {
        return TestModels.find("stories260K-f32.gguf");
    }

    @AfterEach
    void close() throws Exception {
        model.close();
        parts.close();
    }

    @Test
    void measuresATinyModelShowsItsRowAndExportsTable(FxRobot robot) throws Exception {
        assumeTrue(tiny().isPresent(), "needs stories260K in PARLANCE_MODELS");
        awaitText(robot, "Nothing was measured");
        robot.clickOn("#empty-action");
        await(() -> robot.lookup("#run-start").tryQuery().isPresent(), () -> texts(robot).toString());
        robot.interact(() -> robot.lookup("#what-accuracy").queryAs(CheckBox.class).setSelected(false));
        robot.clickOn("#run-start");
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> robot.lookup("#figures").tryQuery().isPresent());
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> !model.running());
        WaitForAsyncUtils.waitForFxEvents();
        TableView<Figures> table = robot.lookup("#figures").query();
        assertEquals(1, table.getItems().size());
        assertTrue(table.getItems().getFirst().speed().orElseThrow().millisPerToken() > 0);
        assertTrue(texts(robot).contains("Measure again"), () -> texts(robot).toString());

        chosen = home.resolve("figures.csv");
        Files.writeString(chosen, "mine");
        robot.clickOn("#export");
        robot.clickOn("Table (CSV)");
        awaitText(robot, "Replace figures.csv?");
        assertEquals("mine", Files.readString(chosen));
        robot.clickOn("Replace");
        await(() -> Files.readString(chosen).startsWith("model,"), () -> texts(robot).toString());
    }
}
