package app.parlance.desktop.measure;

import app.parlance.desktop.models.BriefName;
import app.parlance.engine.CacheType;
import app.parlance.measure.Accuracy;
import app.parlance.measure.AccuracyBench;
import app.parlance.measure.Measurements.Measured;
import app.parlance.measure.Setup;
import app.parlance.measure.Speed;
import app.parlance.mode.Mode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A row of the table, and a point of the plot: a model with a KV-cache type, the newest figures of it, and the modes that stand for it now.
 *
 * @param name brief, but told apart from every other row's
 * @param accuracies by task: the newest of each
 * @param speeds every run, newest first
 * @param accuracyRuns every run, newest first
 * @param paces milliseconds a token by task: of a model the same for each, of Auto the mean of those that answered; without tasks where one of them was not measured
 */
record Figures(Key key, String name, List<Mode> modes, Map<String, Measured<Accuracy>> accuracies, List<Measured<Speed>> speeds,
        List<Measured<Accuracy>> accuracyRuns, Map<String, Double> paces) {
    /** What is compared over time: another file of the same name is another model. */
    record Key(String model, long bytes, CacheType cache) {
        private static final Key AUTO = new Key(AccuracyBench.AUTO, 0, CacheType.F16);

        static Key of(Setup setup) {
            // which KV-cache type its first question happened to get is no difference
            return setup.model().equals(AccuracyBench.AUTO) ? AUTO : new Key(setup.model(), setup.bytes(), setup.cache());
        }
    }

    Figures {
        modes = List.copyOf(modes);
        accuracies = Map.copyOf(accuracies);
        speeds = List.copyOf(speeds);
        accuracyRuns = List.copyOf(accuracyRuns);
        paces = Map.copyOf(paces);
    }

    /** Whether this is Auto: it picks a model for each text, so it has accuracies and no speed of its own. */
    boolean auto() {
        return key.equals(Key.AUTO);
    }

    Optional<Speed> speed() {
        return speeds.stream().findFirst().map(Measured::figures);
    }

    Optional<Accuracy> accuracy(String task) {
        return Optional.ofNullable(accuracies.get(task)).map(Measured::figures);
    }

    /** Whether it can be drawn for this task. */
    boolean isPoint(String task) {
        return paces.containsKey(task) && accuracies.containsKey(task);
    }

    /** One row each for what was measured, is installed or is a mode's choice; the quickest first, what has no figures last. */
    static List<Figures> of(Bench.Known known) {
        var speeds = byKey(known.speeds());
        var accuracies = byKey(known.accuracies());
        var modes = new LinkedHashMap<Key, List<Mode>>();
        known.modes().forEach(each -> modes.computeIfAbsent(new Key(each.model(), each.bytes(), each.cache()), _ -> new ArrayList<>()).add(each.mode()));
        var keys = new LinkedHashSet<Key>();
        keys.addAll(speeds.keySet());
        keys.addAll(accuracies.keySet());
        keys.addAll(modes.keySet());
        for (var model : known.models()) {
            if (keys.stream().noneMatch(key -> key.model().equals(model.name()) && key.bytes() == model.bytes()))
                keys.add(new Key(model.name(), model.bytes(), CacheType.F16));
        }
        return keys.stream().map(key -> {
            var runs = accuracies.getOrDefault(key, List.of());
            var newest = new TreeMap<String, Measured<Accuracy>>();
            runs.forEach(run -> newest.putIfAbsent(run.figures().task(), run));
            var paces = new HashMap<String, Double>();
            newest.forEach((task, run) -> pace(key, run.figures(), speeds).ifPresent(millis -> paces.put(task, millis)));
            return new Figures(key, nameOf(key, keys), modes.getOrDefault(key, key.equals(Key.AUTO) ? List.of(Mode.AUTO) : List.of()), newest,
                    speeds.getOrDefault(key, List.of()), runs, paces);
        }).sorted(Comparator.comparingDouble((Figures each) -> each.speed().map(Speed::millisPerToken).orElse(Double.MAX_VALUE)).thenComparing(each -> each.name())).toList();
    }

    private static OptionalDouble pace(Key key, Accuracy accuracy, Map<Key, List<Measured<Speed>>> speeds) {
        if (!key.equals(Key.AUTO)) return speeds.getOrDefault(key, List.of()).stream().mapToDouble(run -> run.figures().millisPerToken()).findFirst();
        double millis = 0;
        int items = 0;
        for (var share : accuracy.answeredBy().entrySet()) {
            var pace = speeds.entrySet().stream().filter(each -> each.getKey().model().equals(share.getKey())).flatMap(each -> each.getValue().stream())
                    .max(Comparator.comparing(Measured::measured));
            if (pace.isEmpty()) return OptionalDouble.empty();
            millis += pace.get().figures().millisPerToken() * share.getValue();
            items += share.getValue();
        }
        return items == 0 ? OptionalDouble.empty() : OptionalDouble.of(millis / items);
    }

    private static <T> Map<Key, List<Measured<T>>> byKey(List<Measured<T>> runs) {
        Function<Measured<T>, Key> key = run -> Key.of(run.setup());
        return runs.stream().sorted(Comparator.comparing((Measured<T> run) -> run.measured()).reversed())
                .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }

    private static String nameOf(Key key, LinkedHashSet<Key> all) {
        if (key.equals(Key.AUTO)) return "";
        var brief = BriefName.of(key.model());
        boolean variants = all.stream().anyMatch(other -> !other.model().equals(key.model()) && BriefName.of(other.model()).equals(brief));
        var name = variants ? key.model() : brief;
        boolean caches = all.stream().anyMatch(other -> other.model().equals(key.model()) && other.cache() != key.cache());
        return caches && key.cache() != CacheType.F16 ? name + " KV " + key.cache() : name;
    }
}
