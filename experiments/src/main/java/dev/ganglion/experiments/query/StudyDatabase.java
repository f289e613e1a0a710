package dev.ganglion.experiments.query;

import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.study.StudyDirectory;
import dev.ganglion.experiments.study.StudyResults;
import dev.ganglion.experiments.study.StudyTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/**
 * A study's tables in a database in memory, made anew for each use: {@code cells}, {@code metrics} and {@code episodes}.
 *
 * <p>The files are read once. After that the database can reach neither files nor network nor extensions, whatever it is
 * asked.
 */
public final class StudyDatabase implements AutoCloseable {
    /** Columns that may be empty or hold whole numbers only, from which their type could not be told. */
    private static final String NUMBERS_OF_CELLS =
            "{'parameters': 'BIGINT', 'steps': 'BIGINT', 'return_before': 'DOUBLE',"
                    + " 'return_before_std': 'DOUBLE', 'return_after': 'DOUBLE', 'return_after_std': 'DOUBLE', 'area': 'DOUBLE'}";

    private static final String NUMBERS_OF_METRICS = "{'return_mean': 'DOUBLE'}";
    private static final String NUMBERS_OF_EPISODES = "{'return': 'DOUBLE'}";

    private final Connection connection;

    private StudyDatabase(Connection connection) {
        this.connection = connection;
    }

    /**
     * Reads a study.
     *
     * @throws InvalidInputException if one of its tables is damaged
     */
    public static StudyDatabase of(StudyResults results) {
        StudyTable.write(results);
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        try {
            StudyDatabase database = new StudyDatabase(new DuckDBDriver().connect("jdbc:duckdb:", settings));
            database.load(results.directory());
            return database;
        } catch (SQLException e) {
            throw new InvalidInputException(
                    "The tables of " + results.directory().path() + " cannot be read: " + sentence(e), e);
        }
    }

    private void load(StudyDirectory directory) throws SQLException {
        execute("CREATE TABLE cells AS SELECT * FROM read_csv(" + literal(directory.table())
                + ", header = true, types = " + NUMBERS_OF_CELLS + ")");
        loadRuns(directory, "metrics", NUMBERS_OF_METRICS);
        loadRuns(directory, "episodes", NUMBERS_OF_EPISODES);
        execute("SET enable_external_access = false");
        execute("SET lock_configuration = true");
    }

    /** A table of the rows that all cells have in their files of that name, with the cell's name before each. */
    private void loadRuns(StudyDirectory directory, String name, String types) throws SQLException {
        Path all = directory.path().resolve(Path.of("cells", "*", "*", "*", name + ".csv"));
        if (!exists(directory.path(), name)) {
            execute("CREATE TABLE " + name + " (cell VARCHAR, steps BIGINT)");
            return;
        }
        execute("CREATE TABLE " + name + " AS SELECT cells.cell, rows.* EXCLUDE (filename) FROM read_csv("
                + literal(all) + ", header = true, union_by_name = true, filename = true, types = " + types
                + ") AS rows"
                + " JOIN cells ON ends_with(replace(rows.filename, '\\', '/'), cells.directory || '/" + name + ".csv')"
                + " ORDER BY cells.rowid, rows.steps");
    }

    private static boolean exists(Path folder, String name) {
        PathMatcher table = FileSystems.getDefault().getPathMatcher("glob:" + name + ".csv");
        Path cells = folder.resolve("cells");
        if (!Files.isDirectory(cells)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(cells, 4)) {
            return files.anyMatch(file -> table.matches(file.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * Asks a question.
     *
     * @param sql one {@code select}
     * @throws InvalidInputException with what the database said, if it is none
     */
    public Answer ask(String sql) {
        try (Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                throw new InvalidInputException("A query selects from cells, metrics and episodes; this one does not");
            }
            try (ResultSet found = statement.getResultSet()) {
                return answer(found);
            }
        } catch (SQLException e) {
            throw new InvalidInputException("The query cannot be answered: " + sentence(e), e);
        }
    }

    private static Answer answer(ResultSet found) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
            columns.add(found.getMetaData().getColumnLabel(i));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        while (found.next()) {
            List<@Nullable Object> row = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                row.add(plain(found.getObject(i)));
            }
            rows.add(row);
        }
        return new Answer(columns, rows);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    /** What went wrong, without the excerpt of the query that the database puts behind. */
    private static String sentence(SQLException e) {
        String message = String.valueOf(e.getMessage());
        return message.replaceFirst("(?s)\\R\\R?LINE \\d+:.*", "")
                .replaceAll("\\s*\\R\\s*", " ")
                .strip();
    }

    private static String literal(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("The database in memory cannot be closed", e);
        }
    }
}
