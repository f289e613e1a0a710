package dev.ganglion.controllers.translation;

import dev.ganglion.controllers.ParameterOperands;
import dev.ganglion.controllers.circuit.Constant;
import dev.ganglion.controllers.circuit.Drive;
import dev.ganglion.controllers.circuit.Dynamics;
import dev.ganglion.controllers.circuit.MembraneGraph;
import dev.ganglion.controllers.tensor.Columns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** One control step of the neurons of a circuit with dynamics, inner step by inner step. */
final class DynamicStep {
    private final Ops tf;
    private final CircuitLayout.Level level;
    private final Dynamics dynamics;
    private final SynapticInput synapses;
    private final List<MembraneGraph> models;

    /**
     * What lasts from one inner step to the next.
     *
     * @param variables of each run of neurons, {@code [batch, neurons]} each
     * @param fast fast weights of each kind of plastic synapses, {@code [synapses, …, batch]}
     * @param activity of all neurons that receive, {@code [batch, neurons]}
     */
    record Moment(List<List<Operand<TFloat32>>> variables, List<Operand<TFloat32>> fast, Operand<TFloat32> activity) {}

    /**
     * Into a graph.
     *
     * @param dynamics how many inner steps of which length
     * @param models the equations of each run of neurons
     * @param synapses what their synapses bring
     */
    DynamicStep(Ops tf, CircuitPlan plan, Dynamics dynamics, List<MembraneGraph> models, SynapticInput synapses) {
        this.tf = tf;
        this.level = plan.layout().levels().get(0);
        this.dynamics = dynamics;
        this.models = models;
        this.synapses = synapses;
    }

    /** The equations of each run of neurons that share a model. */
    static List<MembraneGraph> models(Ops tf, CircuitPlan plan, Dynamics dynamics, ParameterOperands parameters) {
        List<MembraneGraph> models = new ArrayList<>();
        for (CircuitLayout.Run run : plan.layout().levels().get(0).models()) {
            Map<String, Operand<TFloat32>> constants = new HashMap<>();
            for (Constant.Named constant : run.model().constants()) {
                Operand<TFloat32> value = plan.neuronConstants().value(tf, parameters, constant, run.owners());
                constants.put(constant.name(), SynapticInput.alongBatch(tf, value));
            }
            models.add(new MembraneGraph(tf, dynamics.stepSeconds(), constants));
        }
        return models;
    }

    /**
     * The moment in which a control step begins.
     *
     * @param variables of each run of neurons
     * @param fast fast weights of each kind of plastic synapses, {@code [batch, synapses]}
     */
    Moment begin(List<List<Operand<TFloat32>>> variables, List<Operand<TFloat32>> fast) {
        return new Moment(
                variables,
                fast.stream()
                        .map(weights -> PlasticGraph.lastFirst(tf, weights))
                        .toList(),
                activity(variables));
    }

    /** The moment in which the control step ends. */
    Moment run(Moment beginning) {
        Moment moment = beginning;
        for (int step = 0; step < dynamics.innerSteps(); step++) {
            moment = after(moment);
        }
        return moment;
    }

    private Moment after(Moment moment) {
        List<Operand<TFloat32>> voltages = new ArrayList<>();
        if (synapses.hasJunctions()) {
            for (int run = 0; run < models.size(); run++) {
                voltages.add(level.models()
                        .get(run)
                        .model()
                        .voltage(models.get(run), moment.variables().get(run)));
            }
        }
        SynapticInput.Arrival arrival = synapses.arrive(moment, voltages);
        List<List<Operand<TFloat32>>> variables = new ArrayList<>();
        for (int run = 0; run < models.size(); run++) {
            CircuitLayout.Run neurons = level.models().get(run);
            Drive drive = arrival.drive(neurons);
            variables.add(
                    neurons.model().step(models.get(run), moment.variables().get(run), drive));
        }
        Operand<TFloat32> activity = activity(variables);
        return new Moment(variables, arrival.learn(activity), activity);
    }

    private Operand<TFloat32> activity(List<List<Operand<TFloat32>>> variables) {
        List<Operand<TFloat32>> parts = new ArrayList<>();
        for (int run = 0; run < models.size(); run++) {
            parts.add(level.models().get(run).model().activity(models.get(run), variables.get(run)));
        }
        return Columns.join(tf, parts);
    }
}
