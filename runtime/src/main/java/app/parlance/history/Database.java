package app.parlance.history;

import app.parlance.platform.SafeFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.Function;

/**
 * One connection to one SQLite file, used by one thread at a time. What SQLite reports becomes a
 * {@link HistoryException} here and nowhere else.
 */
final class Database implements AutoCloseable {
    private static final int WAIT_FOR_OTHERS_MILLIS = 5000;

    /** Makes one result of a row. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Work that happens as a whole or not at all. */
    @FunctionalInterface
    interface Transaction<T> {
        T run() throws SQLException, HistoryException;
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Connection connection;
    private final Path file;

    private Database(Connection connection, Path file) {
        this.connection = connection;
        this.file = file;
    }

    static Database open(Path file) throws HistoryException {
        try {
            SafeFiles.createPrivateFile(file); // SQLite gives its side files the permissions of the main one
        } catch (IOException e) {
            throw new HistoryException("The history " + file + " cannot be made or opened.",
                    "Check that its folder exists, that you may write there, and that the disk is not full.", e);
        }
        return connect("jdbc:sqlite:" + file.toAbsolutePath(), file);
    }

    static Database inMemory() throws HistoryException {
        return connect("jdbc:sqlite::memory:", null);
    }

    private static Database connect(String address, Path file) throws HistoryException {
        Connection connection = null;
        try {
            connection = DriverManager.getConnection(address);
            Database database = new Database(connection, file);
            database.prepare();
            return database;
        } catch (SQLException e) {
            HistoryException problem = SqliteProblem.of(e, file);
            if (connection != null) closeAfter(problem, connection);
            throw problem;
        }
    }

    private void prepare() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + WAIT_FOR_OTHERS_MILLIS);
            statement.execute("PRAGMA synchronous = FULL"); // a message is on disk before it is shown as sent
            statement.execute("PRAGMA foreign_keys = ON");
            statement.execute("PRAGMA secure_delete = ON"); // what is removed is overwritten with zeros
            statement.execute("PRAGMA temp_store = MEMORY"); // no text in temporary files
            statement.execute("PRAGMA cache_size = -16000"); // 16 MB
        }
        Function.create(connection, "fold", new Function() {
            @Override
            protected void xFunc() throws SQLException {
                result(SearchText.fold(value_text(0)));
            }
        }, 1, Function.FLAG_DETERMINISTIC);
    }

    /** Readers and a writer no longer keep each other waiting; changes the file, so only once it is known to be ours. */
    void useWriteAheadLog() throws HistoryException {
        list(row -> row.getString(1), "PRAGMA journal_mode = WAL");
    }

    /** Null for one in memory. */
    Path file() {
        return file;
    }

    /** Runs with the write lock of the file, so that nothing read inside is out of date; nests. */
    <T> T inTransaction(Transaction<T> work) throws HistoryException {
        lock.lock();
        try {
            if (lock.getHoldCount() > 1) return work.run();
            execute("BEGIN IMMEDIATE");
            try {
                T result = work.run();
                execute("COMMIT");
                return result;
            } catch (SQLException | HistoryException | RuntimeException e) {
                rollBackAfter(e);
                throw e;
            }
        } catch (SQLException e) {
            throw SqliteProblem.of(e, file);
        } finally {
            lock.unlock();
        }
    }

    private void rollBackAfter(Exception problem) {
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            problem.addSuppressed(e); // SQLite has rolled back by itself, as it does on a full disk
        }
    }

    /** Runs statements that give nothing back; several are parted by semicolons. */
    void script(String sql) throws HistoryException {
        lock.lock();
        try {
            execute(sql);
        } catch (SQLException e) {
            throw SqliteProblem.of(e, file);
        } finally {
            lock.unlock();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** How many rows it changed. */
    int update(String sql, Object... values) throws HistoryException {
        lock.lock();
        try (PreparedStatement statement = bind(connection.prepareStatement(sql), values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw SqliteProblem.of(e, file);
        } finally {
            lock.unlock();
        }
    }

    /** The new row's number. */
    long insert(String sql, Object... values) throws HistoryException {
        lock.lock();
        try {
            update(sql, values);
            return number("SELECT last_insert_rowid()");
        } finally {
            lock.unlock();
        }
    }

    <T> List<T> list(RowReader<T> reader, String sql, Object... values) throws HistoryException {
        lock.lock();
        try (PreparedStatement statement = bind(connection.prepareStatement(sql), values);
                ResultSet rows = statement.executeQuery()) {
            List<T> list = new ArrayList<>();
            while (rows.next()) list.add(reader.read(rows));
            return list;
        } catch (SQLException e) {
            throw SqliteProblem.of(e, file);
        } finally {
            lock.unlock();
        }
    }

    /** The first value of the first row, 0 where there is none. */
    long number(String sql, Object... values) throws HistoryException {
        List<Long> numbers = list(row -> row.getLong(1), sql, values);
        return numbers.isEmpty() ? 0 : numbers.getFirst();
    }

    private static PreparedStatement bind(PreparedStatement statement, Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
        return statement;
    }

    /** The last process to close a file folds its write-ahead log into it; every commit is on disk before. */
    @Override
    public void close() {
        lock.lock();
        try {
            connection.close();
        } catch (SQLException e) {
            System.getLogger(Database.class.getName()).log(System.Logger.Level.WARNING, "The history did not close cleanly", e);
        } finally {
            lock.unlock();
        }
    }

    private static void closeAfter(Exception problem, Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            problem.addSuppressed(e);
        }
    }
}
