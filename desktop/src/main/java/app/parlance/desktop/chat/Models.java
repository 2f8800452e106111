package app.parlance.desktop.chat;

import app.parlance.history.ConversationSettings;
import app.parlance.model.ModelStore;
import app.parlance.model.StoredModel;
import app.parlance.problem.ProblemException;
import app.parlance.settings.Settings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The models that can write text, and which of them a conversation uses. For the interface's thread. */
final class Models {
    /** The model of new conversations is kept in the settings under this key. */
    static final String DEFAULT_KEY = "chat.model";

    private final ModelStore store;
    private final Settings settings;
    private final Background background;
    private final ReadOnlyObjectWrapper<List<StoredModel>> available = new ReadOnlyObjectWrapper<>();

    Models(ModelStore store, Settings settings, Background background) {
        this.store = store;
        this.settings = settings;
        this.background = background;
    }

    /** Holds null until the store has been looked through for the first time. */
    ReadOnlyObjectProperty<List<StoredModel>> availableProperty() {
        return available.getReadOnlyProperty();
    }

    boolean areNone() {
        return available.get() != null && available.get().isEmpty();
    }

    /** Looks through the store again. */
    void refresh() {
        background.inOrder(() -> store.list().stream().filter(model -> !model.header().isEncoder()).toList(), available::set, ignored -> { });
    }

    /** The model that a conversation with these settings is answered by. */
    Optional<StoredModel> of(ConversationSettings conversation) {
        List<StoredModel> all = available.get() == null ? List.of() : available.get();
        return named(all, conversation.model())
                .or(() -> settings.get(DEFAULT_KEY).flatMap(name -> named(all, name)))
                .or(() -> all.stream().findFirst());
    }

    /** New conversations use this model from now on. */
    void makeDefault(StoredModel model, Consumer<ProblemException> failed) {
        background.inOrder(() -> {
            try {
                settings.set(DEFAULT_KEY, model.name());
            } catch (IOException cause) {
                throw new ProblemException(Words.of("problem.settings"), Words.of("problem.settings.remedy"), cause);
            }
            return model;
        }, kept -> { }, failed);
    }

    private static Optional<StoredModel> named(List<StoredModel> all, String name) {
        return all.stream().filter(model -> model.name().equals(name)).findFirst();
    }
}
