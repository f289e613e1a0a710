package dev.ganglion.controllers.ablation;

import static dev.ganglion.controllers.circuit.Circuits.neuron;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.connectome.Sign;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.controllers.SwimmerSpecs;
import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.circuit.Dynamics;
import dev.ganglion.controllers.circuit.Memoryless;
import dev.ganglion.controllers.circuit.NeuronModels;
import dev.ganglion.controllers.circuit.OutputPort;
import dev.ganglion.controllers.circuit.Source;
import dev.ganglion.controllers.circuit.Synapse;
import dev.ganglion.controllers.circuit.SynapseModel;
import dev.ganglion.controllers.circuit.SynapseModels;
import dev.ganglion.controllers.circuit.Transfer;
import dev.ganglion.controllers.parameter.InitialValue;
import dev.ganglion.controllers.parameter.Parametrisation;
import dev.ganglion.controllers.parameter.WeightGroup;
import dev.ganglion.environments.options.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AblationsTest {
    private static final WeightGroup EXCITES =
            new WeightGroup("e", Sign.EXCITATORY, new InitialValue.Fixed(2), Parametrisation.EXPONENTIAL);
    private static final WeightGroup INHIBITS =
            new WeightGroup("i", Sign.INHIBITORY, new InitialValue.Fixed(-1), Parametrisation.CLAMP);

    /** A sense organ and a pacemaker drive a neuron; one of them inhibits a second one, the other excites it too. */
    private static final Circuit INTACT = new Circuit(
            "test",
            List.of(
                    neuron("touch", new Source.Sensor("skin/touch", 0, Transfer.command())),
                    neuron("beat", new Source.Oscillator(4, 0, 2)),
                    neuron("a", new Memoryless.Rectified()),
                    neuron("b", new Memoryless.Rectified())),
            List.of(
                    Synapse.chemical("touch", "a", "e"),
                    Synapse.chemical("beat", "a", "e"),
                    Synapse.chemical("beat", "b", "e"),
                    Synapse.chemical("touch", "b", "i")),
            List.of(EXCITES, INHIBITS),
            List.of(OutputPort.difference("joint/0/torque", "a", "b")));

    private static List<String> names(Circuit circuit) {
        return circuit.groups().stream().map(WeightGroup::name).toList();
    }

    @Test
    void freeSigns_everyWeight_beginsWithEitherSignAndIsFree() {
        then(Ablations.freeSigns().apply(INTACT).groups())
                .containsExactly(
                        new WeightGroup("e", Sign.UNKNOWN, new InitialValue.EitherSign(2), Parametrisation.FREE),
                        new WeightGroup("i", Sign.UNKNOWN, new InitialValue.EitherSign(1), Parametrisation.FREE));
    }

    @Test
    void uniformInitialValues_everyWeight_keepsItsSign() {
        then(Ablations.uniformInitialValues().apply(INTACT).groups())
                .containsExactly(
                        EXCITES.beginningWith(new InitialValue.Uniform(0, 2)),
                        INHIBITS.beginningWith(new InitialValue.Uniform(-1, 0)));
    }

    @Test
    void unsharedWeights_everySynapse_hasAWeightNamedAfterItsTarget() {
        Circuit unshared = Ablations.unsharedWeights().apply(INTACT);

        then(names(unshared)).containsExactly("e/touch>a", "e/beat>a", "e/b", "i");
        then(unshared.synapses().stream().map(Synapse::group)).containsExactly("e/touch>a", "e/beat>a", "e/b", "i");
        then(unshared.groups().get(2)).isEqualTo(EXCITES.named("e/b"));
    }

    @Test
    void unsharedWeights_twice_areThoseOfOnce() {
        Circuit once = Ablations.unsharedWeights().apply(INTACT);

        then(Ablations.unsharedWeights().apply(once)).isEqualTo(once);
    }

    @Test
    void publishedThree_inAnyOrder_comeToTheSame() {
        Ablation signs = Ablations.freeSigns();
        Ablation sharing = Ablations.unsharedWeights();
        Ablation initial = Ablations.uniformInitialValues();
        Circuit expected = signs.and(sharing).and(initial).apply(INTACT);

        then(initial.and(sharing).and(signs).apply(INTACT)).isEqualTo(expected);
        then(sharing.and(initial).and(signs).apply(INTACT)).isEqualTo(expected);
        then(signs.and(sharing).and(initial).name()).isEqualTo("signs=free,sharing=off,init=uniform");
    }

    @Test
    void withoutSenses_ofAFamily_leavesTheOthers() {
        Circuit numb = Ablations.withoutSenses("touch=off", signal -> signal.startsWith("skin/"))
                .apply(INTACT);
        Circuit other = Ablations.withoutSenses("sight=off", signal -> signal.startsWith("eye/"))
                .apply(INTACT);

        then(numb.neuronsOf(Source.Sensor.class)).isEmpty();
        then(names(numb)).containsExactly("e");
        then(other).isEqualTo(INTACT);
    }

    @Test
    void withoutOscillators_leavesNone() {
        then(Ablations.withoutOscillators().apply(INTACT).neuronsOf(Source.Oscillator.class))
                .isEmpty();
    }

    @Test
    void cut_takesGroupsOfSynapsesAway_withTheirWeights() {
        Circuit cut = Ablations.cut(List.of("i")).apply(INTACT);
        then(names(cut)).containsExactly("e");
        then(cut.synapses()).hasSize(3).extracting(Synapse::group).containsOnly("e");
        thenThrownBy(() -> Ablations.cut(List.of("ee")).apply(INTACT))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no group of synapses 'ee'; did you mean 'e'");
    }

    @Test
    void lesion_ofAMotorNeuron_silencesItsPartOfTheCommand() {
        Circuit lesioned = Ablations.lesion("lesion=b", neuron -> neuron.name().equals("b"))
                .apply(INTACT);

        then(lesioned.outputs())
                .containsExactly(new OutputPort("joint/0/torque", 0, List.of(new OutputPort.Term("a", 1))));
    }

    private static final Dynamics DYNAMICS = new Dynamics(6, 0.03);

    @Test
    void neuronModel_membrane_replacesThoseChosenAndGivesTheCircuitDynamics() {
        Circuit spiking = Ablations.neuronModel(
                        "neuron=lif",
                        NeuronModels.named("lif"),
                        neuron -> !neuron.name().equals("b"),
                        DYNAMICS)
                .apply(INTACT);

        then(spiking.neurons().get(0)).isEqualTo(INTACT.neurons().get(0));
        then(spiking.neurons().get(2).model()).isEqualTo(NeuronModels.named("lif"));
        then(spiking.neurons().get(3).model()).isEqualTo(new Memoryless.Rectified());
        then(spiking.synapses()).isEqualTo(INTACT.synapses());
        then(spiking.dynamics()).contains(DYNAMICS);
    }

    @Test
    void neuronModel_withoutMemory_leavesACircuitThatAnswersAtOnce() {
        Ablation linear = Ablations.neuronModel("neuron=linear", NeuronModels.named("linear"), any -> true, DYNAMICS);

        then(linear.apply(INTACT).dynamics()).isEmpty();
        then(linear.apply(INTACT).neurons().get(3).model()).isEqualTo(new Memoryless.Linear());
    }

    @Test
    void synapseModel_plastic_replacesEveryChemicalSynapseAndGivesTheCircuitDynamics() {
        SynapseModel plastic = SynapseModels.named("stp");
        Ablation stp = Ablations.synapseModel("synapse=stp", plastic, DYNAMICS);

        then(stp.apply(INTACT).synapses())
                .allSatisfy(synapse -> then(synapse.model()).isEqualTo(plastic));
        then(stp.apply(INTACT).dynamics()).contains(DYNAMICS);
        then(Ablations.synapseModel("synapse=static", SynapseModels.named("static"), DYNAMICS)
                        .apply(INTACT))
                .isEqualTo(INTACT);
    }

    @Test
    void modelsAndSharing_inAnyOrder_comeToTheSame() {
        Ablation neuron = Ablations.neuronModel("neuron=ctrnn", NeuronModels.named("ctrnn"), any -> true, DYNAMICS);
        Ablation synapse = Ablations.synapseModel("synapse=stp", SynapseModels.named("stp"), DYNAMICS);
        Ablation sharing = Ablations.unsharedWeights();
        Circuit expected = neuron.and(synapse).and(sharing).apply(INTACT);

        then(sharing.and(synapse).and(neuron).apply(INTACT)).isEqualTo(expected);
    }

    @Test
    void freeSigns_conductances_stayPositive() {
        WeightGroup junction =
                new WeightGroup("g", Sign.EXCITATORY, new InitialValue.Fixed(1), Parametrisation.EXPONENTIAL);
        List<Synapse> synapses = new ArrayList<>(INTACT.synapses());
        synapses.add(Synapse.electrical("a", "b", "g"));
        Circuit joined = new Circuit(
                "test",
                INTACT.neurons(),
                synapses,
                List.of(EXCITES, INHIBITS, junction),
                INTACT.outputs(),
                Optional.of(DYNAMICS));
        Circuit plastic = Ablations.synapseModel("synapse=stp", SynapseModels.named("stp"), DYNAMICS)
                .apply(joined);

        then(Ablations.freeSigns().apply(joined).groups().get(2)).isEqualTo(junction);
        then(plastic.synapses().get(4)).isEqualTo(joined.synapses().get(4));
    }

    @ParameterizedTest
    @CsvSource({
        "'ncap:constants=learned', its own have none",
        "'ncap:neuron=tanh,constants=learned', neuron=tanh has none"
    })
    void bind_learnedConstantsOfWhatHasNone_isRefused(String name, String reason) {
        thenThrownBy(() -> Controllers.parse(name).bind(SwimmerSpecs.swimmer(5)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("ncap: constants=learned needs neurons that have constants; " + reason
                        + ", these have: ctrnn, ltc, lif, alif, izhikevich, clipped, bursting");
    }
}
