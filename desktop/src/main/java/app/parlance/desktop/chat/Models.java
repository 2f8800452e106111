package app.parlance.desktop.chat;

import app.parlance.desktop.models.ModelsModel;
import app.parlance.desktop.models.Shelf;
import app.parlance.history.ConversationSettings;
import app.parlance.model.StoredModel;
import java.util.List;
import java.util.Optional;

/** The models that can write text, and which of them a conversation uses. For the interface's thread. */
record Models(ModelsModel all) {
    /** Runs this now and whenever an answer of this class may have changed. */
    void follow(Runnable changed) {
        all.shelfProperty().subscribe(_ -> changed.run());
        all.chatModelProperty().subscribe(_ -> changed.run());
    }

    List<StoredModel> available() {
        return all.shelf().generating();
    }

    /** True once the store has been looked through and holds none. */
    boolean areNone() {
        return all.shelf() != Shelf.UNREAD && available().isEmpty();
    }

    /** The model that a conversation with these settings is answered by; empty where its own is gone, or there is none. */
    Optional<StoredModel> of(ConversationSettings conversation) {
        if (conversation.model().isEmpty()) return Optional.ofNullable(all.chatModelProperty().get());
        return available().stream().filter(model -> model.name().equals(conversation.model())).findFirst();
    }
}
