package dev.ganglion.experiments.cli;

import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Suggestion;
import dev.ganglion.experiments.json.Json;
import dev.ganglion.experiments.report.StudyPage;
import dev.ganglion.experiments.study.StudyDirectory;
import dev.ganglion.experiments.study.StudyResults;
import dev.ganglion.experiments.study.StudyTable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ganglion report}. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Makes a page of a study's results, to be sent to a colleague.",
        description = {
            "",
            "One page of HTML that needs no network, with figures and intervals; beside it the same as Markdown, every"
                    + " figure as SVG and every table as CSV. A study that goes on is reported as far as it has come.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ganglion report runs/ncap-claims",
            "  ganglion report runs/ncap-claims --out docs/studies/ncap-claims --films beside"
        })
final class ReportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", arity = "0..1", paramLabel = "STUDY", description = "Directory of a study.")
    private @Nullable Path path;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Directory of the report (default STUDY/report).")
    private @Nullable Path out;

    @Option(
            names = "--films",
            paramLabel = "embedded|beside|none",
            description = "Where the film of each arm goes: into the page, beside it, or nowhere (default embedded).")
    private String films = "embedded";

    @Option(names = "--json", description = "Print one JSON object, and nothing else, on standard output.")
    private boolean json;

    ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (path == null) {
            throw new InvalidInputException("Name the directory of a study, such as runs/ncap-claims");
        }
        StudyPage.FilmPlacement placement = placement();
        StudyResults results = StudyResults.of(StudyDirectory.open(path));
        StudyTable.write(results);
        Path page = StudyPage.write(results, out != null ? out : path.resolve("report"), placement);
        if (json) {
            terminal.out()
                    .println(Json.write(Map.of(
                            "page",
                            page.toString(),
                            "cells",
                            results.grid().cells().size(),
                            "finished",
                            results.finished().size())));
        } else {
            terminal.out()
                    .println("  report  " + page + "  (" + results.finished().size() + " of "
                            + results.grid().cells().size() + " cells)");
        }
        return 0;
    }

    private StudyPage.FilmPlacement placement() {
        List<String> names = Arrays.stream(StudyPage.FilmPlacement.values())
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!names.contains(films)) {
            throw new InvalidInputException("--films cannot be '" + films + "'" + Suggestion.clause(films, names));
        }
        return StudyPage.FilmPlacement.valueOf(films.toUpperCase(Locale.ROOT));
    }
}
