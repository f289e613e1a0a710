package dev.ganglion.experiments.cli;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AblateCommandTest {
    @TempDir
    private Path directory;

    @Test
    void show_saysWhatEachAblationChanged() {
        Captured shown = Captured.run("ablate", "--controller", "ncap:lesion=VB,sharing=off,signs=free", "--show");

        then(shown.exitCode()).isZero();
        // Of five joints: 20 motor neurons and muscles, 8 stretch cells, 2 pacemakers; 30 synapses with 4 weights.
        then(shown.out())
                .containsPattern("intact +30 +30 +4\\R")
                .containsPattern("lesion=VB +25 +15 +4\\R")
                .containsPattern("sharing=off +25 +15 +15\\R")
                .contains("5 neurons cut out: VB0, VB1, VB2, VB3, VB4")
                .contains("15 synapses gone: ")
                .contains("15 weights changed: prop/DB1 from excitatory 1.0 to unknown ±1.0");
    }

    @Test
    void json_hasAStageForEachAblation() {
        Captured shown = Captured.run("ablate", "-c", "connectome:gap-junctions=off", "--json");

        then((List<?>) shown.json().get("stages")).hasSize(2).first().isInstanceOf(Map.class);
    }

    @Test
    void yaml_isACircuitThatActsAlike() throws IOException {
        Captured printed = Captured.run("ablate", "--controller", "ncap", "--yaml");
        Path file = Files.writeString(directory.resolve("mine.yaml"), printed.out());

        then(printed.err()).isEmpty();
        then(earned("circuit:file=" + file)).isEqualTo(earned("ncap"));
    }

    private static double earned(String controller) {
        return Captured.run("evaluate", "--controller", controller, "--episodes", "1", "--json")
                .number("return_mean");
    }

    @Test
    void network_isRefused() {
        Captured shown = Captured.run("ablate", "--controller", "mlp");

        then(shown.exitCode()).isEqualTo(2);
        then(shown.err()).contains("mlp is no circuit");
    }

    @Test
    void mistakeInAFile_isAnsweredWithItsLine() throws IOException {
        Path file = Files.writeString(directory.resolve("mine.yaml"), "circuit: mine\nneurons: []\nwieghts: []\n");
        Captured shown = Captured.run("ablate", "--controller", "circuit:file=" + file);

        then(shown.exitCode()).isEqualTo(2);
        then(shown.err()).contains("line 3: there is no key 'wieghts' here; did you mean 'weights'?");
    }
}
