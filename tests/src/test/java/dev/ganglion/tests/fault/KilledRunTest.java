package dev.ganglion.tests.fault;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.tests.fault.GanglionProcess.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is killed; {@link ManyKills} is the same at length. */
class KilledRunTest {
    private static final long SEED = 1;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"off", "on"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "It has no signal that asks a process to end")
    void train_killedAndResumed_endsWithTheSameBits(String overlap) throws IOException, InterruptedException {
        KilledRun run = new KilledRun(
                directory,
                "--env swimmer/swim:time-limit=50 --steps 4k --learner ppo:rollout=400,overlap=" + overlap,
                SEED);
        String difference = run.compare(List.of(Ending.KILL, Ending.TERM));
        then(difference).as("kills %s of seed %d", run.history(), SEED).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "es:population=8  | KILL",
                "ars:directions=4 | TERM",
                "ga:population=8,elite=2 | KILL",
                "cma-es           | TERM"
            })
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "It has no signal that asks a process to end")
    void train_withoutGradientsKilledAndResumed_endsWithTheSameBits(String learner, Ending ending)
            throws IOException, InterruptedException {
        KilledRun run =
                new KilledRun(directory, "--env swimmer/swim:time-limit=50 --steps 4k --learner " + learner, SEED);
        String difference = run.compare(List.of(ending));
        then(difference).as("kills %s of seed %d", run.history(), SEED).isEmpty();
    }
}
