package dev.ganglion.experiments.study;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.experiments.SessionListener;
import dev.ganglion.experiments.run.RunDirectory;
import dev.ganglion.experiments.run.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTrainingTest {
    private static final SessionListener SILENT = new SessionListener() {};

    @TempDir
    private Path folder;

    private Study study;
    private StudyGrid grid;

    @BeforeEach
    void read() {
        study = StudyReader.read(Studies.file(folder, Studies.TINY));
        grid = StudyGrid.of(study);
    }

    private StudyDirectory directory(String name) {
        StudyDirectory directory = new StudyDirectory(folder.resolve(name));
        directory.adopt(folder.resolve("study.yaml"), grid);
        return directory;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ppo:rollout=64,minibatch=32,epochs=2,critic-hidden=8",
                "es:population=4",
                "ars:directions=2",
                "ga:population=4,elite=1",
                "cma-es:population=4"
            })
    void train_killedAtAnyMoment_endsWithTheSameBits(String learner) throws IOException {
        study = StudyReader.read(
                Studies.file(folder, Studies.TINY.replaceFirst("(?m)^learner: .*$", "learner: \"" + learner + "\"")));
        grid = StudyGrid.of(study);
        Cell cell = grid.cells().get(0);
        StudyDirectory undisturbed = directory("undisturbed");
        CellTraining.train(undisturbed, cell.id(), 1, SILENT);
        for (Class<? extends TrainingEvent> moment :
                List.of(TrainingEvent.Started.class, TrainingEvent.Updated.class, TrainingEvent.Finished.class)) {
            StudyDirectory disturbed = directory(moment.getSimpleName());
            thenThrownBy(() -> CellTraining.train(disturbed, cell.id(), 1, new Killer(moment)))
                    .isInstanceOf(Killed.class);
            then(disturbed.finished(cell)).isEmpty();
            Summary summary = CellTraining.train(disturbed, cell.id(), 2, SILENT);
            then(summary.before())
                    .isEqualTo(undisturbed.finished(cell).orElseThrow().before());
            then(summary.after())
                    .isEqualTo(undisturbed.finished(cell).orElseThrow().after());
            for (String table : List.of("metrics.csv", "episodes.csv", "checkpoints/latest.checkpoint")) {
                then(Files.readAllBytes(cell.directory(disturbed.path()).resolve(table)))
                        .as(moment + " " + table)
                        .isEqualTo(Files.readAllBytes(
                                cell.directory(undisturbed.path()).resolve(table)));
            }
        }
    }

    @Test
    void train_ofNoSteps_watchesTheUntrainedPolicy() {
        Cell cell = grid.cells().get(1);
        Summary summary = CellTraining.train(directory("out"), cell.id(), 1, SILENT);
        then(summary.status()).isEqualTo(Summary.Status.FINISHED);
        then(summary.steps()).isZero();
        then(summary.after()).isPresent().isEqualTo(summary.before());
    }

    @Test
    void train_finishedCell_isLeftAlone() throws IOException {
        StudyDirectory directory = directory("out");
        Cell cell = grid.cells().get(1);
        Studies.finish(directory, cell, 42);
        Summary summary = CellTraining.train(directory, cell.id(), 1, SILENT);
        then(summary.after().orElseThrow().returnMean()).isEqualTo(42);
    }

    @Test
    void train_damagedCheckpoints_beginAnew() throws IOException {
        Cell cell = grid.cells().get(0);
        StudyDirectory directory = directory("out");
        thenThrownBy(() -> CellTraining.train(directory, cell.id(), 1, new Killer(TrainingEvent.Updated.class)))
                .isInstanceOf(Killed.class);
        RunDirectory run = new RunDirectory(cell.directory(directory.path()));
        for (String name : List.of("latest", "previous")) {
            Files.writeString(run.checkpoints().directory().resolve(name + ".checkpoint"), "torn");
        }
        then(CellTraining.train(directory, cell.id(), 1, SILENT).status()).isEqualTo(Summary.Status.FINISHED);
    }

    /** Stands for whatever ends a process. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Ends a training at its first event of a kind. */
    private record Killer(Class<? extends TrainingEvent> moment) implements SessionListener {
        @Override
        public void trains(TrainingEvent event) {
            if (moment.isInstance(event)) {
                throw new Killed();
            }
        }
    }
}
