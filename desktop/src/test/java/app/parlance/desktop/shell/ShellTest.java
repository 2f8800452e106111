package app.parlance.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.connection.ConnectionLog;
import app.parlance.problem.ProblemException;
import app.parlance.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ShellTest {
    @TempDir
    Path home;
    private final ConnectionLog connections = new ConnectionLog();
    private Stage stage;
    private Shell shell;
    private Room chat;
    private Room models;
    private Room settings;

    @Start
    void start(Stage stage) {
        this.stage = stage;
        open(stage);
    }

    private void open(Stage stage) {
        shell = new Shell(stage, new Settings(home.resolve("settings.properties")), connections);
        chat = Room.of(shell, "chat");
        models = Room.of(shell, "models");
        settings = Room.of(shell, "settings");
        shell.show(List.of(chat, models), List.of(settings));
    }

    @Test
    void railSwitchesByMouseByNumberAndByArrowKeys(FxRobot robot) {
        assertEquals("chat", chosen(robot));
        robot.clickOn("#rail-models");
        assertEquals("models", chosen(robot));
        assertEquals(1, models.shown);
        robot.clickOn("#rail-models");
        assertEquals("models", chosen(robot), "pressing the open pane again leaves it open");
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT3).release(KeyCode.DIGIT3, KeyCode.CONTROL);
        assertEquals("settings", chosen(robot));
        robot.interact(() -> robot.lookup("#rail-settings").query().requestFocus());
        robot.type(KeyCode.DOWN);
        assertEquals("chat", chosen(robot), "the arrow goes round");
        robot.type(KeyCode.END);
        assertEquals("settings", chosen(robot));
    }

    @Test
    void ctrlFGoesToThePaneInFront(FxRobot robot) {
        robot.press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
        assertEquals(1, chat.finds);
        assertEquals(0, models.finds);
    }

    @Test
    void themeSwitchesWhileOpenAndIsKept(FxRobot robot) {
        robot.interact(() -> shell.theme().choose(Theme.Choice.LIGHT));
        var light = ground(robot);
        robot.interact(() -> shell.theme().choose(Theme.Choice.DARK));
        var dark = ground(robot);
        assertTrue(light.getBrightness() > 0.9 && dark.getBrightness() < 0.2, light + " " + dark);
        assertTrue(shell.theme().darkProperty().get());
        assertEquals("dark", new Settings(home.resolve("settings.properties")).get("theme").orElseThrow());
        robot.interact(() -> shell.theme().choose(Theme.Choice.LIGHT));
    }

    @Test
    void textIsInTheBundledTypeface(FxRobot robot) {
        assertEquals("Inter", robot.lookup(".rail-entry").queryAs(ToggleButton.class).getFont().getFamily());
        assertEquals("Inter Semi Bold", robot.lookup(".pane-title").queryAs(Label.class).getFont().getFamily());
    }

    @Test
    void offlineMarkSaysWhatIsOpenAndListsAllSinceTheStart(FxRobot robot) throws Exception {
        var mark = robot.lookup("#offline-mark").queryAs(Button.class);
        assertEquals("Offline", mark.getText());
        robot.clickOn(mark);
        assertTrue(texts(robot, "#connections").contains("None since Parlance started."), () -> texts(robot, "#connections").toString());
        var open = connections.begin("Download of SmolLM2", "huggingface.co");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("Connected: huggingface.co", mark.getText());
        assertTrue(texts(robot, "#connections").contains("Download of SmolLM2"));
        Thread.ofVirtual().start(open::close).join();
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("Offline", mark.getText());
        assertTrue(texts(robot, "#connections").contains("Download of SmolLM2"), "what was made stays listed");
        robot.type(KeyCode.ESCAPE);
        robot.clickOn("#rail-models");
        assertEquals("Offline", robot.lookup("#offline-mark").queryAs(Button.class).getText());
    }

    @Test
    void windowComesBackAsItWasLeft(FxRobot robot) {
        robot.clickOn("#rail-models");
        robot.interact(() -> {
            stage.setX(40);
            stage.setY(30);
            stage.setWidth(900);
            stage.setHeight(600);
        });
        robot.interact(stage::close);
        var next = new Stage[1];
        robot.interact(() -> {
            next[0] = new Stage();
            open(next[0]);
        });
        assertEquals(List.of(40.0, 30.0, 900.0, 600.0),
                List.of(next[0].getX(), next[0].getY(), next[0].getWidth(), next[0].getHeight()));
        assertEquals(1, models.shown);
        robot.interact(next[0]::close);
    }

    @Test
    void noticeOffersUndoAndTellsWhenItWasNotTaken(FxRobot robot) {
        var undone = new AtomicInteger();
        var gone = new AtomicInteger();
        robot.interact(() -> shell.notices().offer("Deleted.", "Undo", undone::incrementAndGet, gone::incrementAndGet));
        robot.clickOn("Undo");
        assertEquals(List.of(1, 0), List.of(undone.get(), gone.get()));
        assertFalse(robot.lookup("#notice").query().isVisible());
        robot.interact(() -> shell.notices().offer("Deleted.", "Undo", undone::incrementAndGet, gone::incrementAndGet));
        robot.interact(() -> shell.notices().problem(new ProblemException("The disk is full.", "Make room.")));
        assertEquals(List.of(1, 1), List.of(undone.get(), gone.get()));
        assertTrue(texts(robot, "#notice").contains("The disk is full. Make room."));
        robot.interact(() -> shell.notices().offer("Deleted.", "Undo", undone::incrementAndGet, gone::incrementAndGet));
        robot.interact(stage::close);
        assertEquals(List.of(1, 2), List.of(undone.get(), gone.get()), "closing the window ends an offer too");
    }

    @Test
    void dialogKeepsTheFocusUntilItIsAnswered(FxRobot robot) {
        var done = new AtomicInteger();
        robot.interact(() -> shell.dialogs().confirm("Delete all?", "It cannot be undone.", "Delete", done::incrementAndGet));
        assertEquals("Cancel", ((Button) stage.getScene().getFocusOwner()).getText());
        robot.type(KeyCode.TAB);
        assertEquals("Delete", ((Button) stage.getScene().getFocusOwner()).getText());
        robot.type(KeyCode.TAB);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("Cancel", ((Button) stage.getScene().getFocusOwner()).getText());
        robot.type(KeyCode.ESCAPE);
        assertEquals(0, done.get());
        robot.interact(() -> shell.dialogs().confirm("Delete all?", "It cannot be undone.", "Delete", done::incrementAndGet));
        robot.clickOn("Delete");
        assertEquals(1, done.get());
    }

    private static String chosen(FxRobot robot) {
        return robot.lookup(".rail-entry").queryAllAs(ToggleButton.class).stream().filter(ToggleButton::isSelected)
                .map(entry -> ((Pane) entry.getUserData()).id()).findFirst().orElse("");
    }

    private static Color ground(FxRobot robot) {
        var main = robot.lookup(".main").queryAs(Region.class);
        robot.interact(main::applyCss);
        return (Color) main.getBackground().getFills().getFirst().getFill();
    }

    private static List<String> texts(FxRobot robot, String inside) {
        return robot.from(robot.lookup(inside)).lookup(".label").queryAllAs(Label.class).stream().map(Label::getText).toList();
    }
}
