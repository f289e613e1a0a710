package dev.ganglion.experiments.cli;

import static org.assertj.core.api.BDDAssertions.then;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifetimeCommandTest {
    private static final String POLE = "cartpole/balance:time-limit=5";

    @Test
    void lifetime_ofARun_leavesItsTableAndFigure(@TempDir Path directory) {
        Path run = directory.resolve("run");
        Captured train = Captured.run(
                "train", "--env", POLE, "--controller", "mlp:hidden=4", "--steps", "0", "--out", run, "--workers", "1");
        then(train.exitCode()).isZero();
        Captured text = Captured.run("lifetime", run, "--multiples", "1,8", "--lives", "4");
        then(text.exitCode()).isZero();
        then(text.out())
                .contains("4 lives of 8 × 5 steps, seed 1", "1 × 5", "8 × 5", "until failure")
                .doesNotContain("largest weight", "intervals");
        then(Tiny.content(run.resolve("lifetime"))).containsOnlyKeys("lives.csv", "returns.svg");
    }

    @Test
    void lifetime_ofTheFirstTimeLimit_earnsWhatAnEvaluationDoes() {
        Object[] subject = {"--env", POLE, "--controller", "mlp:hidden=4", "--json"};
        Captured lifetime = Captured.run(with("lifetime", subject, "--multiples", "1,40", "--lives", "10"));
        Captured evaluate = Captured.run(with("evaluate", subject, "--episodes", "10"));
        Map<String, Object> first = lifetime.objects("multiples").get(0);
        Map<String, Object> last = lifetime.objects("multiples").get(1);
        then(first.get("return_last")).isEqualTo(evaluate.json().get("return_mean"));
        then(first).containsEntry("instability_index", 1.0).containsEntry("steps", 5);
        // Nothing that has not learned balances a pole for 200 steps.
        then(last).containsEntry("alive", 0.0).containsEntry("return_last", 0.0).containsEntry("steps", 200);
        then(lifetime.json()).doesNotContainKey("folder");
        then((List<?>) lifetime.objects("runs").get(0).get("window_returns")).hasSize(40);
    }

    @Test
    void lifetime_ofPlasticSynapses_showsHowLargeTheirWeightsGrow() {
        Captured lifetime = Captured.run(
                "lifetime",
                "--env",
                "swimmer/swim:time-limit=5",
                "--controller",
                "ncap:synapse=hebb",
                "--multiples",
                "1,3",
                "--lives",
                "1",
                "--json");
        then(lifetime.exitCode()).isZero();
        double first = weight(lifetime.objects("multiples").get(0));
        double last = weight(lifetime.objects("multiples").get(1));
        then(first).isPositive();
        then(last).isGreaterThanOrEqualTo(first);
    }

    private static double weight(Map<String, Object> multiple) {
        if (multiple.get("largest_weight") instanceof Number number) {
            return number.doubleValue();
        }
        throw new AssertionError("There is no largest weight in " + multiple);
    }

    @Test
    void lifetime_ofSeveralSeeds_hasIntervals(@TempDir Path directory) {
        Path runs = directory.resolve("several");
        Captured.run(
                "train", "--env", POLE, "--controller", "mlp:hidden=4", "--steps", "0", "--seeds", "2", "--out", runs);
        Captured text = Captured.run("lifetime", runs, "--multiples", "4", "--lives", "2");
        then(text.out()).contains("of each of 2 runs", "interquartile means over runs", "with fewer than 5");
        then(Tiny.content(runs.resolve("lifetime")))
                .containsOnlyKeys("lives-seed-1.csv", "lives-seed-2.csv", "returns.svg");
        then(Captured.run("lifetime", runs, "--multiples", "4", "--lives", "2", "--workers", "1")
                        .out())
                .isEqualTo(text.out());
    }

    @Test
    void lifetime_wrongInput_isOneSentence(@TempDir Path directory) {
        then(complaint("lifetime", directory.resolve("nothing"))).contains("There is no run at");
        then(complaint("lifetime", "--multiples", "1,4,2")).contains("rise", "2 does not fit behind 4");
        then(complaint("lifetime", "--multiples", "1.5")).contains("whole number");
        then(complaint("lifetime", "--env", "maze/forage", "--controller", "mlp"))
                .contains("time limit of 200 steps, which is part of the task");
    }

    private static String complaint(Object... arguments) {
        Captured captured = Captured.run(arguments);
        then(captured.exitCode()).isEqualTo(2);
        then(captured.err()).hasLineCount(1);
        return captured.err();
    }

    private static Object[] with(String command, Object[] subject, Object... more) {
        Object[] all = new Object[1 + subject.length + more.length];
        all[0] = command;
        System.arraycopy(subject, 0, all, 1, subject.length);
        System.arraycopy(more, 0, all, 1 + subject.length, more.length);
        return all;
    }
}
