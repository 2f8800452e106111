package app.parlance.desktop.models;

import static app.parlance.desktop.models.ModelsBench.await;
import static app.parlance.desktop.models.ModelsBench.awaitText;
import static app.parlance.desktop.models.ModelsBench.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.desktop.widget.Badge;
import app.parlance.natives.LocalNpm;
import app.parlance.natives.NativesState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The newer runtime in the Models pane, with the real libraries and a local npm. */
@ExtendWith(ApplicationExtension.class)
class RuntimeCardTest {
    @TempDir
    Path home;
    private ModelsBench bench;
    /** While there, npm waits. */
    private Path hold;
    /** While there, npm is refused. */
    private Path refuse;

    @Start
    void start(Stage stage) throws Exception {
        hold = home.resolve("hold");
        refuse = home.resolve("refuse");
        bench = new ModelsBench(home);
        bench.environment.put("PATH", LocalNpm.path(home.resolve("bin"), "[ -e '" + refuse + "' ] && { echo 'npm error code E403' >&2; exit 1; }\n"
                + "while [ -e '" + hold + "' ]; do sleep 0.05; done"));
        bench.open(stage);
        bench.shell.show(List.of(new ModelsPane(bench.shell, bench.model, bench.runtime, bench.files(), CardNotes.NONE)), List.of());
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @Test
    void saysWhatItBringsAndItsLicenceAndCanBeStopped(FxRobot robot) throws Exception {
        awaitText(robot, "reads long texts up to twice as fast");
        awaitText(robot, "11 MB to load through your own npm");
        awaitText(robot, "MIT");
        robot.clickOn("#runtime-licence");
        awaitText(robot, "The ggml authors");
        robot.clickOn("Close");

        Files.createFile(hold);
        robot.clickOn("#runtime-get");
        awaitText(robot, "Connected: npm");
        robot.clickOn("#runtime-stop");
        awaitText(robot, "Offline");
        await(() -> robot.lookup("#runtime-get").tryQuery().isPresent(), () -> texts(robot).toString());
        assertTrue(bench.natives.state() instanceof NativesState.Missing);
        assertEquals(1, bench.connections.made().size());
    }

    @Test
    void isFetchedAfterAProblemOpensItsModelsAndIsRemoved(FxRobot robot) throws Exception {
        awaitText(robot, "needs the newer runtime");
        Files.createFile(refuse);
        robot.clickOn("#needs-New-Qwen");
        await(() -> robot.lookup("#runtime-get").query().isFocused(), () -> "the way to it leads to its button");
        robot.clickOn("#runtime-get");
        awaitText(robot, "npm's registry refuses");

        Files.delete(refuse);
        robot.clickOn("#runtime-get");
        await(() -> badges(robot).contains("in use"), () -> texts(robot).toString());
        awaitText(robot, "fetched by you");
        awaitText(robot, "CPU library libggml-cpu-");
        await(() -> robot.lookup("#get-new").tryQuery().isPresent() && !badges(robot).contains("needs the newer runtime"), () -> texts(robot).toString());
        assertTrue(bench.engines.chosen().newer());

        robot.clickOn("#runtime-remove");
        awaitText(robot, "This gives back");
        robot.clickOn(robot.lookup(".danger").queryButton());
        await(() -> badges(robot).contains("needs the newer runtime"), () -> texts(robot).toString());
        assertFalse(bench.engines.chosen().newer());
    }

    @Test
    void whatWasChangedIsNotUsedAndCanBeGotAgain(FxRobot robot) throws Exception {
        robot.interact(bench.runtime::get);
        await(() -> badges(robot).contains("in use"), () -> texts(robot).toString());
        var ready = (NativesState.Ready) bench.natives.state();
        bench.natives.remove();
        Files.createDirectories(ready.folder());
        for (var file : ready.platform().files()) Files.writeString(ready.folder().resolve(file.name()), "other");
        robot.interact(() -> bench.runtime.refresh());
        await(() -> badges(robot).contains("not used"), () -> texts(robot).toString());
        awaitText(robot, "its SHA-256 is");
        robot.clickOn("#runtime-get");
        await(() -> badges(robot).contains("in use"), () -> texts(robot).toString());
    }

    @Test
    void withoutNpmASentenceSaysSo(FxRobot robot) throws Exception {
        awaitText(robot, "reads long texts");
        Files.delete(home.resolve("bin").resolve("npm"));
        robot.clickOn("#runtime-get");
        awaitText(robot, "none on the PATH");
        awaitText(robot, "Install Node.js");
    }

    private static List<String> badges(FxRobot robot) {
        return robot.lookup(node -> node instanceof Badge && node.getScene() != null).queryAllAs(Badge.class).stream().map(Badge::getText).toList();
    }
}
