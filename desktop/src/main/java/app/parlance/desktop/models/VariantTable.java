package app.parlance.desktop.models;

import static app.parlance.desktop.models.ModelWords.TEXTS;

import app.parlance.desktop.widget.Badge;
import app.parlance.desktop.widget.Buttons;
import app.parlance.desktop.widget.Dialogs;
import app.parlance.desktop.widget.Labels;
import app.parlance.desktop.widget.Sizes;
import app.parlance.model.CatalogueEntry;
import app.parlance.model.StoredModel;
import app.parlance.variant.VariantPlan;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;

/** A model's variants, one in a row, with what each takes and the way to have it. */
final class VariantTable extends GridPane {
    private int rows;

    private VariantTable() {
        setHgap(24);
        setVgap(8);
    }

    /** Those of the catalogue. */
    static void showOffers(List<CatalogueEntry> variants, Shelf shelf, LicenceQuestion licence, Dialogs dialogs) {
        var table = new VariantTable();
        for (var entry : variants) {
            Node way = shelf.has(entry) ? new Badge(TEXTS.get("variants.here"), Badge.Tone.CHOSEN) : get(entry, licence, dialogs);
            table.row(entry.quantization(), Sizes.bytes(entry.bytes()), FitBadge.of(entry, shelf.freeMemory()), way);
        }
        show(table, TEXTS.get("variants.title", variants.getFirst().name()), TEXTS.get("variants.text"), dialogs);
    }

    /** Those that can be made here of a file. */
    static void showPlans(List<VariantPlan> plans, Shelf shelf, ModelsModel model, Dialogs dialogs) {
        var table = new VariantTable();
        for (var plan : plans) {
            var make = Buttons.plain(TEXTS.get("variant.make"), () -> {
                dialogs.close();
                model.make(plan);
            });
            make.setId(ModelWords.id("make", plan.type().name()));
            make.setAccessibleText(TEXTS.get("variant.make.accessible", plan.type()));
            table.row(plan.type().name(), TEXTS.get("variant.about", Sizes.bytes(plan.bytes())), FitBadge.of(plan, shelf.freeMemory()), make);
        }
        var source = plans.getFirst().source();
        show(table, TEXTS.get("variant.title", source.name()), TEXTS.get("variant.text", source.header().quantization(), Sizes.bytes(source.bytes()),
                Sizes.bytes(shelf.freeDisk())), dialogs);
    }

    private static void show(VariantTable table, String title, String text, Dialogs dialogs) {
        var content = new DialogColumn(16, Labels.paragraph(text, "muted"), table);
        dialogs.show(title, content);
    }

    private static Button get(CatalogueEntry entry, LicenceQuestion licence, Dialogs dialogs) {
        var get = Buttons.plain(TEXTS.get("get"), () -> {
            dialogs.close();
            licence.get(entry);
        });
        get.setId(ModelWords.id("variant", entry.id()));
        get.setAccessibleText(TEXTS.get("get.accessible", entry.name() + " " + entry.quantization()));
        return get;
    }

    private void row(String kind, String size, Node fit, Node way) {
        var name = Labels.line(kind, "card-title");
        name.setMinWidth(72);
        var bytes = Labels.line(size, "muted");
        bytes.setMinWidth(USE_PREF_SIZE);
        GridPane.setFillWidth(fit, false);
        addRow(rows++, name, bytes, fit, way);
        for (var cell : List.of(name, bytes, fit, way)) GridPane.setValignment(cell, javafx.geometry.VPos.CENTER);
        setAlignment(Pos.CENTER_LEFT);
    }
}
