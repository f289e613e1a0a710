package dev.ganglion.controllers.circuit;

import static dev.ganglion.controllers.circuit.Circuits.conductance;
import static dev.ganglion.controllers.circuit.Circuits.free;
import static dev.ganglion.controllers.circuit.Circuits.neuron;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.controllers.parameter.WeightGroup;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.signal.Side;
import java.util.List;
import java.util.Optional;
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
    void constructor_gapJunctionWithoutDynamics_isRefused() {
        thenRefused(
                () -> new Circuit(
                        "test",
                        List.of(DRIVE, A, B),
                        List.of(Synapse.electrical("a", "b", "g")),
                        List.of(conductance("g", 1)),
                        List.of(PORT)),
                "The synapse a to b is electrical, but the circuit has no dynamics and so no voltages");
    }

    @Test
    void constructor_membraneWithoutDynamics_isRefused() {
        Neuron cell = neuron("c", LeakyIntegrator.usual());
        thenRefused(
                () -> new Circuit("test", List.of(cell), List.of(), List.of(), List.of()),
                "The neuron c has a membrane, but the circuit has no dynamics");
    }

    @Test
    void constructor_plasticSynapseWithoutDynamics_isRefused() {
        Synapse plastic = Synapse.chemical("drive", "a", "w").withModel(SynapseModel.ShortTerm.learned());
        thenRefused(
                () -> circuit(List.of(plastic)), "The synapse drive to a is plastic, but the circuit has no dynamics");
    }

    private static Circuit lasting(List<Synapse> synapses, WeightGroup... groups) {
        return new Circuit(
                "test",
                List.of(DRIVE, A, B),
                synapses,
                List.of(groups),
                List.of(PORT),
                Optional.of(new Dynamics(3, 0.03)));
    }

    @Test
    void constructor_loopWithDynamics_isAccepted() {
        then(lasting(List.of(Synapse.chemical("a", "b", "w"), Synapse.chemical("b", "a", "w")), W)
                        .synapses())
                .hasSize(2);
    }

    @Test
    void constructor_gapJunctionBothWays_isRefused() {
        thenRefused(
                () -> lasting(
                        List.of(Synapse.electrical("a", "b", "g"), Synapse.electrical("b", "a", "g")),
                        conductance("g", 1)),
                "The synapse b to a is electrical, so the one back again is the same and is not declared too");
    }

    @Test
    void constructor_conductanceThatMayTurnNegative_isRefused() {
        thenRefused(
                () -> lasting(List.of(Synapse.electrical("a", "b", "w")), W),
                "The weight group w has electrical synapses; it must have a positive sign and be kept to it");
    }

    @Test
    void constructor_conductanceThatIsAlsoAWeight_isRefused() {
        thenRefused(
                () -> lasting(
                        List.of(Synapse.electrical("a", "b", "g"), Synapse.chemical("b", "a", "g")),
                        conductance("g", 1)),
                "The weight group g has chemical and electrical synapses, but a weight is no conductance");
    }

    @Test
    void synapse_electricalThatCannotBe_isRefused() {
        thenRefused(
                () -> Synapse.electrical("a", "a", "g"), "The synapse a to a is electrical and would carry no current");
        thenRefused(
                () -> Synapse.electrical("a", "b", "g").withGain(-1),
                "The synapse a to b is electrical; its gain is positive, not -1.0");
        thenRefused(
                () -> Synapse.electrical("a", "b", "g").withModel(SynapseModel.ShortTerm.learned()),
                "The synapse a to b is electrical, and no such synapse is plastic");
    }

    @ParameterizedTest
    @CsvSource({"0, 0.03", "3, 0", "3, Infinity", "3, NaN"})
    void dynamics_withoutTime_areRefused(int innerSteps, double controlPeriod) {
        thenThrownBy(() -> new Dynamics(innerSteps, controlPeriod)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neuronModels_everyName_isFoundAndOthersAreNot() {
        for (String name : NeuronModels.names()) {
            then(NeuronModels.entry(name).name()).isEqualTo(name);
        }
        thenThrownBy(() -> NeuronModels.named("izikevich"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("There is no neuron model 'izikevich'; did you mean 'izhikevich'?");
        thenThrownBy(() -> SynapseModels.named("spt"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("There is no synapse model 'spt'; did you mean 'stp'?");
    }

    @Test
    void constant_notPositiveWhereItMustBe_isRefused() {
        thenThrownBy(() -> new LeakyIntegrator(Constant.of(0), Constant.of(1), Constant.of(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The constant time-constant is positive, not");
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
