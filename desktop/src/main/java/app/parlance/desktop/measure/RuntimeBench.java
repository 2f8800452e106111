package app.parlance.desktop.measure;

import static app.parlance.desktop.measure.Words.TEXTS;

import app.parlance.app.Parlance;
import app.parlance.engine.CacheType;
import app.parlance.engine.Capability;
import app.parlance.engine.OpenRequest;
import app.parlance.measure.AccuracyBench;
import app.parlance.measure.Energy;
import app.parlance.measure.Progress;
import app.parlance.measure.SpeedBench;
import app.parlance.measure.Tuned;
import app.parlance.measure.Tuning;
import app.parlance.measure.superglue.SuperGlue;
import app.parlance.mode.Input;
import app.parlance.mode.Mode;
import app.parlance.mode.Modes;
import app.parlance.mode.Plan;
import app.parlance.mode.Task;
import app.parlance.model.ModelChoice;
import app.parlance.model.StoredModel;
import app.parlance.platform.Machine;
import app.parlance.platform.Processor;
import app.parlance.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The measuring of this machine's real runtime and models. */
final class RuntimeBench implements Bench {
    private final Parlance parts;
    private final Optional<Modes> modes;

    /** @param modes what they stand for; empty shows models alone */
    RuntimeBench(Parlance parts, Optional<Modes> modes) {
        this.parts = parts;
        this.modes = modes;
    }

    @Override
    public Known known() throws ProblemException, InterruptedException {
        var kept = parts.measurements();
        var models = ModelChoice.writing(parts.models().list(), parts.engine()::supports);
        var tuned = new HashMap<String, Tuned>();
        var tuning = new Tuning(parts.pool(), kept);
        for (var model : models) tuning.tuned(model).ifPresent(found -> tuned.put(model.name(), found));
        var speeds = kept.speeds();
        var energy = Energy.ofThisMachine().explanation();
        boolean told = speeds.stream().anyMatch(run -> run.figures().joulesPerToken().isPresent());
        var computer = new Computer(Machine.processor(), Processor.ofThisMachine().physicalCores(), Machine.memory(),
                OptionalDouble.of(parts.bandwidth().bytesPerSecond()), parts.engine().name(),
                told ? TEXTS.get("energy.told") : energy.isEmpty() ? TEXTS.get("energy.none") : energy,
                parts.engine().capabilities().contains(Capability.SCORES));
        return new Known(models, setups(), speeds, kept.accuracies(), tuned, computer);
    }

    private List<ModeSetup> setups() throws ProblemException {
        var setups = new ArrayList<ModeSetup>();
        if (modes.isEmpty()) return setups;
        modes.get().prices(Task.CHAT).forEach((mode, price) -> {
            var plan = price.plan();
            if (mode != Mode.AUTO) setups.add(new ModeSetup(mode, plan.model().name(), plan.model().bytes(), plan.cache()));
        });
        setups.add(new ModeSetup(Mode.AUTO, AccuracyBench.AUTO, 0, CacheType.F16));
        return setups;
    }

    @Override
    public List<String> shippedTasks() {
        return Arrays.stream(SuperGlue.values()).filter(SuperGlue::comesAlong).map(SuperGlue::word).toList();
    }

    @Override
    public void speed(StoredModel model, CacheType cache, Progress progress) throws ProblemException, InterruptedException {
        new SpeedBench(parts.pool(), parts.measurements(), parts.bandwidth()).run(model, request(model, cache), progress);
    }

    @Override
    public void accuracy(StoredModel model, CacheType cache, String task, Optional<Path> file, boolean again, Progress progress)
            throws ProblemException, InterruptedException {
        var choice = new AccuracyBench.Choice(model, request(model, cache));
        new AccuracyBench(parts.pool(), parts.measurements()).run(task, file.orElse(null), model.name(), _ -> choice, 0, again, progress);
    }

    @Override
    public void autoAccuracy(String task, Optional<Path> file, boolean again, Progress progress) throws ProblemException, InterruptedException {
        AccuracyBench.Chooser chooser = text -> {
            var plan = modes.isEmpty() ? Optional.<Plan>empty() : modes.get().plan(Task.ANSWERS, Mode.AUTO, Input.of(text));
            if (plan.isEmpty()) throw new ProblemException(TEXTS.get("auto.none"), TEXTS.get("auto.none.remedy"));
            return new AccuracyBench.Choice(plan.get().model(), plan.get().request());
        };
        new AccuracyBench(parts.pool(), parts.measurements()).run(task, file.orElse(null), AccuracyBench.AUTO, chooser, 0, again, progress);
    }

    @Override
    public void tune(StoredModel model, Progress progress) throws ProblemException, InterruptedException {
        new Tuning(parts.pool(), parts.measurements()).run(model, progress);
    }

    private static OpenRequest request(StoredModel model, CacheType cache) {
        return OpenRequest.toGenerate(model.file(), 0).withCache(cache);
    }
}
