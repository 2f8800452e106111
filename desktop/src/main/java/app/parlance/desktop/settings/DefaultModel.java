package app.parlance.desktop.settings;

import static app.parlance.desktop.settings.SettingsPane.TEXTS;

import app.parlance.desktop.models.ModelsModel;
import app.parlance.model.StoredModel;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** Chooses among the models that write text; follows the list as models come and go. */
final class DefaultModel extends ComboBox<StoredModel> {
    private boolean following;

    DefaultModel(ModelsModel models) {
        setId("default-model");
        setAccessibleText(TEXTS.get("model"));
        setPromptText(TEXTS.get("model.none"));
        setPrefWidth(296);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(StoredModel model) {
                return model == null ? "" : model.name();
            }

            @Override
            public StoredModel fromString(String name) {
                throw new UnsupportedOperationException("this box is not edited");
            }
        });
        models.shelfProperty().subscribe(() -> follow(models));
        models.chatModelProperty().subscribe(() -> follow(models));
        follow(models);
        valueProperty().addListener((_, _, chosen) -> {
            if (!following && chosen != null) models.useForChat(chosen);
        });
    }

    private void follow(ModelsModel models) {
        following = true;
        getItems().setAll(models.shelf().generating());
        setValue(models.chatModelProperty().get());
        setDisable(getItems().isEmpty());
        following = false;
    }
}
