package app.parlance.measure;

import app.parlance.engine.CacheType;
import app.parlance.sqlite.Database;
import app.parlance.sqlite.Schema;
import app.parlance.sqlite.StorageException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What was measured on this machine, in a SQLite file: nothing is ever overwritten, so that runs can be compared over time. Thread-safe. */
public final class Measurements implements AutoCloseable {
    /** @param measured when the run ended */
    public record Measured<T>(Setup setup, T figures, Instant measured) { }

    /** Marked "PrlM". */
    private static final Schema SCHEMA = Schema.beside(Measurements.class, 0x50726C4D, 1);
    private static final String SETUP = "model = ? AND bytes = ? AND engine = ? AND cache = ? AND context = ? AND threads = ?";

    private final Database<StorageException> database;

    private Measurements(Database<StorageException> database) {
        this.database = database;
    }

    /** Opens the file, and makes it where there is none. */
    public static Measurements open(Path file) throws StorageException {
        var database = Database.open(file, "The record of measurements");
        try {
            SCHEMA.apply(database);
            return new Measurements(database);
        } catch (StorageException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    public void add(Setup setup, Speed speed) throws StorageException {
        database.inTransaction(() -> {
            var id = database.insert("""
                    INSERT INTO speed (model, bytes, engine, cache, context, threads, prompt_tokens_per_s, ms_per_token, first_token_ms, resident,
                        estimated, limit_ms, joules_per_token, measured) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                    setup.model(), setup.bytes(), setup.engine(), setup.cache().name(), setup.contextTokens(), setup.threads(),
                    speed.promptTokensPerSecond(), speed.millisPerToken(), speed.timeToFirstTokenMillis(), speed.residentBytes(),
                    speed.estimatedBytes(), speed.bandwidthLimitMillis(),
                    speed.joulesPerToken().isPresent() ? speed.joulesPerToken().getAsDouble() : null, now());
            for (var at : speed.byContext()) {
                database.update("INSERT INTO speed_at VALUES (?, ?, ?, ?, ?)", id, at.tokens(), at.promptTokensPerSecond(), at.millisPerToken(), at.limitMillis());
            }
            return id;
        });
    }

    public void add(Setup setup, Accuracy accuracy) throws StorageException {
        database.inTransaction(() -> {
            finish(begin(setup, accuracy.task(), accuracy.set(), "", 0), accuracy);
            return null;
        });
    }

    /** Every run, newest first. */
    public List<Measured<Speed>> speeds() throws StorageException {
        return speeds("true");
    }

    /** The newest of this very setup. */
    public Optional<Measured<Speed>> speed(Setup setup) throws StorageException {
        return speeds(SETUP, values(setup)).stream().findFirst();
    }

    private List<Measured<Speed>> speeds(String condition, Object... values) throws StorageException {
        return database.inTransaction(() -> {
            record AtOf(long speed, Speed.AtContext at) { }
            var lengths = database.list(row -> new AtOf(row.getLong("speed"), new Speed.AtContext(row.getInt("tokens"), row.getDouble("prompt_tokens_per_s"),
                    row.getDouble("ms_per_token"), row.getDouble("limit_ms"))), "SELECT * FROM speed_at ORDER BY tokens")
                    .stream().collect(Collectors.groupingBy(AtOf::speed, Collectors.mapping(AtOf::at, Collectors.toList())));
            return database.list(row -> new Measured<>(setup(row), speed(row, lengths.getOrDefault(row.getLong("id"), List.of())), measured(row)),
                    "SELECT * FROM speed WHERE " + condition + " ORDER BY measured DESC, id DESC", values);
        });
    }

    private static Speed speed(ResultSet row, List<Speed.AtContext> byContext) throws SQLException {
        var joules = row.getDouble("joules_per_token");
        return new Speed(row.getDouble("prompt_tokens_per_s"), row.getDouble("ms_per_token"), row.getDouble("first_token_ms"), row.getLong("resident"),
                row.getLong("estimated"), row.getDouble("limit_ms"), row.getObject("joules_per_token") == null ? OptionalDouble.empty() : OptionalDouble.of(joules), byContext);
    }

    /** Every run that came to its end, newest first. */
    public List<Measured<Accuracy>> accuracies() throws StorageException {
        return accuracies("true");
    }

    /** The newest of this model (name and bytes) and KV-cache type, for each task and set the newest, in whatever context and threads. */
    public List<Measured<Accuracy>> accuracies(Setup setup) throws StorageException {
        record Kind(String task, String set) { }
        return accuracies("model = ? AND bytes = ? AND cache = ?", setup.model(), setup.bytes(), setup.cache().name()).stream()
                .collect(Collectors.toMap(run -> new Kind(run.figures().task(), run.figures().set()), run -> run, (newer, _) -> newer, LinkedHashMap::new))
                .values().stream().toList();
    }

    private List<Measured<Accuracy>> accuracies(String condition, Object... values) throws StorageException {
        return database.inTransaction(() -> {
            record MetricOf(long accuracy, String name, double value) { }
            var metrics = database.list(row -> new MetricOf(row.getLong("accuracy"), row.getString("name"), row.getDouble("value")), "SELECT * FROM accuracy_metric")
                    .stream().collect(Collectors.groupingBy(MetricOf::accuracy, Collectors.toMap(MetricOf::name, MetricOf::value)));
            record AnsweredBy(long accuracy, String model, int items) { }
            var answered = database.list(row -> new AnsweredBy(row.getLong("accuracy"), row.getString("model"), row.getInt("items")),
                    "SELECT accuracy, model, count(*) AS items FROM accuracy_item GROUP BY accuracy, model")
                    .stream().collect(Collectors.groupingBy(AnsweredBy::accuracy, Collectors.toMap(AnsweredBy::model, AnsweredBy::items)));
            return database.list(row -> new Measured<>(setup(row),
                    accuracy(row, metrics.getOrDefault(row.getLong("id"), Map.of()), answered.getOrDefault(row.getLong("id"), Map.of())), measured(row)),
                    "SELECT * FROM accuracy WHERE measured IS NOT NULL AND " + condition + " ORDER BY measured DESC, id DESC", values);
        });
    }

    private static Accuracy accuracy(ResultSet row, Map<String, Double> metrics, Map<String, Integer> answeredBy) throws SQLException {
        return new Accuracy(row.getString("task"), row.getString("set_name"), row.getInt("n"), row.getDouble("accuracy"), metrics, row.getDouble("ms_per_item"), answeredBy);
    }

    /**
     * One item of a run, as it was answered.
     *
     * @param item its place in the set, from 0
     * @param chosen the option that the model held likeliest
     * @param model that answered
     */
    public record Item(int item, int chosen, boolean correct, double millis, int promptTokens, String model) { }

    /** A run that may be under way. @param finished its result; empty while it is not at its end */
    record Run(long id, Optional<Accuracy> finished) { }

    /** Begins a run. @param most items; 0 = all */
    long begin(Setup setup, String task, String set, String sha256, int most) throws StorageException {
        return database.insert("""
                INSERT INTO accuracy (model, bytes, engine, cache, context, threads, task, set_name, set_sha256, most) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                setup.model(), setup.bytes(), setup.engine(), setup.cache().name(), setup.contextTokens(), setup.threads(), task, set, sha256, most);
    }

    /** The newest run of just this. */
    Optional<Run> run(Setup setup, String task, String sha256, int most) throws StorageException {
        var found = database.list(row -> row.getLong(1), "SELECT id FROM accuracy WHERE " + SETUP + " AND task = ? AND set_sha256 = ? AND most = ? ORDER BY id DESC LIMIT 1",
                setup.model(), setup.bytes(), setup.engine(), setup.cache().name(), setup.contextTokens(), setup.threads(), task, sha256, most);
        if (found.isEmpty()) return Optional.empty();
        return Optional.of(new Run(found.getFirst(), accuracies("id = ?", found.getFirst()).stream().findFirst().map(Measured::figures)));
    }

    void add(long run, Item item) throws StorageException {
        database.update("INSERT INTO accuracy_item VALUES (?, ?, ?, ?, ?, ?, ?)", run, item.item(), item.chosen(), item.correct(), item.millis(), item.promptTokens(), item.model());
    }

    /** Those answered so far, in the set's order. */
    List<Item> items(long run) throws StorageException {
        return database.list(row -> new Item(row.getInt("item"), row.getInt("chosen"), row.getBoolean("correct"), row.getDouble("ms"), row.getInt("prompt_tokens"),
                row.getString("model")), "SELECT * FROM accuracy_item WHERE accuracy = ? ORDER BY item", run);
    }

    void finish(long run, Accuracy accuracy) throws StorageException {
        database.inTransaction(() -> {
            database.update("UPDATE accuracy SET n = ?, accuracy = ?, ms_per_item = ?, measured = ? WHERE id = ?",
                    accuracy.n(), accuracy.accuracy(), accuracy.millisPerItem(), now(), run);
            for (var metric : accuracy.metrics().entrySet()) {
                database.update("INSERT INTO accuracy_metric VALUES (?, ?, ?)", run, metric.getKey(), metric.getValue());
            }
            return null;
        });
    }

    /** The largest bandwidth of this machine that was ever measured, in bytes a second: whatever else runs can only lessen it. */
    OptionalDouble bandwidth(String machine) throws StorageException {
        return database.list(row -> row.getDouble(1), "SELECT bytes_per_s FROM bandwidth WHERE machine = ? ORDER BY bytes_per_s DESC LIMIT 1", machine)
                .stream().mapToDouble(Double::doubleValue).findFirst();
    }

    void addBandwidth(String machine, double bytesPerSecond) throws StorageException {
        database.update("INSERT INTO bandwidth (machine, bytes_per_s, measured) VALUES (?, ?, ?)", machine, bytesPerSecond, now());
    }

    void add(String machine, String model, long bytes, Tuned tuned) throws StorageException {
        database.inTransaction(() -> {
            var id = database.insert("INSERT INTO tuning (machine, model, bytes, threads, batch, cache, measured) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    machine, model, bytes, tuned.threads(), tuned.batch(), tuned.cache().name(), tuned.measured().toEpochMilli());
            for (var sample : tuned.samples()) {
                database.update("INSERT INTO tuning_sample VALUES (?, ?, ?, ?, ?, ?)", id, sample.threads(), sample.batch(), sample.cache().name(),
                        sample.promptTokensPerSecond(), sample.millisPerToken());
            }
            return null;
        });
    }

    /** The newest tuning of this model on this machine. */
    Optional<Tuned> tuned(String machine, String model, long bytes) throws StorageException {
        return database.inTransaction(() -> {
            var newest = database.number("SELECT id FROM tuning WHERE machine = ? AND model = ? AND bytes = ? ORDER BY id DESC LIMIT 1", machine, model, bytes);
            var samples = database.list(row -> new Tuned.Sample(row.getInt("threads"), row.getInt("batch"), cache(row), row.getDouble("prompt_tokens_per_s"),
                    row.getDouble("ms_per_token")), "SELECT * FROM tuning_sample WHERE tuning = ? ORDER BY rowid", newest);
            return database.list(row -> new Tuned(row.getInt("threads"), row.getInt("batch"), cache(row), samples, measured(row)),
                    "SELECT * FROM tuning WHERE id = ?", newest).stream().findFirst();
        });
    }

    private static Setup setup(ResultSet row) throws SQLException {
        return new Setup(row.getString("model"), row.getLong("bytes"), row.getString("engine"), cache(row), row.getInt("context"), row.getInt("threads"));
    }

    private static Object[] values(Setup setup) {
        return new Object[] {setup.model(), setup.bytes(), setup.engine(), setup.cache().name(), setup.contextTokens(), setup.threads()};
    }

    private static CacheType cache(ResultSet row) throws SQLException {
        return CacheType.valueOf(row.getString("cache"));
    }

    private static Instant measured(ResultSet row) throws SQLException {
        return Instant.ofEpochMilli(row.getLong("measured"));
    }

    static Instant time() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static long now() {
        return time().toEpochMilli();
    }

    /** Everything is on disk already. Safe to call twice. */
    @Override
    public void close() {
        database.close();
    }
}
