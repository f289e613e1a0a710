package dev.ganglion.controllers.translation;

import dev.ganglion.controllers.ParameterOperands;
import dev.ganglion.controllers.circuit.Constant;
import dev.ganglion.controllers.circuit.Dynamics;
import dev.ganglion.controllers.circuit.MembraneGraph;
import dev.ganglion.controllers.circuit.SynapseModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * What depends on a circuit's parameters alone, in a graph: the same at every step of an unrolled circuit, and computed
 * once for all of them.
 */
final class CircuitGraph {
    private final Ops tf;
    private final CircuitPlan plan;
    private final ParameterOperands parameters;
    private final WeightMatrices weights;
    private final List<MembraneGraph> models;
    private final Optional<GapJunctions> junctions;
    private final Map<Integer, List<PlasticGraph>> plasticByAxes = new HashMap<>();

    /** Of a circuit, with the effective values of its parameters. */
    CircuitGraph(Ops tf, CircuitPlan plan, ParameterOperands parameters) {
        this.tf = tf;
        this.plan = plan;
        this.parameters = parameters;
        this.weights = new WeightMatrices(
                tf, effectiveWeights(plan, parameters), plan.weights().fixedValues());
        this.models = plan.dynamics().map(this::membranes).orElse(List.of());
        this.junctions = models.isEmpty() || level().junctions().isEmpty()
                ? Optional.empty()
                : Optional.of(GapJunctions.of(tf, level(), models, weights));
    }

    private static @Nullable Operand<TFloat32> effectiveWeights(CircuitPlan plan, ParameterOperands parameters) {
        boolean any = plan.parameters().stream().anyMatch(block -> block.name().equals(CircuitPlan.WEIGHTS));
        return any ? parameters.effective(CircuitPlan.WEIGHTS) : null;
    }

    /** Where operations are added. */
    Ops tf() {
        return tf;
    }

    /** The circuit's plan. */
    CircuitPlan plan() {
        return plan;
    }

    /** The neurons that receive, in a circuit with dynamics. */
    CircuitLayout.Level level() {
        return plan.layout().levels().get(0);
    }

    /** Static weights. */
    WeightMatrices weights() {
        return weights;
    }

    /** The equations of each run of neurons that share a model; empty in a circuit without dynamics. */
    List<MembraneGraph> models() {
        return models;
    }

    /** Gap junctions among and onto the neurons that receive, in a circuit with dynamics; empty if there are none. */
    Optional<GapJunctions> junctions() {
        return junctions;
    }

    /**
     * Each kind of plastic synapses.
     *
     * @param axes number of axes of the batch's operands: 2, or 3 with a population
     */
    List<PlasticGraph> plastic(int axes) {
        return plasticByAxes.computeIfAbsent(axes, this::plasticGraphs);
    }

    private List<PlasticGraph> plasticGraphs(int axes) {
        int size = plan.layout().banks().get(level().bank()).size();
        Optional<ThirdFactor> third = plan.plastic().stream().anyMatch(PlasticSynapses::readThirdFactor)
                ? Optional.of(new ThirdFactor(tf, size, axes, parameters))
                : Optional.empty();
        List<PlasticGraph> graphs = new ArrayList<>();
        for (PlasticSynapses synapses : plan.plastic()) {
            graphs.add(
                    synapses.model() instanceof SynapseModel.ShortTerm model
                            ? new ShortTermGraph(
                                    tf, synapses, model, size, axes, weights, plan.synapseConstants(), parameters)
                            : new RuledGraph(
                                    tf,
                                    synapses,
                                    (SynapseModel.Plastic) synapses.model(),
                                    plan.dynamics().orElseThrow().stepSeconds(),
                                    size,
                                    axes,
                                    weights,
                                    plan.synapseConstants(),
                                    third,
                                    parameters));
        }
        return List.copyOf(graphs);
    }

    private List<MembraneGraph> membranes(Dynamics dynamics) {
        List<MembraneGraph> membranes = new ArrayList<>();
        for (CircuitLayout.Run run : level().models()) {
            Map<String, Operand<TFloat32>> constants = new HashMap<>();
            for (Constant.Named constant : run.model().constants()) {
                Operand<TFloat32> value = plan.neuronConstants().value(tf, parameters, constant, run.owners());
                constants.put(constant.name(), SynapticInput.alongBatch(tf, value));
            }
            membranes.add(new MembraneGraph(tf, dynamics.stepSeconds(), constants));
        }
        return membranes;
    }
}
