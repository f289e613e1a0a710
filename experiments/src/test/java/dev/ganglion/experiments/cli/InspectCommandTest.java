package dev.ganglion.experiments.cli;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
    private static final String BODY = "swimmer/swim:joints=3,time-limit=40";

    @TempDir
    private static Path directory;

    private static Path run = Path.of("");

    @BeforeAll
    static void train() {
        run = directory.resolve("run");
        then(Tiny.train(run, "--env", BODY, "--controller", "ncap").exitCode()).isZero();
    }

    @Test
    void inspect_tellsWeightsBeforeAndAfter_whatMovedMostFirst() {
        Captured inspected = Captured.run("inspect", run, "--json");
        List<Map<String, Object>> pairs = inspected.objects("class_pairs");
        then(pairs).isNotEmpty().allSatisfy(pair -> {
            // The untrained circuit's weights have a magnitude of one each.
            then(Math.abs(number(pair, "before"))).isCloseTo(1, within(1e-6));
            then(number(pair, "change")).isCloseTo(number(pair, "after") - number(pair, "before"), within(1e-12));
        });
        then(pairs)
                .isSortedAccordingTo(
                        (a, b) -> Double.compare(Math.abs(number(b, "change")), Math.abs(number(a, "change"))));
        then(number(pairs.get(0), "change")).isNotZero();
    }

    @Test
    void inspect_leavesEverySynapse_andTheActivityOfAnEpisode() throws IOException {
        Captured inspected = Captured.run("inspect", run, "--rows", 1);
        then(inspected.out()).contains("ncap after 192 steps on " + BODY, "what moved most first");
        Path folder = run.resolve("inspection");
        then(Files.readAllLines(folder.resolve("synapses.csv")))
                .first()
                .isEqualTo("pre,pre_class,post,post_class,kind,group,before,after,change");
        // An episode of 40 steps, and the header.
        then(folder.resolve("activity.csv")).content().hasLineCount(41).startsWith("seconds,");
        then(folder.resolve("activity.png")).isNotEmptyFile();
        then(folder.resolve("class-pairs.csv")).isNotEmptyFile();
    }

    @Test
    void inspect_whatIsNoCircuit_isOneSentence() {
        Path dense = directory.resolve("dense");
        Tiny.train(dense);
        Captured inspected = Captured.run("inspect", dense);
        then(inspected.exitCode()).isEqualTo(2);
        then(inspected.err()).contains("mlp is no circuit").hasLineCount(1);
    }

    private static double number(Map<String, Object> pair, String name) {
        return Double.parseDouble(String.valueOf(pair.get(name)));
    }
}
