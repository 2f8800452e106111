package app.parlance.desktop.models;

import static app.parlance.desktop.models.ModelWords.TEXTS;

import app.parlance.desktop.widget.Sizes;
import app.parlance.model.CatalogueEntry;
import app.parlance.model.Source;
import app.parlance.model.StoredModel;
import java.text.NumberFormat;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
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

    /** @param licence shows a licence's text by its name */
    static ModelDetails of(StoredModel model, Optional<CatalogueEntry> entry, Consumer<String> licence) {
        var header = model.header();
        var numbers = NumberFormat.getIntegerInstance();
        var table = new ModelDetails();
        table.row("file", model.file().toString());
        table.row("size", size(model.bytes()));
        table.row("name", header.name());
        table.row("architecture", header.architecture());
        table.row("parameters", numbers.format(header.parameters()));
        table.row("quantization", header.quantization());
        table.row("context", header.contextLength() <= 0 ? "" : numbers.format(header.contextLength()));
        table.row("layers", TEXTS.get("details.layers.value", header.blockCount(), header.embeddingLength(), header.headCount(), header.headCountKv()));
        table.row("tokenizer", header.tokenizer());
        table.row("template", TEXTS.get(header.chatTemplate().isEmpty() ? "details.template.none" : "details.template.own"));
        table.row("origin", TEXTS.get("origin." + model.origin()));
        entry.ifPresent(each -> table.published(each, licence));
        return table;
    }

    static ModelDetails of(CatalogueEntry entry, Consumer<String> licence) {
        var table = new ModelDetails();
        table.row("file", entry.file());
        table.row("size", size(entry.bytes()));
        table.row("architecture", entry.architecture());
        table.row("quantization", entry.quantization());
        table.row("context", entry.context() <= 0 ? "" : NumberFormat.getIntegerInstance().format(entry.context()));
        table.published(entry, licence);
        return table;
    }

    private static String size(long bytes) {
        return TEXTS.get("details.size.value", Sizes.bytes(bytes), NumberFormat.getIntegerInstance().format(bytes));
    }

    /** What the catalogue knows and no header says. */
    private void published(CatalogueEntry entry, Consumer<String> licence) {
        row("languages", ModelWords.allLanguages(entry.languages()));
        var read = new Hyperlink(entry.licence());
        read.setId("details-licence");
        read.setAccessibleText(TEXTS.get("licence.of", entry.licence()));
        read.setOnAction(_ -> licence.accept(entry.licence()));
        row("licence", read);
        row("sources", ModelWords.sources(entry));
        row("revision", entry.sources().stream().filter(Source.Hub.class::isInstance).map(source -> ((Source.Hub) source).revision()).distinct().collect(Collectors.joining(", ")));
        row("sha256", entry.sha256());
    }

    private void row(String key, String value) {
        if (value.isBlank()) return;
        var text = new Label(value);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        row(key, text);
    }

    private void row(String key, Node value) {
        var name = new Label(TEXTS.get("details." + key));
        name.getStyleClass().add("muted");
        name.setMinHeight(Region.USE_PREF_SIZE);
        GridPane.setValignment(name, javafx.geometry.VPos.TOP);
        addRow(rows++, name, value);
    }
}
