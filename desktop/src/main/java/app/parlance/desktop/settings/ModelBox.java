package app.parlance.desktop.settings;

import app.parlance.desktop.models.ModelsModel;
import app.parlance.model.StoredModel;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** Chooses one of the models that write text, or none of them; follows the list as models come and go. */
final class ModelBox extends ComboBox<Optional<StoredModel>> {
    private static final double WIDTH = 296;

    private final ModelsModel models;
    private final Supplier<Optional<String>> named;
    private boolean following;

    /**
     * @param none what it says where no model is chosen
     * @param named the name of the model that is chosen now; one that is gone counts as none
     * @param chosen told when the person has chosen
     */
    ModelBox(ModelsModel models, String none, Supplier<Optional<String>> named, Consumer<Optional<StoredModel>> chosen) {
        this.models = models;
        this.named = named;
        setPrefWidth(WIDTH);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(Optional<StoredModel> model) {
                return model == null ? none : model.map(StoredModel::name).orElse(none);
            }

            @Override
            public Optional<StoredModel> fromString(String name) {
                throw new UnsupportedOperationException("this box is not edited");
            }
        });
        models.shelfProperty().subscribe(this::follow);
        models.onlyChatModelProperty().subscribe(this::follow);
        valueProperty().addListener((_, _, now) -> {
            if (!following && now != null) chosen.accept(now);
        });
    }

    /** Shows what is chosen now. */
    void follow() {
        following = true;
        var writing = models.shelf().generating();
        var items = new ArrayList<Optional<StoredModel>>();
        items.add(Optional.empty());
        writing.forEach(model -> items.add(Optional.of(model)));
        getItems().setAll(items);
        var name = named.get();
        setValue(writing.stream().filter(model -> name.filter(model.name()::equals).isPresent()).findFirst());
        setDisable(writing.isEmpty());
        following = false;
    }
}
