package dev.ganglion.experiments.cli;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.agents.Learners;
import dev.ganglion.agents.TrainingPlan;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.environments.EnvironmentProvider;
import dev.ganglion.environments.Environments;
import dev.ganglion.experiments.bench.RecurrentBenchmark;
import org.junit.jupiter.api.Test;

class BenchCommandTest {
    private static Captured bench(Object... more) {
        Object[] head = {
            "bench",
            "--env",
            Tiny.ENVIRONMENT,
            "--controller",
            Tiny.CONTROLLER,
            "--learner",
            Tiny.LEARNER,
            "--envs",
            2,
            "--workers",
            1,
            "--repeats=2",
            "--seconds=0.05",
            "--seed=3"
        };
        Object[] arguments = java.util.Arrays.copyOf(head, head.length + more.length);
        System.arraycopy(more, 0, arguments, head.length, more.length);
        return Captured.run(arguments);
    }

    @Test
    void bench_json_hasTheRates() {
        Captured bench = bench("--json");
        then(bench.exitCode()).isZero();
        then(bench.number("environment_steps_per_second")).isPositive();
        then(bench.number("training_steps_per_second")).isPositive();
        then(bench.number("workers")).isEqualTo(1);
        then(bench.number("training_core_microseconds_beyond_physics"))
                .isEqualTo(bench.number("training_core_microseconds") - bench.number("environment_core_microseconds"));
    }

    @Test
    void bench_table_showsTrainingBeyondPhysics() {
        then(bench().out()).contains("environment alone").contains("training beyond physics");
    }

    @Test
    void measure_recurrent_countsWholeUpdates() {
        TrainingPlan plan = new TrainingPlan(
                Environments.parse(Tiny.ENVIRONMENT),
                Controllers.parse("rnn"),
                Learners.parse(Tiny.LEARNER),
                0,
                1,
                2,
                1);

        RecurrentBenchmark.Cost cost = new RecurrentBenchmark(plan, 2).measure(4, 3);

        then(cost.chunk()).isEqualTo(4);
        then(cost.updatesPerSecond()).isPositive();
        then(cost.microsecondsPerStep()).isPositive();
    }

    @Test
    void bench_everyEnvironment_hasRatesAndTheEnginesShare() {
        Captured bench = Captured.run("bench", "--every-environment", "--repeats=1", "--seconds=0.05");
        then(bench.exitCode()).isZero();
        then(bench.out())
                .contains(Environments.all().stream()
                        .map(EnvironmentProvider::name)
                        .toList())
                .contains("inside JBox2D");
    }
}
