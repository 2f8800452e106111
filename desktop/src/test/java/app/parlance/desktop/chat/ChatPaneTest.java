package app.parlance.desktop.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.connection.ConnectionLog;
import app.parlance.desktop.shell.Pane;
import app.parlance.desktop.shell.Shell;
import app.parlance.desktop.transcript.Transcript.State;
import app.parlance.desktop.widget.FileChoice;
import app.parlance.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The chat as a person uses it: keys, clicks, and a real model that answers. */
@ExtendWith(ApplicationExtension.class)
class ChatPaneTest {
    @TempDir
    Path home;
    private Stage stage;
    private Rooms rooms;
    private Path exported;

    @Start
    void start(Stage stage) {
        this.stage = stage;
    }

    /** Not in {@link #start}: the rooms wait for the interface's thread. */
    private void open(FxRobot robot) throws Exception {
        rooms = Rooms.withSmolLm(home, Platform::runLater);
        exported = home.resolve("exported.md");
        robot.interact(() -> {
            var shell = new Shell(stage, new Settings(home.resolve("settings.properties")), new ConnectionLog());
            var files = new FileChoice() {
                @Override
                public Optional<Path> open(String title, String kind, String extension) {
                    return Optional.empty();
                }

                @Override
                public Optional<Path> save(String title, String suggestedName) {
                    return Optional.of(exported);
                }

                @Override
                public Optional<Path> folder(String title, Path start) {
                    return Optional.empty();
                }
            };
            var pane = new ChatPane(rooms.chat, shell, files, address -> { }, new Label(), Optional.of("Nothing is saved today."));
            shell.show(List.of(pane), List.of(new OtherPane()));
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close() {
        if (rooms != null) rooms.close();
    }

    private TextArea composer(FxRobot robot) {
        return robot.lookup("#composer").queryAs(TextArea.class);
    }

    private ListView<Row> list(FxRobot robot) {
        return robot.lookup("#conversations").queryListView();
    }

    private void say(FxRobot robot, String text, int tokens) {
        rooms.answerBriefly(tokens);
        robot.interact(composer(robot)::requestFocus);
        robot.write(text, 0);
        robot.type(KeyCode.ENTER);
        rooms.await(rooms.chat.current().activityProperty(), activity -> !(activity instanceof Activity.Idle));
    }

    private void hold(FxRobot robot, KeyCode... keys) {
        robot.press(keys).release(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private <T extends Node> T find(FxRobot robot, String query, Class<T> type) {
        return robot.lookup(query).queryAs(type);
    }

    @Test
    void writeSendStopEditAndStartAgain(FxRobot robot) throws Exception {
        open(robot);
        assertTrue(robot.lookup(".standing-notice").tryQuery().isPresent());
        assertTrue(find(robot, "#send", Button.class).isDisabled(), "there is nothing to send yet");

        robot.clickOn("#composer").write("One", 0);
        hold(robot, KeyCode.SHIFT, KeyCode.ENTER);
        robot.write("Two", 0);
        assertEquals("One\nTwo", composer(robot).getText(), "Shift+Enter breaks the line");
        robot.interact(composer(robot)::clear);

        say(robot, "Write a long story about a ship.", 400);
        rooms.await(rooms.chat.current().activityProperty(), Activity.Writing.class::isInstance);
        assertEquals(Words.of("composer.stop"), find(robot, "#send", Button.class).getAccessibleText());
        assertEquals("", composer(robot).getText());
        robot.type(KeyCode.ESCAPE);
        rooms.awaitIdle();
        assertEquals(State.STOPPED, rooms.onUi(() -> rooms.chat.current().entries().getLast().state()));

        rooms.answerBriefly(6);
        robot.clickOn("#composer").type(KeyCode.UP);
        assertEquals("Write a long story about a ship.", composer(robot).getText());
        robot.interact(() -> composer(robot).setText("Name a zebra."));
        robot.type(KeyCode.ENTER);
        rooms.await(rooms.chat.current().activityProperty(), activity -> !activity.isAnswering());
        rooms.await(rooms.chat.current().editingProperty(), entry -> entry == null);
        rooms.awaitIdle();
        assertEquals(2, rooms.onUi(() -> rooms.chat.current().entries().getFirst().branches()));

        rooms.await(rooms.chat.rowsProperty(), rows -> rows.size() == 2);
        long id = rooms.chat.current().storedProperty().get().id();
        rooms.close();
        robot.interact(stage::hide);
        open(robot);
        rooms.await(rooms.chat.rowsProperty(), rows -> rows.size() == 2);
        robot.interact(() -> list(robot).getSelectionModel().select(1));
        rooms.await(rooms.chat.currentProperty(), open -> open.storedProperty().get() != null);
        assertEquals(id, rooms.chat.current().storedProperty().get().id());
        assertEquals("Name a zebra.", rooms.onUi(() -> rooms.chat.current().entries().getFirst().markdown()));
    }

    @Test
    void theListRenamesSearchesExportsDeletesAndBringsBack(FxRobot robot) throws Exception {
        open(robot);
        say(robot, "A word about Crème brûlée.", 4);
        rooms.awaitIdle();
        hold(robot, KeyCode.CONTROL, KeyCode.N);
        assertTrue(composer(robot).isFocused());
        say(robot, "Another about rivers.", 4);
        rooms.awaitIdle();
        rooms.await(rooms.chat.rowsProperty(), rows -> rows.size() == 3);

        robot.interact(list(robot)::requestFocus);
        robot.type(KeyCode.F2);
        robot.write("Water", 0).type(KeyCode.ENTER);
        rooms.await(rooms.chat.current().storedProperty(), row -> row.title().equals("Water") && row.titledByPerson());

        hold(robot, KeyCode.CONTROL, KeyCode.F);
        assertTrue(find(robot, "#search", TextField.class).isFocused());
        robot.write("creme brulee", 0);
        rooms.await(rooms.chat.search().hitsProperty(), hits -> hits != null && !hits.isEmpty());
        robot.type(KeyCode.ENTER);
        rooms.await(rooms.chat.currentProperty(), open -> open.storedProperty().get().title().contains("Crème"));
        robot.type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(list(robot).isVisible());

        var item = (Row.Item) list(robot).getSelectionModel().getSelectedItem();
        var written = new CompletableFuture<Void>();
        robot.interact(() -> rooms.chat.export(item, exported, () -> written.complete(null)));
        written.get(20, TimeUnit.SECONDS);
        assertTrue(Files.readString(exported).contains("A word about Crème brûlée."));

        robot.interact(list(robot)::requestFocus);
        robot.type(KeyCode.DELETE);
        rooms.await(rooms.chat.rowsProperty(), rows -> rows.size() == 2);
        robot.clickOn(Words.of("delete.undo"));
        rooms.await(rooms.chat.rowsProperty(), rows -> rows.size() == 3);
        assertFalse(rooms.history.search("creme", 10).isEmpty());
    }

    /** JavaFX 26.0.2 throws while it lays out wrapped right-to-left text (docs/decisions/0003-composer-input.md). */
    @Test
    void arabicIsWrittenSearchedAndFoundAtAnyWidth(FxRobot robot) throws Exception {
        String arabic = "اكتب لي قصة قصيرة عن سفينة كبيرة في البحر الأبيض المتوسط وعن القبطان الذي كان يحب القراءة والكتابة. ";
        open(robot);
        assertTrue(composer(robot).isWrapText());
        robot.interact(() -> composer(robot).setText(arabic.repeat(3)));
        assertFalse(composer(robot).isWrapText());
        robot.clickOn("#conversation-settings");
        robot.interact(() -> find(robot, "#system-prompt", TextArea.class).setText(arabic));
        layOutAtManyWidths(robot);
        robot.clickOn("#conversation-settings");
        robot.interact(composer(robot)::clear);
        assertTrue(composer(robot).isWrapText());

        robot.interact(() -> composer(robot).setText(arabic));
        say(robot, "", 4);
        rooms.awaitIdle();
        hold(robot, KeyCode.CONTROL, KeyCode.F);
        robot.interact(() -> find(robot, "#search", TextField.class).setText("القبطان"));
        rooms.await(rooms.chat.search().hitsProperty(), hits -> hits != null && !hits.isEmpty());
        layOutAtManyWidths(robot);
    }

    private void layOutAtManyWidths(FxRobot robot) {
        for (int width = 830; width < 1200; width += 37) {
            int next = width;
            robot.interact(() -> {
                stage.setWidth(next);
                stage.getScene().getRoot().applyCss();
                stage.getScene().getRoot().layout();
            });
        }
    }

    @Test
    void aTemporaryChatIsMarkedAndTheColumnsFold(FxRobot robot) throws Exception {
        open(robot);
        hold(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        rooms.await(rooms.chat.currentProperty(), ConversationModel::isTemporary);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(Words.of("composer.prompt.temporary"), composer(robot).getPromptText());
        hold(robot, KeyCode.CONTROL, KeyCode.B);
        assertFalse(find(robot, ".list-column", Node.class).isVisible());
        hold(robot, KeyCode.CONTROL, KeyCode.B);
        assertTrue(find(robot, ".list-column", Node.class).isVisible());
        robot.clickOn("#conversation-settings");
        assertTrue(find(robot, "#system-prompt", TextArea.class).isFocused());
        robot.write("Answer in rhymes", 0).clickOn("#composer");
        assertEquals("Answer in rhymes", rooms.onUi(() -> rooms.chat.current().settingsProperty().get().system()));
    }

    @Test
    void keysLeadToAnotherPaneAndBackAndKeepTheirMeaning(FxRobot robot) throws Exception {
        open(robot);
        for (int i = 0; i < 3; i++) {
            hold(robot, KeyCode.CONTROL, KeyCode.DIGIT2);
            assertTrue(robot.lookup("#other-pane").tryQuery().isPresent());
            hold(robot, KeyCode.CONTROL, KeyCode.B);
            hold(robot, KeyCode.CONTROL, KeyCode.DIGIT1);
            assertTrue(find(robot, ".list-column", Node.class).isVisible(), "another pane's keys are not this one's");
        }
        hold(robot, KeyCode.CONTROL, KeyCode.B);
        assertFalse(find(robot, ".list-column", Node.class).isVisible());
    }

    @Test
    void theModeThatWasChosenAnswersAndStandsOverTheAnswer(FxRobot robot) throws Exception {
        open(robot);
        robot.interact(() -> stage.setWidth(1280));
        robot.clickOn("Accurate");
        assertEquals("ACCURATE", rooms.onUi(() -> rooms.chat.current().settingsProperty().get().mode()));
        robot.interact(() -> {
            var now = rooms.chat.current().settingsProperty().get();
            rooms.chat.current().configure(now.withMaxTokens(4));
        });
        robot.clickOn("#composer").write("Name a zebra.", 0).type(KeyCode.ENTER);
        rooms.await(rooms.chat.current().emptyProperty(), empty -> !empty);
        rooms.awaitIdle();
        assertTrue(rooms.onUi(() -> rooms.chat.current().entries().getLast().byline()).endsWith(" · Accurate"));
        robot.interact(() -> stage.setWidth(820));
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(find(robot, "#mode-menu", Node.class).isVisible(), "in little room it is one button");
        assertFalse(find(robot, "#mode", Node.class).isVisible());
        hold(robot, KeyCode.ALT, KeyCode.DIGIT2);
        assertEquals("BALANCED", rooms.onUi(() -> rooms.chat.current().settingsProperty().get().mode()));
        assertEquals("Balanced", find(robot, "#mode-menu", MenuButton.class).getText());
    }

    @Test
    void tabLeadsOutOfTheComposerAndBack(FxRobot robot) throws Exception {
        open(robot);
        robot.clickOn("#composer").write("Hello", 0).type(KeyCode.TAB);
        assertTrue(find(robot, "#send", Button.class).isFocused());
        hold(robot, KeyCode.SHIFT, KeyCode.TAB);
        assertTrue(composer(robot).isFocused());
        assertEquals("Hello", composer(robot).getText());
    }

    @Test
    void aCardFillsTheComposerWithItsOpening(FxRobot robot) throws Exception {
        open(robot);
        robot.clickOn("#skill-shorten-text");
        assertTrue(composer(robot).isFocused());
        assertTrue(composer(robot).getText().startsWith("Shorten the text"));
        assertEquals(composer(robot).getText().length(), composer(robot).getCaretPosition());
    }

    private static final class OtherPane implements Pane {
        private final Label content = new Label("Another pane");

        OtherPane() {
            content.setId("other-pane");
        }

        @Override
        public String id() {
            return "other";
        }

        @Override
        public String title() {
            return "Other";
        }

        @Override
        public Ikon icon() {
            return Feather.BOX;
        }

        @Override
        public Node content() {
            return content;
        }
    }
}
