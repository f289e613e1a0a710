package dev.ganglion.controllers.translation;

import dev.ganglion.connectome.Sign;
import dev.ganglion.connectome.SynapseKind;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.controllers.SwimmerSpecs;
import dev.ganglion.controllers.ablation.Ablations;
import dev.ganglion.controllers.binding.SignalBinding;
import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.circuit.Circuits;
import dev.ganglion.controllers.circuit.Constant;
import dev.ganglion.controllers.circuit.Dynamics;
import dev.ganglion.controllers.circuit.NeuronModels;
import dev.ganglion.controllers.circuit.Receiver;
import dev.ganglion.controllers.circuit.SynapseModel;
import dev.ganglion.controllers.circuit.SynapseModels;
import dev.ganglion.controllers.parameter.InitialValue;
import dev.ganglion.controllers.parameter.Parametrisation;
import dev.ganglion.controllers.parameter.WeightGroup;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.random.RandomStreams;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A wiring on which every neuron, synapse and parametrisation is tried.
 *
 * @param name what it is
 * @param body what it drives
 * @param circuit the wiring with some neurons and synapses
 */
record Wiring(String name, EnvironmentSpec body, Circuit circuit) {
    private static final Dynamics DYNAMICS = new Dynamics(2, 0.01);

    /** All of them. */
    static Stream<Wiring> all() {
        EnvironmentSpec small = SwimmerSpecs.swimmer(2);
        Circuit random = Circuits.recurrent(
                2,
                RandomStreams.named(6, "wiring"),
                any -> NeuronModels.named("tanh"),
                any -> new SynapseModel.Static(),
                DYNAMICS);
        return Stream.of(
                registered("ncap", small), registered("connectome", small), new Wiring("random", small, random));
    }

    /** That of a registered controller. */
    static Wiring registered(String controller, EnvironmentSpec body) {
        CircuitController bound =
                (CircuitController) Controllers.parse(controller).bind(body);
        return new Wiring(controller, body, bound.bound().circuit());
    }

    /** A controller with this wiring, whose neurons and synapses have learned constants. */
    CircuitController with(String neuron, String synapse, Parametrisation parametrisation) {
        Receiver model = NeuronModels.named(neuron).withConstants(constant -> constant.learned(Constant.Scope.SHARED));
        Circuit changed = Ablations.neuronModel(neuron, model, any -> true, DYNAMICS)
                .and(Ablations.synapseModel(synapse, SynapseModels.named(synapse), DYNAMICS))
                .apply(circuit);
        Set<String> conductances = changed.synapses().stream()
                .filter(one -> one.kind() == SynapseKind.ELECTRICAL)
                .map(one -> one.group())
                .collect(Collectors.toSet());
        Circuit kept =
                changed.withGroups(group -> conductances.contains(group.name()) ? group : kept(group, parametrisation));
        return new CircuitController(name, new SignalBinding(name, body).bind(kept));
    }

    private static WeightGroup kept(WeightGroup group, Parametrisation parametrisation) {
        double initial = group.initial().sample(RandomStreams.named(1, group.name()));
        return new WeightGroup(
                group.name(),
                initial < 0 ? Sign.INHIBITORY : Sign.EXCITATORY,
                new InitialValue.Fixed(initial),
                parametrisation);
    }

    @Override
    public String toString() {
        return name;
    }
}
