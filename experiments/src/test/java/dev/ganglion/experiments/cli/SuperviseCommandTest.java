package dev.ganglion.experiments.cli;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuperviseCommandTest {
    private static final String TASK = "function-approximation:function=product";

    @TempDir
    private Path parent;

    private Path out = Path.of("");

    @BeforeEach
    void choose() {
        out = parent.resolve("results");
    }

    private Captured supervise(Object... more) {
        Object[] head = {"supervise", TASK, "--epochs", 2, "--examples", 100, "--out", out};
        Object[] arguments = java.util.Arrays.copyOf(head, head.length + more.length);
        System.arraycopy(more, 0, arguments, head.length, more.length);
        return Captured.run(arguments);
    }

    @Test
    void supervise_json_hasAResultForEachController() {
        Captured captured = supervise("-c", "mlp:hidden=4", "-c", "rnn:hidden=3", "--seed", "1,2,3", "--json");

        then(captured.exitCode()).isZero();
        List<Map<String, Object>> results = captured.objects("results");
        then(results).hasSize(2);
        // 2·3 + 3·3 + 3 in the cell, 3 + 1 read out
        then(results.get(1))
                .containsEntry("parameters", 22)
                .containsEntry("seeds", List.of(1, 2, 3))
                .hasEntrySatisfying(
                        "measures", measures -> then(measures.toString()).contains("energy"));
        then((Double) results.get(1).get("score_low"))
                .isLessThan((Double) results.get(1).get("score_mean"));
    }

    @Test
    void supervise_keepsResultsAndEpochs() throws IOException {
        Captured captured = supervise("-c", "mlp:hidden=4");

        then(captured.out()).contains("rrse").contains(out.toString());
        then(captured.err()).contains("[1/1] " + TASK + ", mlp:hidden=4, seed 1: rrse");
        then(Files.readString(out.resolve("results.json"))).contains("\"score_mean\"");
        then(Files.readAllLines(out.resolve("epochs.csv")))
                .hasSize(3)
                .first()
                .isEqualTo("task,controller,seed,epoch,loss,score");
    }

    @Test
    void supervise_ofAnotherSeed_hasAnotherScore() {
        Map<String, Object> result = supervise("-c", "mlp:hidden=4", "--seed=1,2", "--json")
                .objects("results")
                .get(0);

        then(result)
                .hasEntrySatisfying(
                        "scores",
                        scores -> then((List<?>) scores).doesNotHaveDuplicates().hasSize(2));
    }

    @Test
    void supervise_intoADirectoryThatHoldsFiles_isRefused() {
        supervise("-c", "mlp:hidden=4");

        Captured again = supervise("-c", "mlp:hidden=4");

        then(again.exitCode()).isEqualTo(2);
        then(again.err()).contains("--out " + out + "-2");
    }

    @Test
    void supervise_ofAnUnknownTask_namesTheNearest() {
        Captured captured = Captured.run("supervise", "asociative-retrieval", "--out", out);

        then(captured.exitCode()).isEqualTo(2);
        then(captured.err()).contains("did you mean 'associative-retrieval'");
    }
}
