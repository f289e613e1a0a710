package dev.ganglion.experiments.cli;

import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Suggestion;
import dev.ganglion.experiments.config.Limits;
import dev.ganglion.experiments.json.Json;
import dev.ganglion.experiments.study.Cell;
import dev.ganglion.experiments.study.Study;
import dev.ganglion.experiments.study.StudyDirectory;
import dev.ganglion.experiments.study.StudyGrid;
import dev.ganglion.experiments.study.StudyReader;
import dev.ganglion.experiments.study.StudyResults;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ganglion study}. */
@Command(
        name = "study",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Runs a study: arms, environments and seeds from a file, side by side.",
        description = {
            "",
            "Each cell is an ordinary run directory and a process of its own. Stopped by anything, the same command goes"
                    + " on where it was; what has finished is never run again. A cell that fails is tried once more.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ganglion study experiments/studies/ncap-claims.yaml --dry-run",
            "  ganglion study experiments/studies/ncap-claims.yaml --jobs 2",
            "  ganglion study experiments/studies/ncap-claims.yaml --only 'ncap/swim/seed-1' --json"
        })
final class StudyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", arity = "0..1", paramLabel = "STUDY.yaml", description = "The study.")
    private @Nullable Path file;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Directory of the study (default runs/NAME); one that was begun is gone on with.")
    private @Nullable Path out;

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            description = "Cells side by side (default: the processors, shared among the workers of each).")
    private @Nullable String jobs;

    @Option(
            names = {"-w", "--workers"},
            paramLabel = "N",
            description = "Threads of each cell; no result depends on it (default 1).")
    private String workers = "1";

    @Option(
            names = "--only",
            paramLabel = "GLOB",
            description = "Cells whose name matches, such as 'ncap/*/seed-1' (default: all).")
    private @Nullable String only;

    @Option(names = "--dry-run", description = "Show the cells and how long they will take, and run nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print one JSON object at the end, and nothing else, on standard output.")
    private boolean json;

    StudyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (file == null) {
            throw new InvalidInputException("Name the file of a study, such as experiments/studies/ncap-claims.yaml");
        }
        int threads = Limits.workers(workers);
        int sideBySide =
                jobs == null ? Math.max(1, Runtime.getRuntime().availableProcessors() / threads) : Limits.jobs(jobs);
        Study study = StudyReader.read(file);
        StudyGrid grid = StudyGrid.of(study);
        StudyDirectory directory = new StudyDirectory(out != null ? out : Path.of("runs", study.name()));
        List<Cell> cells = chosen(grid.cells());
        StudyReport report = new StudyReport(StudyResults.of(study, grid, directory), sideBySide);
        if (dryRun) {
            terminal.out().print(json ? Json.write(report.plan(cells)) + "\n" : report.planText(cells));
            return 0;
        }
        return new StudyLauncher(terminal, sideBySide, threads, json).run(file, study, grid, directory, cells);
    }

    private List<Cell> chosen(List<Cell> cells) {
        if (only == null) {
            return cells;
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + only);
        List<Cell> chosen = cells.stream()
                .filter(cell -> matcher.matches(Path.of(cell.id())))
                .toList();
        if (chosen.isEmpty()) {
            String hint = Suggestion.nearest(only, cells.stream().map(Cell::id).toList())
                    .map(id -> "did you mean '" + id + "'?")
                    .orElse("one is '" + cells.get(0).id()
                            + "', and ** stands for any part of a name, * for one without /");
            throw new InvalidInputException("--only " + only + " matches none of " + cells.size() + " cells; " + hint);
        }
        return chosen;
    }
}
