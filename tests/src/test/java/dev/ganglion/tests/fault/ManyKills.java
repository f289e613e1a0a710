package dev.ganglion.tests.fault;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.tests.fault.GanglionProcess.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Forty-four kills of real processes, four of each kind of run. It takes minutes, so the build leaves it out; {@code
 * docs/reliability.md} has the command.
 */
class ManyKills {
    private static final List<Ending> ENDINGS = List.of(Ending.KILL, Ending.TERM, Ending.KILL, Ending.INT);

    @TempDir
    private Path directory;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "swimmer, phase only  | --env swimmer/swim:time-limit=250 --steps 16k --learner ppo:rollout=1000",
                "cart-pole, stateless | --env cartpole/balance --controller mlp --steps 30k",
                "cart-pole, recurrent | --env cartpole/balance:velocities=off --controller lstm:hidden=16 --steps 8k"
                        + " --learner ppo:critic-memory=gru",
                "dog, contacts        | --env quadruped/walk:terrain=rough,time-limit=100 --controller spinal"
                        + " --steps 12k --learner ppo:rollout=1024",
                "swimmer, membranes   | --env swimmer/swim:time-limit=125 --controller ncap:neuron=ctrnn --steps 6k"
                        + " --learner ppo:rollout=1000",
                "dog, while collecting| --env quadruped/walk:terrain=rough,time-limit=100 --controller spinal"
                        + " --steps 12k --learner ppo:rollout=1024,overlap=on",
                "recurrent, the same  | --env cartpole/balance:velocities=off --controller lstm:hidden=16 --steps 8k"
                        + " --learner ppo:critic-memory=gru,overlap=on",
                "evolution strategy   | --env swimmer/swim:time-limit=100 --steps 24k --learner es:population=20",
                "random search        | --env swimmer/swim:time-limit=100 --steps 24k --learner ars:directions=10,top=5",
                "genetic algorithm    | --env swimmer/swim:time-limit=100 --steps 24k"
                        + " --learner ga:population=20,elite=4,episodes=2",
                "covariance adaptation| --env cartpole/balance --controller mlp:hidden=8 --steps 30k"
                        + " --learner cma-es:normalise-observations=on"
            })
    void train_killedAndResumed_endsWithTheSameBits(String name, String settings)
            throws IOException, InterruptedException {
        long seed = Long.getLong("ganglion.kills.seed", 1);
        KilledRun run = new KilledRun(directory, settings, seed);
        String difference = run.compare(ENDINGS);
        System.out.println(name + ", seed " + seed);
        run.history().forEach(kill -> System.out.println("  " + kill));
        then(difference).as("kills %s of seed %d", run.history(), seed).isEmpty();
    }
}
