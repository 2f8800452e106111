package app.parlance.mode;

import app.parlance.engine.OpenRequest;
import app.parlance.measure.Measurements;
import app.parlance.measure.Tuned;
import app.parlance.model.StoredModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What modes choose from in tests: a machine with 16 GB, half of it free, where nothing is tuned or in memory and no model is the default. */
public class TestSurroundings implements Modes.Surroundings {
    private final Supplier<List<StoredModel>> models;
    private final Measurements measurements;

    /** @param models asked for anew each time */
    public TestSurroundings(Supplier<List<StoredModel>> models, Measurements measurements) {
        this.models = models;
        this.measurements = measurements;
    }

    @Override
    public List<StoredModel> models() {
        return models.get();
    }

    @Override
    public List<String> languages(StoredModel model) {
        return List.of();
    }

    @Override
    public Measurements measurements() {
        return measurements;
    }

    @Override
    public Optional<Tuned> tuned(StoredModel model) {
        return Optional.empty();
    }

    @Override
    public Optional<String> defaultModel() {
        return Optional.empty();
    }

    @Override
    public boolean isOpen(OpenRequest request) {
        return false;
    }

    @Override
    public long memory() {
        return 16_000_000_000L;
    }

    @Override
    public long freeMemory() {
        return 8_000_000_000L;
    }
}
