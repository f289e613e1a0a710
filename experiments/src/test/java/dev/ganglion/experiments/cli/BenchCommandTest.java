package dev.ganglion.experiments.cli;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.agents.Learners;
import dev.ganglion.agents.TrainingPlan;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.environments.EnvironmentProvider;
import dev.ganglion.environments.Environments;
import dev.ganglion.experiments.bench.RecurrentBenchmark;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

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
    void bench_json_saysWhatLimitsTraining_andWhatItHolds() {
        Captured bench = bench("--json");
        double shares = bench.number("training_share_engine")
                + bench.number("training_share_environment")
                + bench.number("training_share_tensorflow")
                + bench.number("training_share_rest");
        then(shares).isCloseTo(1, within(1e-9));
        then(bench.number("training_share_waiting")).isBetween(0.0, 1.0);
        then(bench.number("heap_bytes")).isPositive();
    }

    @Test
    void bench_vary_measuresEachValue_andDrawsThem(@TempDir Path directory) {
        Path figure = directory.resolve("growth.svg");
        Captured bench = bench("--vary", "envs=1,2", "--figure", figure, "--json");
        then(bench.objects("points"))
                .extracting(point -> point.get("environments"))
                .extracting(value -> ((Number) value).intValue())
                .containsExactly(1, 2);
        then(figure).content().contains("<svg").contains("Steps per second over envs");
    }

    @Test
    void bench_figureOfNothing_isOneSentence(@TempDir Path directory) {
        Captured bench = bench("--figure", directory.resolve("growth.svg"));
        then(bench.exitCode()).isEqualTo(2);
        then(bench.err()).contains("--vary");
    }

    @Test
    void bench_table_showsTrainingBeyondPhysics() {
        then(bench().out()).contains("environment alone").contains("training beyond physics");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "Others do not tell how much memory a process holds")
    void bench_soak_tellsTheResidentSize() {
        Captured soak = bench("--soak", "2s", "--json");
        then(soak.number("seconds")).isGreaterThanOrEqualTo(2);
        then(soak.number("steps")).isPositive();
        then(soak.number("resident_bytes_median")).isBetween(2e7, soak.number("resident_bytes_peak"));
        boolean isConstant = soak.number("resident_drift") <= 0.02;
        then(soak.json()).containsEntry("constant", isConstant);
        then(soak.exitCode()).isEqualTo(isConstant ? 0 : 1);
        then(soak.objects("samples"))
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(
                        sample -> then(((Number) java.util.Objects.requireNonNull(sample.get("seconds"))).doubleValue())
                                .as("after the warm-up")
                                .isGreaterThanOrEqualTo(1));
    }

    @Test
    void bench_soakForNoDuration_isOneSentence() {
        Captured soak = bench("--soak", "soon");
        then(soak.exitCode()).isEqualTo(2);
        then(soak.err()).isEqualTo("ganglion: duration is a number such as 0.01, not 'soon'\n");
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

    @Test
    void bench_goal_takesTheTimeUntilItIsReached() {
        Captured reached = bench("--goal=-1000", "--steps", 20_000, "--json");
        then(reached.objects("runs"))
                .hasSize(2)
                .allSatisfy(run -> then(run)
                        .containsKeys("evaluated_seconds", "training_seconds", "end_seconds")
                        .containsKey("seed"));
        Captured never = bench("--goal=1e6", "--steps", 500);
        then(never.exitCode()).isZero();
        then(never.out()).contains("median").contains("not reached");
    }
}
