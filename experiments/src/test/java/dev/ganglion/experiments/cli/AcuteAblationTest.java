package dev.ganglion.experiments.cli;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.controllers.ControllerChoice;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.environments.EnvironmentChoice;
import dev.ganglion.environments.Environments;
import dev.ganglion.experiments.ablation.AblationTrail;
import dev.ganglion.experiments.ablation.CircuitPiece;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ganglion ablate} of a trained circuit. */
class AcuteAblationTest {
    @TempDir
    private static Path directory;

    private static Path run = Path.of("");

    @BeforeAll
    static void train() {
        run = directory.resolve("run");
        then(Tiny.train(run, "--env", "swimmer/swim:joints=3,time-limit=40", "--controller", "ncap")
                        .exitCode())
                .isZero();
    }

    private static double earned(String weight) {
        return Captured.run("evaluate", run, "--set", weight + "=0", "--episodes", 4, "--json")
                .number("return_mean");
    }

    private static double number(Map<String, Object> effect, String name) {
        return Double.parseDouble(String.valueOf(effect.get(name)));
    }

    private static Map<String, Object> only(Captured ablated) {
        List<Map<String, Object>> ablations = ablated.objects("ablations");
        then(ablations).hasSize(1);
        return ablations.get(0);
    }

    /** Cells that are cut out, and their synapses put to zero by hand, are the same to the circuit. */
    @Test
    void sensesAndPacemakerCutOut_areTheirWeightsAtZero() {
        Captured senses = Captured.run("ablate", run, "--without", "proprioception", "--episodes", 4, "--json");
        then(number(only(senses), "return_mean")).isCloseTo(earned("prop"), within(1e-4));
        Captured pacemaker = Captured.run("ablate", run, "--without", "oscillator", "--episodes", 4, "--json");
        then(number(only(pacemaker), "return_mean")).isCloseTo(earned("osc"), within(1e-4));
    }

    @Test
    void eachSynapseGroup_isRankedByItsCost() {
        Captured ranked = Captured.run("ablate", run, "--each", "synapse-group", "--episodes", 4, "--json");
        List<Map<String, Object>> ablations = ranked.objects("ablations");
        then(ablations)
                .extracting(effect -> effect.get("piece"))
                .containsExactlyInAnyOrder("prop", "osc", "ipsi", "contra");
        then(ablations).isSortedAccordingTo((a, b) -> Double.compare(number(b, "cost"), number(a, "cost")));
        for (Map<String, Object> effect : ablations) {
            then(number(effect, "return_mean")).isEqualTo(earned(String.valueOf(effect.get("piece"))));
            then(number(effect, "cost"))
                    .isCloseTo(ranked.number("return_mean") - number(effect, "return_mean"), within(1e-9));
        }
    }

    @Test
    void eachClass_isEveryClassButTheMuscles() {
        Captured ranked = Captured.run("ablate", run, "--each", "class", "--episodes", 2);
        then(ranked.exitCode()).isZero();
        then(ranked.out())
                .contains("nothing", "cost", "DB", "VB", "Holm-corrected")
                .doesNotContain("BWM");
    }

    @Test
    void lesion_cutsCellsOutTogether() {
        Captured cut = Captured.run("ablate", run, "--lesion", "DB0,VB", "--episodes", 2, "--json");
        then(only(cut)).containsEntry("piece", "DB0,VB");
    }

    @Test
    void wrongArguments_areOneSentence() {
        for (List<Object> wrong : List.<List<Object>>of(
                List.of("--lesion", "DB", "need a run"),
                List.of(run, "Say what to cut out"),
                List.of(run, "--lesion", "DX", "has no neuron or class 'DX'"),
                List.of(run, "--without", "muscles", "--without takes proprioception"),
                List.of(run, "--each", "cell", "--each takes class"),
                List.of(run, "--each", "class", "--lesion", "DB", "leave out --lesion"),
                List.of(run, "--each", "class", "--controller", "ncap", "already"),
                List.of(run, "--each", "class", "--episodes", "101", "at most 100"))) {
            Object[] arguments = wrong.subList(0, wrong.size() - 1).toArray();
            Object[] command = new Object[arguments.length + 1];
            command[0] = "ablate";
            System.arraycopy(arguments, 0, command, 1, arguments.length);
            Captured refused = Captured.run(command);
            then(refused.exitCode()).as(wrong.toString()).isEqualTo(2);
            then(refused.err())
                    .contains(String.valueOf(wrong.get(wrong.size() - 1)))
                    .hasLineCount(1);
        }
    }

    @Test
    void withSteps_circuitsAreTrainedWithoutThePiece_besideWholeOnesFromTheSameSeeds() {
        Path out = directory.resolve("without");
        Captured ablated = Captured.run(
                "ablate", run, "--without", "oscillator", "--steps", 0, "--seeds", 1, "--out", out, "--json");
        then(ablated.exitCode()).isZero();
        then(ablated.json()).containsEntry("study", "without").containsEntry("finished", 2);
        Map<String, Object> removal = only(ablated);
        then(removal).containsEntry("arm", "without-oscillator");
        then(number(removal, "cost")).isPositive();
        then(out.resolve("study.yaml")).content().contains("controller: ncap:oscillator=off", "preset: none");
    }

    @Test
    void withSteps_synapseGroups_areCutOneAfterAnother() {
        Path out = directory.resolve("groups");
        Captured ablated = Captured.run(
                "ablate", run, "--each", "synapse-group", "--steps", 0, "--seeds", 1, "--out", out, "--json");
        then(ablated.exitCode()).isZero();
        then(ablated.objects("ablations"))
                .extracting(removal -> removal.get("arm"))
                .containsExactlyInAnyOrder("without-prop", "without-osc", "without-ipsi", "without-contra");
        then(out.resolve("study.yaml")).content().contains("controller: ncap:cut=prop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ncap:sharing=off", "connectome", "connectome:sharing=off", "spinal:command=0.4"})
    void everyGroupOfSynapses_hasANameThatTheOptionTakes(String name) {
        ControllerChoice controller = Controllers.parse(name);
        EnvironmentChoice body = Environments.parse(name.startsWith("spinal") ? "quadruped/walk" : "swimmer/swim");
        Circuit circuit = AblationTrail.of(controller, body.create().spec()).result();
        List<CircuitPiece> pieces = CircuitPiece.each(CircuitPiece.Kind.SYNAPSE_GROUP, circuit);
        then(pieces)
                .isNotEmpty()
                .allSatisfy(piece ->
                        then(piece.leftOutOf(controller).options().text("cut")).isEqualTo(piece.name()));
    }

    @Test
    void groupOfSynapsesLeftOut_isItsWeightAtZero() {
        Captured cut = Captured.run(
                "evaluate",
                "--env",
                "swimmer/swim:joints=3,time-limit=40",
                "--controller",
                "ncap:cut=contra",
                "--json");
        Captured zero =
                Captured.run("evaluate", "--env", "swimmer/swim:joints=3,time-limit=40", "--set", "contra=0", "--json");
        then(cut.number("return_mean")).isPositive().isCloseTo(zero.number("return_mean"), within(1e-4));
    }

    @Test
    void seedsWithoutSteps_areRefused() {
        then(Captured.run("ablate", run, "--lesion", "B", "--seeds", 3).err()).contains("give --steps too");
    }
}
