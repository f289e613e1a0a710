package dev.ganglion.experiments.cli;

import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.json.Json;
import dev.ganglion.experiments.query.Answer;
import dev.ganglion.experiments.query.StudyDatabase;
import dev.ganglion.experiments.study.StudyDirectory;
import dev.ganglion.experiments.study.StudyResults;
import dev.ganglion.experiments.study.StudyTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ganglion query}. */
@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Asks a study's runs a question in SQL.",
        description = {
            "",
            "The tables are cells (a row for each run), metrics (for each update) and episodes (for each episode of"
                    + " training). Without a question it shows their columns.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ganglion query runs/ncap-claims \"select arm, avg(return_after) from cells group by arm\"",
            "  ganglion query runs/ncap-claims \"select * from cells where not finished\" --csv"
        })
final class QueryCommand implements Callable<Integer> {
    private static final String COLUMNS = "select table_name as \"table\", column_name as \"column\", data_type as type"
            + " from information_schema.columns order by table_name, ordinal_position";

    private final Terminal terminal;

    @Parameters(index = "0", arity = "0..1", paramLabel = "STUDY", description = "Directory of a study.")
    private @Nullable Path path;

    @Parameters(index = "1", arity = "0..1", paramLabel = "SQL", description = "The question, one select.")
    private String sql = COLUMNS;

    @Option(names = "--csv", description = "Print CSV, with all digits.")
    private boolean csv;

    @Option(names = "--json", description = "Print a JSON array with an object for each row.")
    private boolean json;

    QueryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (path == null) {
            throw new InvalidInputException("Name the directory of a study, such as runs/ncap-claims");
        }
        if (csv && json) {
            throw new InvalidInputException("--csv and --json are two forms of the same rows; leave out one of them");
        }
        StudyResults results = StudyResults.of(StudyDirectory.open(path));
        try (StudyDatabase database = StudyDatabase.of(results)) {
            Answer answer = database.ask(sql);
            terminal.out().print(json ? Json.write(objects(answer)) + "\n" : csv ? csv(answer) : table(answer));
        }
        return 0;
    }

    private static List<Map<String, @Nullable Object>> objects(Answer answer) {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        for (List<@Nullable Object> row : answer.rows()) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                object.put(answer.columns().get(i), row.get(i));
            }
            objects.add(object);
        }
        return objects;
    }

    private static String csv(Answer answer) {
        StringBuilder text = new StringBuilder(StudyTable.line(answer.columns()));
        for (List<@Nullable Object> row : answer.rows()) {
            text.append(StudyTable.line(row.stream()
                    .map(value -> value == null ? "" : value.toString())
                    .toList()));
        }
        return text.toString();
    }

    private static String table(Answer answer) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(answer.columns());
        for (List<@Nullable Object> row : answer.rows()) {
            rows.add(row.stream().map(QueryCommand::cell).toList());
        }
        return TextTable.of(rows, "", Integer.MAX_VALUE);
    }

    private static String cell(@Nullable Object value) {
        if (value instanceof Double || value instanceof Float) {
            return Texts.number(((Number) value).doubleValue());
        }
        return value == null ? "" : value.toString();
    }
}
