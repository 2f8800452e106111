package app.parlance.desktop.models;

import app.parlance.model.StoredModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What other parts of the program say on a model's card. Asked whenever the cards are built, on the JavaFX thread: answer at once.
 *
 * @param speed measured here, in words, for example {@code 44 ms/token}
 * @param modes the names of the modes that use it
 */
public record CardNotes(Function<StoredModel, Optional<String>> speed, Function<StoredModel, List<String>> modes) {
    /** Nothing is measured, and no mode uses a model. */
    public static final CardNotes NONE = new CardNotes(_ -> Optional.empty(), _ -> List.of());
}
