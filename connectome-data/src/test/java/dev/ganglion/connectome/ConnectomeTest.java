package dev.ganglion.connectome;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectomeTest {
    private static final Neuron A = Neuron.named("A");
    private static final Neuron B = Neuron.named("B");
    private static final Muscle FRONT = Muscle.inRow("mD1", Quadrant.DORSAL_LEFT, 1, 4);
    private static final Muscle BACK = Muscle.inRow("mV4", Quadrant.VENTRAL_RIGHT, 4, 4);

    private static Connectome of(Synapse... synapses) {
        return new Connectome("small", List.of(A, B), List.of(FRONT, BACK), List.of(synapses), Provenance.NONE);
    }

    @Test
    void connectome_sameNameTwice_isRefused() {
        thenThrownBy(() -> new Connectome("x", List.of(A, A), List.of(), List.of(), Provenance.NONE))
                .hasMessage("The cell A is there twice");
    }

    @Test
    void connectome_synapseToNoCell_isRefused() {
        thenThrownBy(() -> of(Synapse.chemical("A", "C", 1, Sign.EXCITATORY)))
                .hasMessage("The synapse A to C names C, which is no cell");
    }

    @Test
    void connectome_sameSynapseTwice_isRefusedButAnotherKindIsNot() {
        Synapse chemical = Synapse.chemical("A", "B", 1, Sign.EXCITATORY);
        thenThrownBy(() -> of(chemical, chemical.withWeight(2))).hasMessageContaining("twice");
        then(of(chemical, Synapse.electrical("A", "B", 1)).synapses()).hasSize(2);
    }

    @Test
    void connectome_muscleThatSignalsChemically_isRefused() {
        thenThrownBy(() -> of(Synapse.chemical("mD1", "A", 1, Sign.EXCITATORY))).hasMessageContaining("mD1");
        then(of(Synapse.electrical("mD1", "mV4", 1)).synapses()).hasSize(1);
    }

    @Test
    void synapse_weightNotAboveZero_isRefused() {
        thenThrownBy(() -> Synapse.electrical("A", "B", 0)).hasMessageContaining("weight 0.0");
        thenThrownBy(() -> Synapse.electrical("A", "B", Double.NaN)).hasMessageContaining("NaN");
    }

    @Test
    void sign_readInOrder_firstDecidedRuleWins() {
        Synapse synapse = new Synapse(
                "A",
                "B",
                SynapseKind.CHEMICAL,
                1,
                Map.of(SignRule.TRANSMITTER, Sign.UNKNOWN, SignRule.EXPRESSION, Sign.INHIBITORY));
        then(synapse.sign(SignReading.DEFAULT)).isEqualTo(Sign.INHIBITORY);
        SignReading byTransmitter = SignReading.only(SignRule.TRANSMITTER);
        then(synapse.sign(byTransmitter)).isEqualTo(Sign.UNKNOWN);
        then(synapse.sign(byTransmitter.otherwise(Sign.EXCITATORY))).isEqualTo(Sign.EXCITATORY);
    }

    @Test
    void gapJunctions_listedFromBothSides_haveTheMeanWeight() {
        Connectome connectome = of(
                Synapse.electrical("B", "A", 5),
                Synapse.electrical("A", "B", 4),
                Synapse.electrical("A", "mD1", 3),
                Synapse.electrical("A", "A", 7));
        then(connectome.gapJunctions()).containsExactly(new GapJunction("A", "B", 4.5), new GapJunction("A", "mD1", 3));
    }

    @Test
    void restrictedTo_someCells_keepsTheSynapsesAmongThem() {
        Connectome part = of(
                        Synapse.chemical("A", "B", 1, Sign.EXCITATORY),
                        Synapse.chemical("B", "mV4", 1, Sign.EXCITATORY))
                .restrictedTo(cell -> !cell.name().equals("A"));
        then(part.cells()).containsExactly(B, FRONT, BACK);
        then(part.synapses()).extracting(Synapse::pre).containsExactly("B");
    }

    @Test
    void perimotor_ofTwoMuscles_isTheirWeightedMean() {
        // Rows 1 and 4 of 4 lie at 0.125 and 0.875; weights 3 and 1 give (3 * 0.125 + 0.875) / 4 = 0.3125.
        Connectome connectome =
                of(Synapse.chemical("A", "mD1", 3, Sign.EXCITATORY), Synapse.chemical("A", "mV4", 1, Sign.EXCITATORY));
        then(Perimotor.of(connectome)).containsExactly(Map.entry("A", new Perimotor(1, 4, 0.3125, 0.75)));
    }

    @Test
    void neuron_positionOutsideTheBody_isRefused() {
        thenThrownBy(() -> Muscle.inRow("m5", Quadrant.DORSAL_LEFT, 6, 4)).hasMessageContaining("head");
    }
}
