package app.parlance.desktop.models;

import static app.parlance.desktop.models.ModelWords.TEXTS;

import app.parlance.desktop.widget.Sizes;
import app.parlance.model.CatalogueEntry;
import app.parlance.model.StoredModel;
import java.text.NumberFormat;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.Region;

/** A table of facts for a dialog: what a file's header says, or what the catalogue promises. */
final class ModelDetails extends GridPane {
    private int rows;

    private ModelDetails() {
        setHgap(16);
        setVgap(8);
        setMaxWidth(520);
        var names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        getColumnConstraints().add(names);
    }

    static ModelDetails of(StoredModel model) {
        var header = model.header();
        var numbers = NumberFormat.getIntegerInstance();
        var table = new ModelDetails();
        table.row("file", model.file().toString());
        table.row("size", Sizes.bytes(model.bytes()));
        table.row("name", header.name());
        table.row("architecture", header.architecture());
        table.row("parameters", numbers.format(header.parameters()));
        table.row("quantization", header.quantization());
        table.row("context", header.contextLength() <= 0 ? "" : numbers.format(header.contextLength()));
        table.row("layers", TEXTS.get("details.layers.value", header.blockCount(), header.embeddingLength(), header.headCount(), header.headCountKv()));
        table.row("tokenizer", header.tokenizer());
        table.row("template", TEXTS.get(header.chatTemplate().isEmpty() ? "details.template.none" : "details.template.own"));
        table.row("origin", TEXTS.get("origin." + model.origin()));
        return table;
    }

    static ModelDetails of(CatalogueEntry entry) {
        var table = new ModelDetails();
        table.row("file", entry.file());
        table.row("size", Sizes.bytes(entry.bytes()));
        table.row("licence", entry.licence());
        table.row("languages", ModelWords.allLanguages(entry.languages()));
        table.row("architecture", entry.architecture());
        table.row("quantization", entry.quantization());
        table.row("context", NumberFormat.getIntegerInstance().format(entry.context()));
        table.row("sources", ModelWords.sources(entry));
        table.row("sha256", entry.sha256());
        return table;
    }

    private void row(String key, String value) {
        if (value.isBlank()) return;
        var name = new Label(TEXTS.get("details." + key));
        name.getStyleClass().add("muted");
        name.setMinHeight(Region.USE_PREF_SIZE);
        var text = new Label(value);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        GridPane.setValignment(name, javafx.geometry.VPos.TOP);
        addRow(rows++, name, text);
    }
}
