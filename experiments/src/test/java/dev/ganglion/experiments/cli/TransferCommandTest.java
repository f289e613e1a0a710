package dev.ganglion.experiments.cli;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransferCommandTest {
    private static final String SHORT = "swimmer/swim:joints=3,time-limit=20";
    private static final String LONG = "swimmer/swim:joints=5,time-limit=20";

    @TempDir
    private Path directory;

    private Path run;

    @BeforeEach
    void place() {
        run = directory.resolve("run");
    }

    private void trained(String controller) {
        then(Tiny.train(run, "--env", SHORT, "--controller", controller).exitCode())
                .isZero();
    }

    private Captured transfer(Object... more) {
        Object[] arguments = new Object[more.length + 4];
        arguments[0] = "transfer";
        arguments[1] = run;
        arguments[2] = "--workers";
        arguments[3] = 1;
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Captured.run(arguments);
    }

    @Test
    void toItsOwnBody_earnsExactlyWhatItDid() {
        trained("mlp:hidden=8");
        Captured moved = transfer("--env", SHORT, "--episodes", 3, "--json");
        Captured evaluated = Captured.run("evaluate", run, "--episodes", 3, "--json");
        then(moved.number("return_source")).isEqualTo(evaluated.number("return_mean"));
        then(moved.number("return_zero_shot")).isEqualTo(evaluated.number("return_mean"));
        then(moved.number("transfer_ratio")).isEqualTo(1);
        then(moved.number("carried")).isEqualTo(moved.number("parameters"));
    }

    @Test
    void fineTuned_saysWhereItsParametersCameFrom() throws IOException {
        trained("ncap");
        Path out = directory.resolve("moved");
        transfer("--env", LONG, "--episodes", 1, "--steps", 64, "--out", out);
        then(Files.readString(out.resolve("fine-tuned").resolve("origin.json")))
                .contains("\"run\" : \"../../run\"", "\"steps\" : 192", "\"carried\" : 4");
        then(out.resolve("from-scratch").resolve("origin.json")).doesNotExist();
    }

    @Test
    void sharedWeights_carryOverToALongerBody() {
        trained("ncap");
        Captured moved = transfer("--env", LONG, "--episodes", 2, "--json");
        then(moved.exitCode()).isZero();
        then(moved.json()).containsEntry("misfits", List.of()).containsEntry("carried", 4);
        then(moved.number("jump_start"))
                .isCloseTo(moved.number("return_zero_shot") - moved.number("return_untrained"), within(1e-9));
        then(transfer("--env", LONG, "--episodes", 2).out())
                .contains("transfer ratio", "jump-start", "4 of 4 parameters");
    }

    @Test
    void network_doesNotFitALongerBody_andTheSignalsAreNamed() {
        trained("mlp:hidden=8");
        Captured refused = transfer("--env", LONG);
        then(refused.exitCode()).isEqualTo(2);
        then(refused.err())
                .contains("layer-0/weights was ", "and would be ", "it has never had the signals", "--partial")
                .hasLineCount(1);
        Captured partial = transfer("--env", LONG, "--episodes", 1, "--partial", "--json");
        then(partial.exitCode()).isZero();
        // Of 8 hidden units with a layer before and one behind, only the hidden biases keep their shape.
        then(partial.number("carried")).isEqualTo(8);
    }

    @Test
    void unsharedWeights_carryOverByName() {
        trained("ncap:sharing=off");
        then(transfer("--env", LONG).err()).contains("there was no weight ");
        Captured partial = transfer("--env", LONG, "--episodes", 1, "--partial", "--json");
        then(partial.number("carried")).isPositive().isLessThan(partial.number("parameters"));
    }

    @Test
    void fineTuning_beginsWithWhatCarriedOver_besideTrainingFromScratch() throws IOException {
        trained("ncap");
        Path out = directory.resolve("moved");
        Captured moved = transfer("--env", LONG, "--steps", 192, "--out", out, "--json");
        then(moved.exitCode()).isZero();
        then(moved.json()).containsKeys("fine_tuned", "from_scratch");
        then(summary(out.resolve("fine-tuned"))).contains("\"return_mean\" : " + moved.number("return_zero_shot"));
        then(summary(out.resolve("from-scratch"))).contains("\"return_mean\" : " + moved.number("return_untrained"));
        then(moved.json().get("fine_tuned")).isInstanceOf(Map.class).asString().contains("steps=192");
        then(transfer("--env", LONG, "--steps", 64, "--out", out).err()).contains("holds other files already");
    }

    @ParameterizedTest
    @ValueSource(strings = {"es:population=4", "ars:directions=2", "ga:population=4,elite=1", "cma-es:population=4"})
    void fineTuning_withoutGradients_beginsWithWhatCarriedOver(String learner) throws IOException {
        then(Tiny.train(run, "--env", SHORT, "--controller", "ncap", "--learner", learner)
                        .exitCode())
                .isZero();
        Path out = directory.resolve("moved");
        Captured moved = transfer("--env", LONG, "--steps", 160, "--out", out, "--json");
        then(moved.exitCode()).as(moved.err()).isZero();
        then(moved.number("carried")).isEqualTo(4);
        then(summary(out.resolve("fine-tuned"))).contains("\"return_mean\" : " + moved.number("return_zero_shot"));
        then(summary(out.resolve("from-scratch"))).contains("\"return_mean\" : " + moved.number("return_untrained"));
        then(Files.readString(out.resolve("fine-tuned").resolve("config.yaml")))
                .contains(learner.substring(0, learner.indexOf(':')));
        then(Files.readAllLines(out.resolve("fine-tuned").resolve("metrics.csv")))
                .as("a head and two generations")
                .hasSize(3);
    }

    private static String summary(Path path) throws IOException {
        return Files.readString(path.resolve("summary.json"));
    }

    @Test
    void wrongArguments_areOneSentence() {
        trained("ncap");
        then(transfer().err()).contains("Name the body and task to move to").hasLineCount(1);
        then(transfer("--env", LONG, "--out", "x").err()).contains("give --steps or leave it out");
        then(transfer("--env", "maze/forage").exitCode()).isEqualTo(2);
    }

    @Test
    void severalSeeds_areMovedOneAfterTheOther_andTheirInterquartileMeansShown() {
        then(Tiny.train(run, "--env", SHORT, "--controller", "ncap", "--seed", "2,5")
                        .exitCode())
                .isZero();
        Captured moved = transfer("--env", LONG, "--episodes", 2);
        then(moved.out())
                .contains("seed  source", "zero-shot", "jump-start")
                .contains("interquartile mean; 95 % interval", "2 seeds; warning: with fewer than 5");
        Captured programs = transfer("--env", LONG, "--episodes", 2, "--json");
        then(programs.array())
                .extracting(object -> object.get("run"))
                .containsExactly(
                        run.resolve("seed-2").toString(), run.resolve("seed-5").toString());
    }
}
