package app.parlance.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which of the stored models can answer, and which one does where none is named. */
public final class ModelChoice {
    private ModelChoice() { }

    /**
     * The models that write text, smallest first.
     *
     * @param supported whether the engine runs an architecture, {@code engine::supports}
     */
    public static List<StoredModel> writing(Collection<StoredModel> stored, Predicate<String> supported) {
        return stored.stream().filter(model -> !model.header().isEncoder() && supported.test(model.header().architecture()))
                .sorted(Comparator.comparingLong(StoredModel::bytes)).toList();
    }

    /**
     * The one that the person chose; otherwise the largest with a chat template that leaves half of the
     * memory free; otherwise the smallest.
     *
     * @param writing smallest first
     * @param chosen a model's name
     * @param memory all memory of the machine, in bytes
     */
    public static Optional<StoredModel> best(List<StoredModel> writing, Optional<String> chosen, long memory) {
        return writing.stream().filter(model -> chosen.filter(model.name()::equals).isPresent()).findFirst()
                .or(() -> writing.reversed().stream()
                        .filter(model -> !model.header().chatTemplate().isEmpty() && model.bytes() <= memory / 2).findFirst())
                .or(() -> writing.stream().findFirst());
    }
}
