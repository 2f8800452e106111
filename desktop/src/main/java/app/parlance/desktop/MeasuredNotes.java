package app.parlance.desktop;

import app.parlance.app.Parlance;
import app.parlance.desktop.mode.ModeWords;
import app.parlance.desktop.models.CardNotes;
import app.parlance.measure.Setup;
import app.parlance.mode.Mode;
import app.parlance.mode.Task;
import app.parlance.model.StoredModel;
import app.parlance.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was measured of each model and which of the chat's modes use it, for the cards of the Models pane: as last read. */
final class MeasuredNotes {
    private record Read(Map<String, Double> millisPerToken, Map<String, List<String>> modes) { }

    private final Parlance parts;
    private volatile Read read = new Read(Map.of(), Map.of());

    MeasuredNotes(Parlance parts) {
        this.parts = parts;
    }

    /** Looks again; not for the JavaFX thread. */
    void read() {
        try {
            var speeds = new HashMap<String, Double>();
            for (var run : parts.measurements().speeds()) speeds.putIfAbsent(key(run.setup()), run.figures().millisPerToken());
            var modes = new HashMap<String, List<String>>();
            parts.modes().prices(Task.CHAT).forEach((mode, price) -> {
                if (mode != Mode.AUTO) modes.computeIfAbsent(price.plan().model().name(), _ -> new ArrayList<>()).add(ModeWords.name(mode));
            });
            read = new Read(speeds, modes);
        } catch (ProblemException e) {
            System.getLogger(MeasuredNotes.class.getName()).log(System.Logger.Level.WARNING, "The cards stand without what was measured", e);
        }
    }

    CardNotes notes() {
        return new CardNotes(this::speed, model -> read.modes().getOrDefault(model.name(), List.of()));
    }

    private Optional<String> speed(StoredModel model) {
        return Optional.ofNullable(read.millisPerToken().get(model.name() + " " + model.bytes())).map(ModeWords::millisPerToken);
    }

    private static String key(Setup setup) {
        return setup.model() + " " + setup.bytes();
    }
}
