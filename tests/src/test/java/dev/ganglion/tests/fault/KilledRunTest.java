package dev.ganglion.tests.fault;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.tests.fault.GanglionProcess.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed; {@link TwentyKills} is the same at length. */
class KilledRunTest {
    private static final long SEED = 1;

    @TempDir
    private Path directory;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "It has no signal that asks a process to end")
    void train_killedAndResumed_endsWithTheSameBits() throws IOException, InterruptedException {
        KilledRun run =
                new KilledRun(directory, "--env swimmer/swim:time-limit=50 --steps 4k --learner ppo:rollout=400", SEED);
        String difference = run.compare(List.of(Ending.KILL, Ending.TERM));
        then(difference).as("kills %s of seed %d", run.history(), SEED).isEmpty();
    }
}
