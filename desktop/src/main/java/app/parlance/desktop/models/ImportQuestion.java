package app.parlance.desktop.models;

import static app.parlance.desktop.models.ModelWords.TEXTS;

import app.parlance.desktop.widget.Dialogs;
import app.parlance.desktop.widget.FileChoice;
import app.parlance.desktop.widget.Sizes;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.TransferMode;

/** Files on their way into the store, chosen or dropped: asks whether to copy them or to leave them where they lie. */
final class ImportQuestion {
    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");
    private static final String ENDING = "gguf";

    private final ModelsModel model;
    private final Dialogs dialogs;
    private final FileChoice files;

    ImportQuestion(ModelsModel model, Dialogs dialogs, FileChoice files) {
        this.model = model;
        this.dialogs = dialogs;
        this.files = files;
    }

    void chooseFile() {
        files.open(TEXTS.get("import.title"), TEXTS.get("import.kind"), ENDING).ifPresent(file -> ask(List.of(file)));
    }

    void ask(List<Path> chosen) {
        long bytes = chosen.stream().map(Path::toFile).mapToLong(File::length).sum();
        var what = chosen.size() == 1 ? chosen.getFirst().getFileName().toString() : TEXTS.get("import.several", chosen.size());
        dialogs.choose(TEXTS.get("import.ask", what), TEXTS.get("import.ask.text", Sizes.bytes(bytes), model.folder()),
                new Dialogs.Choice(TEXTS.get("import.copy"), () -> chosen.forEach(file -> model.importFile(file, true))),
                new Dialogs.Choice(TEXTS.get("import.reference"), () -> chosen.forEach(file -> model.importFile(file, false))));
    }

    /** Lets files with the ending .gguf be dropped on a node; it has the pseudo-class {@code drop} while they hang over it. */
    void acceptDrops(Node node) {
        node.setOnDragOver(drag -> {
            if (models(drag.getDragboard().getFiles()).isEmpty()) return;
            drag.acceptTransferModes(TransferMode.COPY);
            node.pseudoClassStateChanged(DROP, true);
            drag.consume();
        });
        node.setOnDragExited(_ -> node.pseudoClassStateChanged(DROP, false));
        node.setOnDragDropped(drag -> {
            var dropped = models(drag.getDragboard().getFiles());
            drag.setDropCompleted(!dropped.isEmpty());
            drag.consume();
            if (!dropped.isEmpty()) ask(dropped);
        });
    }

    private static List<Path> models(List<File> dropped) {
        return dropped == null ? List.of() : dropped.stream().map(File::toPath)
                .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith("." + ENDING)).toList();
    }
}
