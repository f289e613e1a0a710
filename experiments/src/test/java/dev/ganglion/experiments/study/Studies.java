package dev.ganglion.experiments.study;

import dev.ganglion.experiments.run.RunDirectory;
import dev.ganglion.experiments.run.Summary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Studies for tests: files, and cells that say they have finished without ever having run. */
public final class Studies {
    /** Cells of this study take a second or two each. */
    public static final String TINY = """
            study: tiny
            question: Which of two networks finds more food?
            environments:
              - maze/forage:size=5,time-limit=20
            arms:
              - name: small
                controller: mlp:hidden=4
              - name: untrained
                controller: mlp:hidden=8
                steps: 0
                ablates: small
            seeds: 1
            steps: 192
            preset: none
            learner: ppo:rollout=64,minibatch=32,epochs=2,critic-hidden=8
            side-by-side: 2
            evaluation: {episodes: 2}
            thresholds: [1, 100]
            """;

    private Studies() {}

    /** Writes a study file. */
    public static Path file(Path folder, String text) {
        try {
            return Files.writeString(folder.resolve("study.yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A study as it would be after running, with returns of its cells made up. */
    public static StudyResults finished(Path folder, String text, ToDoubleFunction<Cell> after) {
        Path file = file(folder, text);
        Study study = StudyReader.read(file);
        StudyGrid grid = StudyGrid.of(study);
        StudyDirectory directory = new StudyDirectory(folder.resolve("out"));
        directory.adopt(file, grid);
        grid.cells().stream()
                .filter(cell -> directory.finished(cell).isEmpty())
                .forEach(cell -> finish(directory, cell, after.applyAsDouble(cell)));
        return StudyResults.of(study, grid, directory);
    }

    /** Lets a cell be finished with a learning curve of two points up to a return. */
    public static void finish(StudyDirectory directory, Cell cell, double after) {
        RunDirectory run = RunDirectory.create(cell.directory(directory.path()), cell.config());
        long steps = cell.config().plan().steps();
        if (steps > 0) {
            write(
                    run.metrics(),
                    "steps,update,episodes,return_mean\n" + steps / 2 + ",1,4," + after / 2 + "\n" + steps + ",2,4,"
                            + after + "\n");
            write(
                    run.episodes(),
                    "steps,environment,status,return,length,seed\n" + steps + ",0,truncated," + after + ",20,7\n");
        }
        Summary.of(
                        cell.config(),
                        new Summary.Progress(Summary.Status.FINISHED, 10, steps, 2),
                        Optional.of(score(after / 4)),
                        Optional.of(score(after)))
                .write(run.summary());
    }

    private static Summary.Score score(double mean) {
        return new Summary.Score(mean, 1, 2, Map.of());
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
