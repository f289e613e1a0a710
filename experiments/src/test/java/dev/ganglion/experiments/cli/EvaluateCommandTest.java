package dev.ganglion.experiments.cli;

import static org.assertj.core.api.BDDAssertions.then;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
    @Test
    void evaluate_runsOfSeveralSeeds_isOfEach_andOfAllTogether(@TempDir Path directory) {
        Path runs = directory.resolve("several");
        String[] maze = {"--env", "maze/forage:size=5,time-limit=20", "--controller", "mlp:hidden=4"};
        then(Captured.run("train", "--steps", "0", "--seeds", "2", "--out", runs, maze[0], maze[1], maze[2], maze[3])
                        .exitCode())
                .isZero();
        Captured both = Captured.run("evaluate", runs, "--episodes", "3");
        then(both.out()).contains("3 episodes of each run", "seed-1", "seed-2", "over 2 seeds");
        Captured wrong = Captured.run("evaluate", runs, "--seeds", "3");
        then(wrong.exitCode()).isEqualTo(2);
        then(wrong.err()).contains("give one seed").hasLineCount(1);
    }

    @Test
    void evaluate_run_earnsWhatItsTrainingSaid(@TempDir Path directory) {
        Captured train = Tiny.train(directory.resolve("run"), "--json");
        Captured evaluate = Captured.run("evaluate", directory.resolve("run"), "--json");
        then(evaluate.exitCode()).isZero();
        then(evaluate.number("return_mean")).isEqualTo(train.number("return_mean"));
        then(evaluate.number("episodes")).isEqualTo(10);
        then(evaluate.json()).containsKeys("return_std", "steps_per_second", "measurements", "overrides", "run");
        Captured best =
                Captured.run("evaluate", directory.resolve("run"), "--checkpoint", "best", "--episodes", 2, "--json");
        then(best.exitCode()).isZero();
        Captured drawn = Captured.run("evaluate", directory.resolve("run"), "--sample", "--json");
        then(drawn.json()).containsEntry("sampled", true);
        then(drawn.json().get("returns")).isNotEqualTo(evaluate.json().get("returns"));
    }

    @Test
    void evaluate_untrained_saysMeanDeviationAndInterval() {
        Captured evaluate = Captured.run("evaluate", "--env", Tiny.ENVIRONMENT, "--controller", Tiny.CONTROLLER);
        then(evaluate.exitCode()).isZero();
        then(evaluate.err()).isEmpty();
        then(evaluate.out())
                .contains("untrained mlp:hidden=8: 10 episodes, seed 1")
                .contains("mean and standard deviation")
                .contains("95 % interval")
                .contains("Student's t")
                .contains("steps/s");
    }

    @Test
    void evaluate_severalSeeds_isEachAloneAndTheirInterquartileMean() {
        Object[] arguments = {"evaluate", "--env", Tiny.ENVIRONMENT, "--controller", "random", "--episodes", 2};
        Captured text = Captured.run(with(arguments, "--seeds", "5"));
        then(text.out()).contains("2 episodes of each seed").contains("over 5 seeds)");
        Captured several = Captured.run(with(arguments, "--seed", "7,2", "--json"));
        Captured alone = Captured.run(with(arguments, "--seed", "2", "--json"));
        then(several.array()).hasSize(2);
        then(several.array().get(1).get("returns")).isEqualTo(alone.json().get("returns"));
    }

    private static Object[] with(Object[] arguments, Object... more) {
        return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray();
    }

    @Test
    void evaluate_random_actsByChance() {
        Captured one = Captured.run("evaluate", "--env", Tiny.ENVIRONMENT, "--controller", "random", "--json");
        Captured two =
                Captured.run("evaluate", "--env", Tiny.ENVIRONMENT, "--controller", "random", "--json", "--seed", "2");
        then(one.json()).containsEntry("controller", "random actions");
        then(one.json().get("returns")).isNotEqualTo(two.json().get("returns"));
    }

    @Test
    void evaluate_overrides_reachTheCircuitAndTheOutput() {
        Object[] arguments = {
            "evaluate",
            "--controller",
            "ncap",
            "--episodes",
            "1",
            "--set",
            "prop=0, osc=0.5",
            "--set",
            "contra=-2",
            "--noise",
            "0.1",
            "--json"
        };
        Captured evaluate = Captured.run(arguments);
        then(evaluate.json())
                .containsEntry("overrides", Map.of("prop", 0.0, "osc", 0.5, "contra", -2.0))
                .containsEntry("noise", 0.1);
        // Without proprioception the swimmer hardly moves: 128 of 1000, against 797 with it.
        then(evaluate.number("return_mean")).isBetween(50.0, 250.0);
        then(evaluate.json()).doesNotContainKey("return_low");
    }

    @Test
    void evaluate_wrongArguments_areOneSentence(@TempDir Path directory) {
        for (List<String> wrong : List.of(
                List.of(
                        "There is no parameter 'prpo'; did you mean 'prop'?",
                        "--controller",
                        "ncap",
                        "--set",
                        "prpo=2"),
                List.of("--set takes NAME=VALUE", "--set", "prop"),
                List.of("--set prop takes a number", "--set", "prop=much"),
                List.of("--set prop takes a finite number", "--set", "prop=NaN"),
                List.of("--set gives prop twice", "--set", "prop=1,prop=2"),
                List.of("noise cannot be -1", "--noise", "-1"),
                List.of("episodes cannot be 0", "--episodes", "0"),
                List.of("has learned no noise for its commands", "--controller", "ncap", "--sample"),
                List.of("leave out the noise of 0.1", "--noise", "0.1", "--sample"),
                List.of("--checkpoint needs a run", "--checkpoint", "best"),
                List.of("leave out --env or the run", directory.toString(), "--env", "swimmer/swim"),
                List.of("is not a run", directory.toString()),
                List.of("did you mean '--episodes'?", "--episode", "3"),
                List.of("Missing required parameter", "--episodes"))) {
            List<Object> arguments = new java.util.ArrayList<>(List.of("evaluate"));
            arguments.addAll(wrong.subList(1, wrong.size()));
            Captured evaluate = Captured.run(arguments.toArray());
            then(evaluate.exitCode()).as(wrong.get(0)).isEqualTo(2);
            then(evaluate.err()).contains(wrong.get(0)).hasLineCount(1);
            then(evaluate.out()).isEmpty();
        }
    }
}
