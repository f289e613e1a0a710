package dev.ganglion.experiments.cli;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.agents.checkpoint.CheckpointFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that are not finite: what is said, what is left, and that it can be seen again. */
class ReplayCommandTest {
    private static final String LEARNER = "ppo:rollout=32,minibatch=16,epochs=2,critic-hidden=8,normalise-returns=off";

    @TempDir
    private Path directory;

    private Path run = Path.of("");

    private Captured train(String environment, String learner) {
        run = directory.resolve("run");
        return Captured.run(
                "train",
                "--env",
                environment,
                "--controller",
                "mlp:hidden=8",
                "--learner",
                learner,
                "--steps",
                640,
                "--envs",
                4,
                "--workers",
                2,
                "--seed",
                3,
                "--out",
                run);
    }

    private List<Path> dumps() throws IOException {
        try (Stream<Path> files = Files.list(run)) {
            return files.filter(file -> file.getFileName().toString().startsWith("failure-update-"))
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "observation | the observation bead/age is NaN",
                "reward      | the reward is Infinity",
                "blow-up     | Body 0 of 1 has diverged: the bead"
            })
    void train_numberOfTheEnvironmentNotFinite_isNamedAndReplays(String fault, String message) throws IOException {
        Captured training = train("faulty/bead:fault=" + fault + "", LEARNER);
        then(training.exitCode()).isEqualTo(1);
        then(training.err())
                .contains("ganglion: Environment ")
                .contains("failed in its episode ")
                .contains(" of seed ")
                .contains(" at step ")
                .contains(": " + message)
                .contains("'ganglion replay " + run + "/failure-update-")
                .doesNotContain("\tat ");
        thenItReplays(message);
    }

    @Test
    void train_gradientNotFinite_namesTheParameterAndReplays() throws IOException {
        Captured training = train("faulty/bead:fault=huge-reward", LEARNER);
        then(training.exitCode()).isEqualTo(1);
        then(training.err())
                .contains("the loss is not finite (value loss Infinity)")
                .contains("(largest component: the critic's parameter ")
                .contains("of the run with seed 3")
                .doesNotContain("\tat ");
        thenItReplays("the norm of the gradient overflows");
    }

    private void thenItReplays(String message) throws IOException {
        then(dumps()).hasSize(1);
        Path dump = dumps().get(0);
        Captured replay = Captured.run("replay", dump, "--json");
        then(replay.json()).containsEntry("reproduced", true).containsEntry("seed", 3);
        then(String.valueOf(replay.json().get("message"))).contains(message);
        then(replay.exitCode()).isZero();
        then(Captured.run("replay", dump).out()).startsWith("The same again, in update ");
        // The run itself stands where the failing update began.
        then(CheckpointFile.read(run.resolve("checkpoints/latest.checkpoint")).update())
                .isEqualTo(
                        CheckpointFile.read(dump.resolve("before.checkpoint")).update());
    }

    @Test
    void train_skippingWhatIsNotFinite_goesOn() {
        Captured training = train("faulty/bead:fault=none", LEARNER + ",non-finite=skip");
        then(training.exitCode()).isZero();
    }

    @Test
    void replay_whatComesNoMore_saysSo() throws IOException {
        train("faulty/bead:fault=reward", LEARNER);
        Path failure = dumps().get(0).resolve("failure.json");
        Files.writeString(failure, Files.readString(failure).replace("the reward is Infinity", "the reward is NaN"));
        Captured replay = Captured.run("replay", dumps().get(0));
        then(replay.exitCode()).isEqualTo(1);
        then(replay.out()).startsWith("It does not come again.");
    }

    @Test
    void replay_whatIsNoDump_isOneSentence() {
        Captured replay = Captured.run("replay", directory);
        then(replay.exitCode()).isEqualTo(2);
        then(replay.err()).contains("is not the dump of a failure").hasLineCount(1);
    }

    @Test
    void train_blowUpTruncated_isCounted() throws IOException {
        Captured training = train("faulty/bead:fault=blow-up,blow-up=truncate", LEARNER);
        then(training.exitCode()).as(training.err()).isZero();
        List<String> rows = Files.readAllLines(run.resolve("episodes.csv"));
        int column = List.of(rows.get(0).split(",", -1)).indexOf("blown_up");
        then(rows.stream()
                        .skip(1)
                        .filter(row -> List.of(row.split(",", -1)).get(column).equals("1")))
                .isNotEmpty()
                .allMatch(row -> row.contains(",truncated,"));
    }
}
