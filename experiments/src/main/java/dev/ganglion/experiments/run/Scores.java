package dev.ganglion.experiments.run;

import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.stream.StepBatch;
import dev.ganglion.experiments.picture.LearningCurve;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads returns from events and from the tables. */
final class Scores {
    private Scores() {}

    /** Mean return of the episodes that ended during an update; NaN if none did. */
    static double meanReturn(TrainingEvent.Updated update) {
        return update.episodes().stream()
                .mapToDouble(StepBatch.Ending::episodeReturn)
                .average()
                .orElse(Double.NaN);
    }

    /** Highest mean return of an update up to a step, negative infinity if there is none. */
    static double highest(Path metrics, long steps) {
        return updates(metrics).stream()
                .filter(cell -> cell.steps() <= steps)
                .mapToDouble(LearningCurve.Episode::episodeReturn)
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    /** The episodes of training. */
    static List<LearningCurve.Episode> episodes(Path episodes) {
        return column(episodes, "return");
    }

    /** Mean returns of the updates in which episodes ended. */
    static List<LearningCurve.Episode> updates(Path metrics) {
        return column(metrics, "return_mean");
    }

    private static List<LearningCurve.Episode> column(Path table, String name) {
        if (!Files.exists(table)) {
            return List.of();
        }
        try {
            int column = CsvLog.header(table).indexOf(name);
            return CsvLog.rows(table).stream()
                    .filter(row -> !row.get(column).isEmpty())
                    .map(row ->
                            new LearningCurve.Episode(Long.parseLong(row.get(0)), Double.parseDouble(row.get(column))))
                    .toList();
        } catch (IOException e) {
            throw new InvalidInputException(table + " is damaged: " + WholeFile.reason(e), e);
        } catch (IndexOutOfBoundsException e) {
            throw new InvalidInputException(table + " is damaged: a row of it has no '" + name + "'", e);
        } catch (NumberFormatException e) {
            throw new InvalidInputException(table + " is damaged: what should be a number is none", e);
        }
    }
}
