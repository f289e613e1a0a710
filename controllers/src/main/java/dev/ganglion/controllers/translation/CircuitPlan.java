package dev.ganglion.controllers.translation;

import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.circuit.Dynamics;
import dev.ganglion.controllers.circuit.Source;
import dev.ganglion.controllers.parameter.WeightVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything about a circuit's translation that can be said before there is a graph.
 *
 * @param layout banks of neurons and matrices of synapses
 * @param weights its weights
 * @param oscillators its pacemakers
 * @param plastic its plastic synapses
 * @param neuronConstants constants of its neurons
 * @param synapseConstants constants of its synapses
 * @param state what it remembers
 * @param parameters what is learned
 * @param dynamics how its time is tied to the body's; empty if all its neurons answer within the control step
 */
record CircuitPlan(
        CircuitLayout layout,
        WeightTable weights,
        OscillatorBank oscillators,
        List<PlasticSynapses> plastic,
        ConstantTable neuronConstants,
        ConstantTable synapseConstants,
        CircuitState state,
        List<ParameterBlock> parameters,
        Optional<Dynamics> dynamics) {
    /** Name of the vector of weights. */
    static final String WEIGHTS = "weights";

    private static final String NEURONS = "neurons";
    private static final String SYNAPSES = "synapses";

    /** The plan of a circuit. */
    static CircuitPlan of(Circuit circuit) {
        CircuitLayout layout = CircuitLayout.of(circuit);
        OscillatorBank oscillators =
                new OscillatorBank(layout.sources(CircuitLayout.OSCILLATORS, Source.Oscillator.class));
        boolean lasts = circuit.dynamics().isPresent();
        List<PlasticSynapses> plastic = lasts ? PlasticSynapses.of(circuit, layout) : List.of();
        List<CircuitLayout.Run> runs = lasts
                ? layout.levels().stream()
                        .flatMap(level -> level.models().stream())
                        .toList()
                : List.of();
        ConstantTable neurons = new ConstantTable(NEURONS, "neuron");
        runs.forEach(run -> neurons.declare(run.model().constants(), run.owners()));
        ConstantTable synapses = new ConstantTable(SYNAPSES, "synapse");
        plastic.forEach(group -> synapses.declare(group.model().constants(), group.owners()));
        List<ParameterBlock> parameters = new ArrayList<>();
        WeightTable weights = WeightTable.of(circuit);
        if (!weights.learned().isEmpty()) {
            parameters.add(new WeightVector(WEIGHTS, weights.learned()));
        }
        neurons.parameters().ifPresent(parameters::add);
        synapses.parameters().ifPresent(parameters::add);
        if (plastic.stream().anyMatch(PlasticSynapses::readThirdFactor)) {
            parameters.add(ThirdFactor.parameters(
                    layout.banks().get(layout.levels().get(0).bank())));
        }
        return new CircuitPlan(
                layout,
                weights,
                oscillators,
                plastic,
                neurons,
                synapses,
                CircuitState.of(oscillators.periods(), runs, plastic),
                List.copyOf(parameters),
                circuit.dynamics());
    }
}
