package dev.ganglion.experiments.cli;

import dev.ganglion.experiments.json.Json;
import dev.ganglion.experiments.study.Cell;
import dev.ganglion.experiments.study.Study;
import dev.ganglion.experiments.study.StudyDirectory;
import dev.ganglion.experiments.study.StudyGrid;
import dev.ganglion.experiments.study.StudyResults;
import dev.ganglion.experiments.study.StudyRunner;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs a study with what a user sees of it.
 *
 * @param jobs cells side by side
 * @param workers threads of each
 * @param json whether the standard output is for one JSON object alone
 */
record StudyLauncher(Terminal terminal, int jobs, int workers, boolean json) {
    private static final int FAILED = 1;

    /**
     * Runs those of the cells that have not finished.
     *
     * @param source the study file
     * @param study what it says
     * @param grid all cells of the study
     * @param cells those of the grid that are wanted
     * @return the exit code
     */
    int run(Path source, Study study, StudyGrid grid, StudyDirectory directory, List<Cell> cells) {
        StudyDisplay display = new StudyDisplay(terminal, jobs, System::nanoTime);
        try (Interruption interruption = new Interruption(display::announces)) {
            StudyRunner.Outcome outcome = run(source, study, grid, directory, cells, display, interruption);
            StudyReport report = new StudyReport(StudyResults.of(study, grid, directory), jobs);
            terminal.out().print(json ? Json.write(report.json(outcome)) + "\n" : report.text(outcome));
            if (outcome.isInterrupted()) {
                return Interruption.EXIT_CODE;
            }
            return outcome.failed().isEmpty() ? 0 : FAILED;
        }
    }

    private StudyRunner.Outcome run(
            Path source,
            Study study,
            StudyGrid grid,
            StudyDirectory directory,
            List<Cell> cells,
            StudyDisplay display,
            Interruption interruption) {
        try (StudyRunner.Held held = StudyRunner.hold(directory, source, grid, display::changes)) {
            StudyResults before = StudyResults.of(study, grid, directory);
            List<Cell> open = cells.stream()
                    .filter(cell -> !before.finished().containsKey(cell))
                    .toList();
            display.opens(before, cells, open);
            StudyRunner.Outcome outcome = held.run(open, jobs, workers, display, interruption);
            display.ends();
            return outcome;
        }
    }
}
