package dev.ganglion.experiments.cli;

import static org.assertj.core.api.BDDAssertions.then;

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
}
