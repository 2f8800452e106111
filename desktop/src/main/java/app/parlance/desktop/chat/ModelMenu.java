package app.parlance.desktop.chat;

import app.parlance.desktop.models.BriefName;
import app.parlance.desktop.widget.Sizes;
import app.parlance.model.StoredModel;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;

/** Names the model that answers here; its menu chooses another. */
final class ModelMenu extends MenuButton {
    private final ChatModel model;
    private final Runnable openModels;

    ModelMenu(ChatModel model, Runnable openModels) {
        this.model = model;
        this.openModels = openModels;
        setId("model-menu");
        getStyleClass().add("model-menu");
        setTooltip(new Tooltip());
        model.models().follow(this::refill);
        model.modes().knownProperty().subscribe(_ -> refill());
        model.currentProperty().flatMap(ConversationModel::settingsProperty).subscribe(_ -> refill());
    }

    private void refill() {
        String wanted = model.current().settingsProperty().get().model();
        Optional<StoredModel> used = model.answering();
        String name = used.map(StoredModel::name).orElse(wanted.isEmpty() ? Words.of("model.none") : wanted);
        setText(BriefName.of(name));
        setAccessibleText(Words.of("model.name", name));
        getTooltip().setText(used.map(this::describe).orElse(wanted.isEmpty() ? name : Words.of("model.gone", name)));
        getItems().clear();
        var byMode = new RadioMenuItem(Words.of("model.by-mode"));
        byMode.setSelected(wanted.isEmpty());
        byMode.setOnAction(_ -> model.chooseByMode());
        getItems().add(byMode);
        model.models().available().forEach(one -> getItems().add(item(one, one.name().equals(wanted))));
        if (!getItems().isEmpty()) getItems().add(new SeparatorMenuItem());
        var more = new MenuItem(Words.of("model.more"));
        more.setOnAction(_ -> openModels.run());
        getItems().add(more);
    }

    private String describe(StoredModel one) {
        return Words.of("model.tip", one.name(), one.header().quantization(), Sizes.bytes(one.bytes()));
    }

    private MenuItem item(StoredModel one, boolean used) {
        var item = new RadioMenuItem(one.name());
        item.setSelected(used);
        item.setOnAction(_ -> model.choose(one));
        return item;
    }
}
