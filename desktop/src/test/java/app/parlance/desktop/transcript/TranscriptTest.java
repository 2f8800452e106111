package app.parlance.desktop.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.desktop.markdown.Kind;
import app.parlance.desktop.markdown.Line;
import app.parlance.desktop.markdown.Markdown;
import app.parlance.desktop.markdown.Span;
import app.parlance.desktop.markdown.TextStyle;
import app.parlance.desktop.shell.Fonts;
import app.parlance.desktop.transcript.Transcript.State;
import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.application.Application;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class TranscriptTest {
    private static final KeyCodeCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCodeCombination ALL = new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);

    private Transcript transcript;
    private Recorded asked;
    private Scene scene;

    @Start void start(Stage stage) {
        Fonts.load();
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        asked = new Recorded();
        transcript = new Transcript(asked);
        scene = new Scene(transcript.node(), 844, 700);
        scene.getStylesheets().add("/app/parlance/desktop/shell/parlance.css");
        stage.setScene(scene);
        stage.show();
    }

    private void show(FxRobot robot, Transcript.Entry... entries) {
        robot.interact(() -> transcript.show(List.of(entries)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String copied(FxRobot robot) {
        var text = new String[1];
        robot.interact(() -> text[0] = Clipboard.getSystemClipboard().getString());
        return text[0];
    }

    private String shown() {
        var text = new StringBuilder();
        for (int i = 0; i < transcript.area().lineCount(); i++) text.append(transcript.area().line(i).text()).append('\n');
        return text.toString();
    }

    private List<Line> lines() {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < transcript.area().lineCount(); i++) lines.add(transcript.area().line(i));
        return lines;
    }

    @Test void copyingAllGivesEveryMessageAsItWasWritten(FxRobot robot) {
        show(robot, Sample.mixed().toArray(Transcript.Entry[]::new));
        robot.clickOn(transcript.area()).push(ALL).push(COPY);
        assertEquals(Sample.mixed().stream().map(Transcript.Entry::markdown).collect(Collectors.joining("\n\n")), copied(robot));
    }

    @Test void wholeLinesGiveTheirSourceAndPartsTheirText(FxRobot robot) {
        show(robot, Sample.answer(1, "# Head\n\nSome **bold** words 🎉\n\n- one\n- two `x`\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n\nend", 1, 1, State.WHOLE));
        var area = transcript.area();
        int bold = indexOf("Some bold words 🎉");
        int end = indexOf("end");
        robot.interact(() -> area.selectRange(bold, 0, indexOf("two x"), area.getParagraphLength(indexOf("two x"))));
        assertEquals("Some **bold** words 🎉\n\n- one\n- two `x`", transcript.selectionAsMarkdown());
        robot.interact(() -> area.selectRange(bold, 5, bold, area.getParagraphLength(bold)));
        assertEquals("bold words 🎉", transcript.selectionAsMarkdown());
        robot.interact(() -> area.selectRange(bold, 5, end, 2));
        assertEquals("bold words 🎉\n- one\n- two `x`\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\nen", transcript.selectionAsMarkdown());
        int row = end - 3;
        robot.interact(() -> area.selectRange(row, 0, row, 1));
        assertEquals("| 1 | 2 |", transcript.selectionAsMarkdown());
    }

    private int indexOf(String text) {
        for (int i = 0; i < transcript.area().lineCount(); i++) {
            if (transcript.area().line(i).text().equals(text)) return i;
        }
        throw new AssertionError(text + " not in\n" + shown());
    }

    @Test void aGrowingAnswerEndsAsTheWholeOne(FxRobot robot) {
        var whole = Sample.answer(5, Sample.MIXED, 1, 1, State.WHOLE);
        show(robot, Sample.user(4, "Go"), whole);
        var expected = lines();
        show(robot, Sample.user(4, "Go"));
        robot.interact(() -> transcript.beginAnswer(Sample.growing(5)));
        for (int at = 0; at < Sample.MIXED.length(); at += 97) {
            transcript.append(Sample.MIXED.substring(at, Math.min(Sample.MIXED.length(), at + 97)));
            if (at % 4 == 0) WaitForAsyncUtils.waitForFxEvents();
        }
        robot.interact(() -> transcript.finish(whole));
        assertEquals(expected, lines());
        assertFalse(transcript.flushNanos().isEmpty());
    }

    @Test void whatIsSelectedStaysSoWhileAnAnswerGrows(FxRobot robot) throws Exception {
        show(robot, Sample.answer(2, "Some words", 1, 1, State.WHOLE));
        robot.interact(() -> {
            transcript.beginAnswer(Sample.growing(5));
            transcript.area().selectRange(indexOf("Some words"), 0, indexOf("Some words"), 4);
        });
        transcript.append("Text\n\nmore");
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(this::shown).get().contains("more"));
        assertEquals("Some", transcript.selectionAsMarkdown());
    }

    @Test void aStatusStandsInForTextThatHasNotCome(FxRobot robot) throws Exception {
        robot.interact(() -> {
            transcript.beginAnswer(Sample.growing(5));
            transcript.setStatus("Loading Qwen…");
        });
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> shown().contains("Loading Qwen…"));
        transcript.append("Text");
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> shown().contains("Text"));
        assertFalse(shown().contains("Loading"));
    }

    @Test void actionsAreReachedByKeyboard(FxRobot robot) {
        show(robot, Sample.user(1, "Question"), Sample.answer(2, "Short answer", 2, 3, State.STOPPED));
        for (var name : List.of("Copy message", "Edit message", "Answer again", "Previous version", "Next version", "Continue")) {
            var button = scene.getRoot().lookupAll(".button").stream().map(Button.class::cast)
                    .filter(b -> name.equals(b.getAccessibleText()) || name.equals(b.getText())).findFirst().orElseThrow();
            robot.interact(button::requestFocus);
            assertTrue(button.isFocusTraversable());
            if (button.getParent().getStyleClass().contains("message-actions")) assertEquals(1, button.getParent().getOpacity());
            robot.type(KeyCode.SPACE);
        }
        assertTrue(asked.asked.containsAll(List.of("edit 1", "regenerate 2", "branch 2 -1", "branch 2 1", "continue 2")), asked.asked.toString());
    }

    @Test void actionsAppearUnderTheMouseAndMoveNothing(FxRobot robot) {
        show(robot, Sample.user(1, "Question"), Sample.answer(2, "Short answer", 1, 1, State.WHOLE));
        var row = scene.getRoot().lookupAll(".message-actions").stream().reduce((_, b) -> b).orElseThrow();
        double y = row.localToScene(0, 0).getY();
        assertEquals(0, row.getOpacity());
        robot.moveTo(row);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(1, row.getOpacity());
        assertEquals(y, row.localToScene(0, 0).getY());
    }

    @Test void codeIsCopiedByItsButton(FxRobot robot) {
        show(robot, Sample.answer(2, Sample.INTEREST, 1, 1, State.WHOLE));
        robot.clickOn(scene.getRoot().lookup(".code-copy"));
        assertEquals(Sample.INTEREST.substring(Sample.INTEREST.indexOf("static"), Sample.INTEREST.indexOf("```\n\n|")), copied(robot));
    }

    @Test void aClickedLinkIsOnlyAskedFor(FxRobot robot) {
        show(robot, Sample.answer(2, "See [here](https://example.org/a)", 1, 1, State.WHOLE));
        robot.clickOn(scene.getRoot().lookup(".link"));
        assertEquals(List.of("link https://example.org/a"), asked.asked);
    }

    @Test void aJumpLightsTheWords(FxRobot robot) {
        var entries = new ArrayList<Transcript.Entry>();
        for (int i = 1; i < 60; i++) entries.add(Sample.answer(i, "Message " + i + "\n\n" + (i == 7 ? "Ein Café am Fluß" : "filler"), 1, 1, State.WHOLE));
        show(robot, entries.toArray(Transcript.Entry[]::new));
        robot.interact(() -> transcript.jumpTo(7, "cafe"));
        WaitForAsyncUtils.waitForFxEvents();
        Node lit = scene.getRoot().lookup(".lit");
        assertEquals("Café", ((Text) lit).getText());
        assertTrue(scene.getRoot().getBoundsInLocal().contains(lit.localToScene(1, 1)));
        robot.interact(() -> transcript.show(entries));
    }

    @Test void newTextIsFollowedOnlyFromTheEnd(FxRobot robot) throws Exception {
        var entries = new ArrayList<Transcript.Entry>();
        for (int i = 1; i < 40; i++) entries.add(Sample.answer(i, "Message " + i, 1, 1, State.WHOLE));
        show(robot, entries.toArray(Transcript.Entry[]::new));
        robot.interact(() -> transcript.beginAnswer(Sample.growing(50)));
        var area = transcript.area();
        transcript.append("line\n\n".repeat(50));
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> area.lineCount() > 150);
        assertTrue(endIsSeen(robot));
        robot.interact(area::requestFocus);
        robot.type(KeyCode.PAGE_UP);
        WaitForAsyncUtils.waitForFxEvents();
        transcript.append("more\n\n".repeat(5));
        var pill = robot.lookup(".new-text").queryButton();
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, pill::isVisible);
        assertFalse(endIsSeen(robot));
        robot.clickOn(pill);
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(pill.isVisible());
        assertTrue(endIsSeen(robot));
    }

    private boolean endIsSeen(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        var seen = new boolean[1];
        robot.interact(() -> seen[0] = transcript.area().lastVisibleParToAllParIndex() == transcript.area().lineCount() - 1);
        return seen[0];
    }

    @Test void screenReadersGetTheText(FxRobot robot) {
        show(robot, Sample.answer(2, "Hello 👋🏽\n\n| a | b |\n|---|---|\n| 1 | مرحبا |", 1, 1, State.WHOLE));
        var text = (String) transcript.area().queryAccessibleAttribute(AccessibleAttribute.TEXT);
        assertTrue(text.contains("Hello 👋🏽\na\tb\n1\tمرحبا\n"), text);
        robot.interact(() -> transcript.area().selectAll());
        assertEquals(text.length(), transcript.area().queryAccessibleAttribute(AccessibleAttribute.SELECTION_END));
    }

    @Test void rightToLeftTextIsHitWhereItIsDrawn(FxRobot robot) {
        var arabic = "مرحبا بالعالم، هذا نص عربي طويل بما يكفي ليظهر على أكثر من سطر واحد في العمود الضيق، ومعه رقم 123 وكلمة Java في الوسط.";
        show(robot, Sample.answer(2, arabic, 1, 1, State.WHOLE));
        var area = transcript.area();
        int line = indexOf(arabic);
        int begin = area.getAbsolutePosition(line, 1);   // the mark of the direction comes first
        robot.interact(() -> {
            var first = area.getCharacterBoundsOnScreen(begin, begin + 1).orElseThrow();
            var second = area.getCharacterBoundsOnScreen(begin + 1, begin + 2).orElseThrow();
            int right = 0;
            for (int i = 0; i < arabic.length(); i++) {
                var bounds = area.getCharacterBoundsOnScreen(begin + i, begin + i + 1).orElseThrow();
                var at = area.screenToLocal(bounds.getCenterX(), bounds.getCenterY());
                int hit = area.hit(at.getX(), at.getY()).getCharacterIndex().orElse(-1);
                if (hit == begin + i) right++;
            }
            // The space at which a line wraps, and the one between the directions, belong to either neighbour.
            assertTrue(right >= arabic.length() - 3, right + " of " + arabic.length());
            assertTrue(first.getMinX() > second.getMinX(), "the second letter stands left of the first");
        });
    }

    @Test void hostileMarkdownIsShown(FxRobot robot) {
        show(robot, Sample.answer(2, "x".repeat(300_000) + "\n\n" + ">".repeat(3_000) + "\n\n```\n" + "y".repeat(100_000) + "\n```\n\n\u0000\u001B"
                + "\n\n" + "سلام ".repeat(5_000), 1, 1, State.WHOLE), Sample.user(3, "z\u0007\n".repeat(500)));
        assertTrue(transcript.area().lineCount() > 500);
        assertTrue(lines().stream().noneMatch(l -> l.style().kind() instanceof Kind.Rule));
        assertEquals(1, new Markdown(1).lines("ok").size());
    }

    @Test void summedWidthsAreThoseOfTheLayout() {
        var text = "AVAToday fi ffl WAR To. r, \u00e9\u00df\u0142 i == 0 -> a != b || x >= 1_000; // www";
        for (var style : List.of(TextStyle.PLAIN, TextStyle.PLAIN.asBold(), TextStyle.PLAIN.asItalic(), TextStyle.PLAIN.asBold().asItalic(),
                TextStyle.of(TextStyle.Tone.CODE))) {
            var laidOut = new Text(text);
            laidOut.setFont(Metrics.font(style, Metrics.TEXT_SIZE));
            assertEquals(Math.ceil(laidOut.getLayoutBounds().getWidth()), Metrics.width(List.of(Span.of(text, style)), Metrics.TEXT_SIZE), 1, style.toString());
        }
    }

    @Test void aLongConversationOpensAtItsEndAndIsSoonWhole(FxRobot robot) throws Exception {
        var entries = new ArrayList<Transcript.Entry>();
        for (int i = 1; i <= 120; i++) entries.add(Sample.answer(i, "# Head " + i + "\n\n" + "Some words of the answer. ".repeat(40), 1, 1, State.WHOLE));
        var seen = new boolean[2];
        robot.interact(() -> {
            transcript.show(entries);
            seen[0] = shown().contains("Head 120");
            seen[1] = shown().contains("Head 2\n");
            transcript.jumpTo(2, "head");
        });
        assertTrue(seen[0]);
        assertFalse(seen[1]);
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(this::shown).get().startsWith("Parlance  Qwen2.5 0.5B\nHead 1\n"));
        WaitForAsyncUtils.waitForFxEvents();
        Node lit = scene.getRoot().lookup(".lit");
        assertTrue(scene.getRoot().getBoundsInLocal().contains(lit.localToScene(1, 1)), "the message stays in view while others come in above");
        var whole = lines();
        robot.interact(() -> {
            transcript.show(List.of());
            transcript.show(entries);
            transcript.jumpTo(2, "head");
            transcript.area().selectAll();
        });
        assertEquals(whole, lines());
        assertEquals(entries.stream().map(Transcript.Entry::markdown).collect(Collectors.joining("\n\n")), transcript.selectionAsMarkdown());
    }
}
