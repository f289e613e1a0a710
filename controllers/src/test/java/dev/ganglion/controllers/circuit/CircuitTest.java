package dev.ganglion.controllers.circuit;

import static dev.ganglion.controllers.circuit.Circuits.free;
import static dev.ganglion.controllers.circuit.Circuits.neuron;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.connectome.SynapseKind;
import dev.ganglion.controllers.parameter.WeightGroup;
import dev.ganglion.environments.signal.Side;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CircuitTest {
    private static final Neuron DRIVE = neuron("drive", new Source.Constant(1));
    private static final Neuron A = neuron("a", new Memoryless.Linear());
    private static final Neuron B = neuron("b", new Memoryless.Linear());
    private static final WeightGroup W = free("w", 1);
    private static final OutputPort PORT = OutputPort.difference("joint/0/torque", "a", "b");

    private static Circuit circuit(List<Synapse> synapses) {
        return new Circuit("test", List.of(DRIVE, A, B), synapses, List.of(W), List.of(PORT));
    }

    private static void thenRefused(Runnable circuit, String message) {
        thenThrownBy(circuit::run).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void levels_skippedLevel_putsEachNeuronAfterAllItsInputs() {
        Circuit circuit = circuit(List.of(
                Synapse.chemical("a", "b", "w"),
                Synapse.chemical("drive", "b", "w"),
                Synapse.chemical("drive", "a", "w")));

        then(circuit.levels()).containsExactly(List.of(A), List.of(B));
    }

    @Test
    void levels_neuronWithoutInput_isInTheFirst() {
        then(circuit(List.of(Synapse.chemical("drive", "a", "w"))).levels()).containsExactly(List.of(A, B));
    }

    @Test
    void constructor_loopWithoutMemory_isRefused() {
        thenRefused(
                () -> circuit(List.of(Synapse.chemical("a", "b", "w"), Synapse.chemical("b", "a", "w"))),
                "The neurons a, b have no memory and wait for each other in a loop");
    }

    @Test
    void constructor_selfSynapse_isRefused() {
        thenRefused(
                () -> circuit(List.of(Synapse.chemical("a", "a", "w"))),
                "The neurons a have no memory and wait for each other in a loop");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            drive | c     | w | The synapse drive to c names c, which is no neuron of the circuit
            c     | a     | w | The synapse c to a names c, which is no neuron of the circuit
            a     | drive | w | The synapse a to drive ends on a source, which takes no input
            drive | a     | v | The synapse drive to a is in the weight group v, which is not there
            """)
    void constructor_danglingSynapse_isRefused(String pre, String post, String group, String message) {
        thenRefused(() -> circuit(List.of(Synapse.chemical(pre, post, group))), message);
    }

    @Test
    void constructor_gapJunctionWithoutMembranes_isRefused() {
        thenRefused(
                () -> circuit(List.of(new Synapse("a", "b", SynapseKind.ELECTRICAL, "w", 1))),
                "The synapse a to b is electrical, but current flows only between neurons with a membrane voltage");
    }

    @Test
    void constructor_thingsDeclaredTwice_isRefused() {
        Synapse synapse = Synapse.chemical("drive", "a", "w");
        thenRefused(() -> circuit(List.of(synapse, synapse)), "The synapse drive to a, CHEMICAL is declared twice");
        thenRefused(
                () -> new Circuit("test", List.of(A, A), List.of(), List.of(), List.of()),
                "The neuron a is declared twice");
        thenRefused(
                () -> new Circuit("test", List.of(DRIVE, A, B), List.of(synapse), List.of(W, W), List.of()),
                "The weight group w is declared twice");
        thenRefused(
                () -> new Circuit("test", List.of(DRIVE, A, B), List.of(synapse), List.of(W), List.of(PORT, PORT)),
                "The output port joint/0/torque[0] is declared twice");
    }

    @Test
    void constructor_unusedWeightGroup_isRefused() {
        thenRefused(() -> circuit(List.of()), "The weight group w has no synapse");
    }

    @Test
    void constructor_commandByNobody_isRefused() {
        thenRefused(
                () -> new Circuit(
                        "test", List.of(A), List.of(), List.of(), List.of(OutputPort.difference("x", "a", "c"))),
                "The output port x[0] names c, which is no neuron of the circuit");
    }

    @Test
    void without_aNeuron_cutsItsSynapsesWeightsAndCommands() {
        Circuit circuit = new Circuit(
                "test",
                List.of(DRIVE, A, B),
                List.of(Synapse.chemical("drive", "a", "w"), Synapse.chemical("a", "b", "v")),
                List.of(W, free("v", 2)),
                List.of(PORT));

        Circuit lesioned = circuit.without(neuron -> neuron.name().equals("b"));

        then(lesioned.neurons()).containsExactly(DRIVE, A);
        then(lesioned.synapses()).containsExactly(Synapse.chemical("drive", "a", "w"));
        then(lesioned.groups()).containsExactly(W);
        then(lesioned.outputs())
                .containsExactly(new OutputPort("joint/0/torque", 0, List.of(new OutputPort.Term("a", 1))));
    }

    @ParameterizedTest
    @CsvSource({"-1, 2, 5", "3, 2, 5", "0, 6, 5", "0, 0, 0"})
    void oscillator_activeOutsideItsPeriod_isRefused(int from, int to, int period) {
        thenThrownBy(() -> new Source.Oscillator(period, from, to)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void transfer_thatCarriesNothing_isRefused() {
        thenThrownBy(() -> new Transfer(Transfer.Scale.UNIT, 0, 0, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        thenThrownBy(() -> new Transfer(Transfer.Scale.UNIT, 1, 0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void synapse_withoutGain_isRefused() {
        thenThrownBy(() -> Synapse.chemical("a", "b", "w").withGain(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"'', DB, 0.5", "D B, DB, 0.5", "DB1, D/B, 0.5", "DB1, DB, 1.5", "DB1, DB, -0.1"})
    void neuron_badNameOrPlace_isRefused(String name, String cellClass, double position) {
        thenThrownBy(() -> new Neuron(name, cellClass, new Memoryless.Linear(), position, Side.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
