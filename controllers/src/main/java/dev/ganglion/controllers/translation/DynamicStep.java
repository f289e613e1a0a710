package dev.ganglion.controllers.translation;

import dev.ganglion.controllers.circuit.Drive;
import dev.ganglion.controllers.circuit.Dynamics;
import dev.ganglion.controllers.circuit.MembraneGraph;
import dev.ganglion.controllers.tensor.Columns;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** One control step of the neurons of a circuit with dynamics, inner step by inner step. */
final class DynamicStep {
    private final Ops tf;
    private final CircuitLayout.Level level;
    private final boolean hasJunctions;
    private final Dynamics dynamics;
    private final SynapticInput synapses;
    private final List<MembraneGraph> models;

    /**
     * What lasts from one inner step to the next.
     *
     * @param variables of each run of neurons, {@code [batch, neurons]} each
     * @param memories what each kind of plastic synapses remembers, {@code [synapses, …, batch]} each
     * @param activity of all neurons that receive, {@code [batch, neurons]}
     */
    record Moment(
            List<List<Operand<TFloat32>>> variables,
            List<List<Operand<TFloat32>>> memories,
            Operand<TFloat32> activity) {}

    /**
     * Into a graph.
     *
     * @param circuit what does not change from step to step
     * @param dynamics how many inner steps of which length
     * @param synapses what synapses bring
     */
    DynamicStep(CircuitGraph circuit, Dynamics dynamics, SynapticInput synapses) {
        this.tf = circuit.tf();
        this.level = circuit.level();
        this.hasJunctions = circuit.junctions().isPresent();
        this.models = circuit.models();
        this.dynamics = dynamics;
        this.synapses = synapses;
    }

    /**
     * The moment in which a control step begins.
     *
     * @param variables of each run of neurons
     * @param memories what each kind of plastic synapses remembers, {@code [batch, synapses]} each
     */
    Moment begin(List<List<Operand<TFloat32>>> variables, List<List<Operand<TFloat32>>> memories) {
        return new Moment(
                variables,
                memories.stream()
                        .map(kind -> kind.stream()
                                .map(memory -> PlasticGraph.lastFirst(tf, memory))
                                .toList())
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
        if (hasJunctions) {
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
