package app.parlance.desktop.models;

import static app.parlance.desktop.models.ModelsBench.await;
import static app.parlance.desktop.models.ModelsBench.awaitText;
import static app.parlance.desktop.models.ModelsBench.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.parlance.model.Agreements;
import app.parlance.model.StoredModel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class StarterViewTest {
    @TempDir
    Path home;
    private ModelsBench bench;
    private final List<StoredModel> ready = new CopyOnWriteArrayList<>();

    @Start
    void start(Stage stage) throws Exception {
        bench = new ModelsBench(home);
        new Agreements(bench.settings).remember(bench.offer.licence()); // the question stands in the shell's window, which is not this one
        bench.open(stage);
        stage.setScene(new Scene(new StarterView(bench.model, bench.shell.dialogs(), bench.files(), ready::add), 900, 600));
        stage.show();
        bench.model.refresh();
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @Test
    void nothingIsFetchedUnaskedAndGetLeadsToAReadyModel(FxRobot robot) throws Exception {
        awaitText(robot, "Choose a model to begin");
        assertTrue(texts(robot).containsAll(List.of("Tiny Llama", "Answers nonsense at once.", "Apache-2.0", "English, German", "huggingface.co", "Recommended")),
                () -> texts(robot).toString());
        assertTrue(bench.connections.made().isEmpty());
        robot.clickOn("#get-tiny");
        await(() -> ready.size() == 1, () -> texts(robot).toString());
        assertEquals("llama", ready.getFirst().header().architecture());
        assertEquals("Download of Tiny Llama", bench.connections.made().getFirst().what());
    }
}
