package app.parlance.desktop.models;

import static app.parlance.desktop.models.ModelsBench.await;
import static app.parlance.desktop.models.ModelsBench.awaitText;
import static app.parlance.desktop.models.ModelsBench.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.engine.GgufFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ModelsPaneTest {
    @TempDir
    Path home;
    private ModelsBench bench;

    @Start
    void start(Stage stage) throws Exception {
        bench = new ModelsBench(home);
        bench.open(stage);
        bench.shell.show(List.of(new ModelsPane(bench.shell, bench.model, bench.runtime, bench.files(), new CardNotes(_ -> Optional.of("44 ms/token"), _ -> List.of("Fast")))), List.of());
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @Test
    void importsACopyUsesItForChatAndRemovesItAfterAsking(FxRobot robot) throws Exception {
        awaitText(robot, "No model yet");
        bench.chosen = GgufFixture.phi3().with("general.name", "My Phi").writeTo(home.resolve("my-phi.gguf"));
        robot.clickOn("#import");
        robot.clickOn("Copy it");
        await(() -> !bench.model.shelf().stored().isEmpty(), () -> texts(robot).toString());
        var stored = bench.model.shelf().stored().getFirst();
        assertTrue(stored.file().startsWith(bench.store.folder()));
        awaitText(robot, "used for chat");
        assertTrue(texts(robot).stream().anyMatch(text -> text.contains("phi3")), () -> texts(robot).toString());

        robot.clickOn("#more-" + stored.name().replace(' ', '-'));
        await(() -> robot.lookup(".menu-item").tryQuery().isPresent(), () -> "no menu"); // there is a Details button too
        robot.clickOn(".menu-item");
        awaitText(robot, "its own");
        robot.clickOn("Close");
        robot.clickOn("#more-" + stored.name().replace(' ', '-'));
        robot.clickOn("Remove from this computer");
        awaitText(robot, "to the trash");
        robot.clickOn("Remove");
        awaitText(robot, "No model yet");
        assertFalse(Files.exists(stored.file()));
        assertEquals(-1, Files.mismatch(bench.chosen, home.resolve("share/Trash/files").resolve(stored.file().getFileName())));
        assertTrue(Files.exists(bench.chosen), "the copied file's source stays");
    }

    @Test
    void renamesAModelThatChatGoesOnUsing(FxRobot robot) throws Exception {
        var stored = bench.store.importFile(GgufFixture.phi3().writeTo(home.resolve("my-phi.gguf")), true, (_, _) -> { });
        robot.interact(() -> bench.model.useForChat(stored));
        robot.interact(bench.model::refresh);
        awaitText(robot, "44 ms/token");
        assertTrue(texts(robot).contains("Fast"));
        robot.clickOn("#more-My-Phi-F32");
        robot.clickOn("Rename…");
        awaitText(robot, "also by its old name");
        await(() -> robot.lookup("#rename-name").query().equals(robot.lookup("#rename-name").query().getScene().getFocusOwner()), () -> "the name has the focus");
        robot.write("Old friend\n");
        awaitText(robot, "Old friend");
        await(() -> bench.model.chatModelProperty().get().name().equals("Old friend"), () -> bench.model.chatModelProperty().get().name());
        assertEquals("Old friend", bench.store.find("My Phi F32").orElseThrow().name());
    }

    @Test
    void aSmallerVariantIsMadeOrTheNewerRuntimeOffered(FxRobot robot) throws Exception {
        bench.store.importFile(GgufFixture.llama().writeTo(home.resolve("wide-f32.gguf")), true, (_, _) -> { });
        robot.interact(bench.model::refresh);
        awaitText(robot, "Wide F32");
        robot.clickOn("#more-Wide-F32");
        robot.clickOn("Make a smaller variant…");
        if (bench.model.shelf().canMakeVariants()) {
            robot.clickOn("#make-Q8-0");
            awaitText(robot, "Wide Q8_0");
        } else {
            awaitText(robot, "need the newer runtime");
        }
    }

    @Test
    void aLicenceIsShownOnceAndNothingComesWithoutAgreement(FxRobot robot) throws Exception {
        awaitText(robot, "To chat");
        robot.clickOn("#get-tiny");
        awaitText(robot, "TERMS AND CONDITIONS FOR USE");
        robot.clickOn("Close");
        assertTrue(bench.connections.made().isEmpty());
        robot.clickOn("#get-tiny");
        robot.clickOn("#agree");
        awaitText(robot, "used for chat");
        assertEquals("true", bench.settings.get("licence.agreed.Apache-2.0").orElseThrow());
        assertTrue(bench.newModel().agreed(bench.offer));
    }

    @Test
    void choosesAmongModelsForChatAndRemembersIt(FxRobot robot) throws Exception {
        bench.store.importFile(GgufFixture.phi3().with("general.name", "My Phi").writeTo(home.resolve("my-phi.gguf")), false, (_, _) -> { });
        bench.store.importFile(GgufFixture.llama().with("general.name", "My Llama").seed(2).writeTo(home.resolve("my-llama.gguf")), false, (_, _) -> { });
        robot.interact(bench.model::refresh);
        await(() -> robot.lookup(".button").queryAllAs(Button.class).stream().anyMatch(button -> "Use for chat".equals(button.getText())),
                () -> texts(robot).toString());
        assertNull(bench.model.onlyChatModelProperty().get(), "the mode decides until the person does");
        assertFalse(texts(robot).contains("used for chat"));
        robot.clickOn("Use for chat");
        var chosen = bench.model.onlyChatModelProperty().get();
        assertEquals(chosen, bench.model.chatModelProperty().get());
        assertEquals(chosen.name(), bench.settings.get("model.default").orElseThrow());
        awaitText(robot, "used for chat");
    }

    @Test
    void refusesATextFileWithASentence(FxRobot robot) throws Exception {
        bench.chosen = Files.writeString(home.resolve("letter.gguf"), "Dear reader, this is no model at all, just a letter.");
        awaitText(robot, "No model yet");
        robot.clickOn("#import");
        robot.clickOn("Copy it");
        await(() -> robot.lookup("#notice").query().isVisible(), () -> texts(robot).toString());
        assertTrue(texts(robot).stream().anyMatch(text -> text.contains("letter.gguf") || text.contains("GGUF file")), () -> texts(robot).toString());
        assertTrue(bench.model.shelf().stored().isEmpty());
    }

    @Test
    void listsAFileThatCannotBeUsedWithItsReason(FxRobot robot) throws Exception {
        Files.createDirectories(bench.store.folder());
        Files.writeString(bench.store.folder().resolve("broken.gguf"), "not a model");
        robot.interact(bench.model::refresh);
        awaitText(robot, "Files that cannot be used");
        assertTrue(texts(robot).contains("broken.gguf"));
    }

    @Test
    void downloadIsPausedSurvivesANewWindowAndGoesOn(FxRobot robot) throws Exception {
        bench.hub.stall();
        awaitText(robot, "To chat");
        robot.clickOn("#get-tiny");
        robot.clickOn("#agree");
        bench.hub.awaitHalf();
        awaitText(robot, "Connected: localhost");
        robot.clickOn("#pause-tiny");
        awaitText(robot, "Paused at");
        awaitText(robot, "Offline");
        bench.hub.release();

        var left = bench.newModel();
        robot.interact(left::refresh);
        await(() -> left.download(bench.offer).state() instanceof Transfer.State.Paused paused && paused.done() > 0,
                () -> left.download(bench.offer).state().toString());

        robot.clickOn("#resume-tiny");
        await(() -> !bench.model.shelf().generating().isEmpty(), () -> texts(robot).toString());
        awaitText(robot, "used for chat");
        assertEquals(-1, Files.mismatch(bench.served, bench.model.shelf().generating().getFirst().file()));
    }

    @Test
    void failedDownloadSaysWhyAndCanBeTriedAgain(FxRobot robot) throws Exception {
        bench.hub.setBroken(true);
        awaitText(robot, "To chat");
        robot.clickOn("#get-tiny");
        robot.clickOn("#agree");
        awaitText(robot, "could not be fetched");
        bench.hub.setBroken(false);
        robot.clickOn("#retry-tiny");
        awaitText(robot, "used for chat");
    }
}
