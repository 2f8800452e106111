package app.parlance.desktop.models;

import static app.parlance.desktop.models.ModelWords.TEXTS;

import app.parlance.desktop.widget.Icons;
import app.parlance.variant.VariantPlan;
import org.kordamp.ikonli.feather.Feather;

/** The card of a variant that is being made: progress, and the way to stop it. */
final class MakingCard {
    private MakingCard() { }

    static ModelCard of(VariantPlan plan, ModelsModel model) {
        var name = TEXTS.get("variant.making", plan.type(), plan.source().name());
        var stop = Icons.button(Feather.X, TEXTS.get("variant.stop", plan.type()), model::stopMaking);
        stop.setId("variant-stop");
        var line = new ProgressLine(name, false, stop);
        model.making().stateProperty().subscribe(state -> {
            if (state instanceof Transfer.State.Running running) line.show(running);
        });
        var card = new ModelCard(name, TEXTS.get("variant.making.text"), line);
        card.setId("making");
        return card;
    }
}
