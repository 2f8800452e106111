package app.parlance.desktop.settings;

import static app.parlance.desktop.settings.SettingsPane.TEXTS;

import app.parlance.desktop.widget.Buttons;
import app.parlance.desktop.widget.Dialogs;
import app.parlance.desktop.widget.Labels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The parts that come with Parlance and their licences, from {@code parts.tsv}; those whose text must be shown unfold it. */
final class Licences extends VBox {
    Licences(Dialogs dialogs) {
        super(8);
        setPrefWidth(480);
        read("parts.tsv").lines().filter(line -> !line.isBlank()).forEach(line -> {
            var field = line.split("\t");
            var licence = Labels.line(field[1], "muted");
            licence.setMinWidth(Region.USE_PREF_SIZE);
            var name = Labels.paragraph(field[0], "setting-name");
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            var row = new HBox(16, name, licence);
            row.setAlignment(Pos.CENTER_LEFT);
            row.setMinHeight(30);
            if (field.length > 2) {
                var text = Buttons.plain(TEXTS.get("licences.read"), () -> dialogs.show(field[0], Labels.paragraph(read(field[2]), "muted")));
                text.setAccessibleText(TEXTS.get("licences.read.accessible", field[0]));
                row.getChildren().add(text);
            }
            getChildren().add(row);
        });
    }

    private static String read(String resource) {
        try (var in = Licences.class.getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException("no resource " + resource);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
