package dev.ganglion.experiments.study;

import dev.ganglion.experiments.run.Summary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has come of a study so far, read from its run directories.
 *
 * @param study the study
 * @param grid all of its cells
 * @param directory where they lie
 * @param finished summaries of the cells that have finished, in the order of the grid
 */
public record StudyResults(Study study, StudyGrid grid, StudyDirectory directory, Map<Cell, Summary> finished) {
    /** Reads the results of a study. */
    public static StudyResults of(Study study, StudyGrid grid, StudyDirectory directory) {
        Map<Cell, Summary> finished = new LinkedHashMap<>();
        grid.cells().forEach(cell -> directory.finished(cell).ifPresent(summary -> finished.put(cell, summary)));
        return new StudyResults(study, grid, directory, finished);
    }

    /** Reads the results of the study that was last run in a directory. */
    public static StudyResults of(StudyDirectory directory) {
        Study study = directory.study();
        return of(study, StudyGrid.of(study), directory);
    }

    /** Finished cells of an arm in an environment, of one kind. */
    public List<Cell> cells(Cell.Kind kind, String arm, String environment) {
        List<Cell> cells = new ArrayList<>();
        for (Cell cell : finished.keySet()) {
            if (cell.kind() == kind
                    && cell.arm().equals(arm)
                    && cell.environment().equals(environment)) {
                cells.add(cell);
            }
        }
        return cells;
    }

    /** Mean returns of cells before training, without noise. */
    public double[] before(List<Cell> cells) {
        return means(cells.stream().map(cell -> summary(cell).before()).toList());
    }

    /** Mean returns of cells after training, without noise. */
    public double[] after(List<Cell> cells) {
        return means(cells.stream().map(cell -> summary(cell).after()).toList());
    }

    /** The summary of a finished cell. */
    public Summary summary(Cell cell) {
        Summary summary = finished.get(cell);
        if (summary == null) {
            throw new IllegalArgumentException(cell.id() + " has not finished");
        }
        return summary;
    }

    private static double[] means(List<Optional<Summary.Score>> scores) {
        return scores.stream()
                .flatMap(Optional::stream)
                .mapToDouble(Summary.Score::returnMean)
                .toArray();
    }
}
