package dev.ganglion.connectome.graph;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.Neuron;
import dev.ganglion.connectome.Provenance;
import dev.ganglion.connectome.Sign;
import dev.ganglion.connectome.SignReading;
import dev.ganglion.connectome.SignRule;
import dev.ganglion.connectome.Synapse;
import dev.ganglion.connectome.worm.WormConnectome;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphStatisticsTest {
    @Test
    void of_threeNeurons_isWhatOneCountsByHand() {
        Connectome small = new Connectome(
                "small",
                List.of(Neuron.named("A"), Neuron.named("B"), Neuron.named("C")),
                List.of(),
                List.of(
                        Synapse.chemical("A", "B", 2, Sign.EXCITATORY),
                        Synapse.chemical("B", "A", 3, Sign.INHIBITORY),
                        Synapse.chemical("A", "C", 4, Sign.EXCITATORY),
                        Synapse.chemical("C", "C", 6, Sign.EXCITATORY),
                        Synapse.electrical("B", "C", 9)),
                Provenance.NONE);
        GraphStatistics statistics = GraphStatistics.of(small, SignReading.DEFAULT);
        then(statistics.degrees())
                .containsExactly(
                        new GraphStatistics.Degree("A", 1, 2),
                        new GraphStatistics.Degree("B", 1, 1),
                        new GraphStatistics.Degree("C", 1, 0));
        then(statistics.edges()).isEqualTo(3);
        then(statistics.loops()).isEqualTo(1);
        then(statistics.density()).isEqualTo(0.5);
        then(statistics.reciprocity()).isCloseTo(2.0 / 3, within(1e-15));
        then(statistics.excitatoryToInhibitoryEdges()).isEqualTo(3);
        then(statistics.excitatoryToInhibitoryWeight()).isEqualTo(4);
        then(statistics.meanDegree()).isEqualTo(1);
    }

    @Test
    void of_worm_isWhatOthersCount() {
        GraphStatistics worm =
                GraphStatistics.of(WormConnectome.hermaphrodite(), SignReading.only(SignRule.EXPRESSION));
        // networkx 3.6.1: density, overall_reciprocity and degrees without loops.
        then(worm.density()).isCloseTo(0.03964709247321291, within(1e-15));
        then(worm.reciprocity()).isCloseTo(0.3729189789123196, within(1e-15));
        then(worm.degrees()).contains(new GraphStatistics.Degree("AVAL", 63, 42));
        // Fenyves et al. 2020: 9070 excitatory over 2580 inhibitory weight.
        then(worm.excitatoryToInhibitoryWeight()).isCloseTo(3.52, within(0.005));
        then(worm.edges() + worm.loops()).isEqualTo(3638);
    }

    @Test
    void summary_ofTheWorm_saysWhatIsThere() {
        ConnectomeSummary summary = ConnectomeSummary.of(WormConnectome.hermaphrodite(), SignReading.DEFAULT);
        then(summary.amongNeurons()).isEqualTo(new ConnectomeSummary.Bundle(3638, 20_589));
        then(summary.ontoMuscle()).isEqualTo(new ConnectomeSummary.Bundle(924, 5377));
        then(summary.hubs()).extracting("neuron").startsWith("AVAL", "AVAR");
        then(summary.asText())
                .contains("302 in 118 classes (79 sensory, 80 interneuron, 121 motor, 20 pharyngeal, 2 unknown)")
                .contains("3638 of weight 20589 among neurons (34 onto themselves), 924 of weight 5377 onto muscle")
                .contains("37.3 % of the connections are answered");
    }

    @Test
    void summary_ofNothing_isStillText() {
        Connectome empty = new Connectome("empty", List.of(), List.of(), List.of(), Provenance.NONE);
        then(ConnectomeSummary.of(empty, SignReading.DEFAULT).asText())
                .startsWith("empty\n")
                .contains("undefined");
    }
}
