package dev.ganglion.experiments.run;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.environments.StepStatus;
import dev.ganglion.environments.stream.StepBatch;
import dev.ganglion.experiments.config.RunConfig;
import dev.ganglion.experiments.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
    private static final RunConfig CONFIG = RunConfig.resolve(new Settings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(2),
            Optional.empty()));

    @TempDir
    private Path path;

    private RunDirectory directory;
    private Instant now = Instant.EPOCH;

    RecorderTest() {
        directory = new RunDirectory(Path.of("."));
    }

    @BeforeEach
    void place() {
        directory = new RunDirectory(path);
    }

    private Recorder recorder() {
        InstantSource clock = () -> now;
        return new Recorder(directory, CONFIG, clock);
    }

    private static Checkpoint checkpoint(long update) {
        return new Checkpoint(
                "swimmer/swim",
                1,
                "ncap",
                "ppo",
                1,
                update,
                update * 10,
                Map.of("x", new double[] {update}),
                List.of());
    }

    private static TrainingEvent.Started started(long update) {
        return new TrainingEvent.Started(update * 10, checkpoint(update), 4);
    }

    /** An update in whose last step but one the second environment's episode ended. */
    private static TrainingEvent.Updated updated(long update, double... returns) {
        List<StepBatch.Ending> endings = java.util.Arrays.stream(returns)
                .mapToObj(r -> new StepBatch.Ending(
                        3, 1, StepStatus.TRUNCATED, new float[1], r, 100, 7, Map.of("speed_m_per_s", 0.25)))
                .toList();
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("losses/policy", -0.5);
        metrics.put("losses/value", Double.NaN);
        return new TrainingEvent.Updated(update * 10, update, metrics, endings, checkpoint(update));
    }

    private void run(long from, long to) {
        try (Recorder recorder = recorder()) {
            recorder.record(started(from));
            for (long update = from + 1; update <= to; update++) {
                recorder.record(updated(update, 100.0 * update, 50));
            }
        }
    }

    @Test
    void metrics_haveARowForEachUpdate() {
        try (Recorder recorder = recorder()) {
            recorder.record(started(0));
            recorder.record(updated(1));
            recorder.record(updated(2, 100, 50.5));
        }
        then(directory.metrics()).hasContent("""
                        steps,update,episodes,return_mean,return_min,return_max,length_mean,losses/policy,losses/value
                        10,1,0,,,,,-0.5,
                        20,2,2,75.25,50.5,100,100,-0.5,
                        """);
    }

    @Test
    void episodes_haveTheStepAtWhichTheyEnded() {
        try (Recorder recorder = recorder()) {
            recorder.record(started(0));
            recorder.record(updated(1));
            recorder.record(updated(2, 100));
        }
        // Ten steps in the update before, then four steps of two environments.
        then(directory.episodes()).hasContent("""
                        steps,environment,status,return,length,seed,speed_m_per_s
                        18,1,truncated,100,100,7,0.25
                        """);
    }

    @Test
    void goingOn_afterAStop_makesTheSameTablesAsNoStop(@TempDir Path other) throws IOException {
        run(0, 6);
        run(4, 9);
        String metrics = Files.readString(directory.metrics());
        String episodes = Files.readString(directory.episodes());
        directory = new RunDirectory(other);
        run(0, 9);
        then(metrics).isEqualTo(Files.readString(directory.metrics()));
        then(episodes).isEqualTo(Files.readString(directory.episodes()));
    }

    @Test
    void checkpoints_areKeptBeforeTrainingAndAtTheEnd() {
        try (Recorder recorder = recorder()) {
            recorder.record(started(0));
            then(directory.checkpoints().latest().checkpoint().update()).isZero();
            recorder.record(updated(1));
            then(directory.checkpoints().latest().checkpoint().update()).isZero();
        }
        then(directory.checkpoints().latest().checkpoint().update()).isEqualTo(1);
    }

    @Test
    void checkpoints_areKeptEveryFewSeconds() {
        try (Recorder recorder = recorder()) {
            recorder.record(started(0));
            now = now.plusSeconds(3);
            recorder.record(updated(1));
            recorder.record(updated(2));
            then(directory.checkpoints().latest().checkpoint().update()).isEqualTo(1);
        }
    }

    @Test
    void bestCheckpoint_isThatOfTheUpdateThatEarnedMost() {
        try (Recorder recorder = recorder()) {
            recorder.record(started(0));
            recorder.record(updated(1, 10));
            recorder.record(updated(2, 30, 20));
            recorder.record(updated(3, 24));
        }
        then(directory.checkpoints().best().checkpoint().update()).isEqualTo(2);
        try (Recorder recorder = recorder()) {
            recorder.record(started(3));
            recorder.record(updated(4, 24.5));
        }
        then(directory.checkpoints().best().checkpoint().update()).isEqualTo(2);
        try (Recorder recorder = recorder()) {
            recorder.record(started(4));
            recorder.record(updated(5, 26));
        }
        then(directory.checkpoints().best().checkpoint().update()).isEqualTo(5);
    }
}
