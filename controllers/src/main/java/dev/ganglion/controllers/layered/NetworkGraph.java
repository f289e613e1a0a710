package dev.ganglion.controllers.layered;

import dev.ganglion.controllers.ParameterOperands;
import dev.ganglion.controllers.tensor.Columns;
import dev.ganglion.controllers.tensor.Products;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** A layered network in a graph. */
final class NetworkGraph {
    private final Ops tf;
    private final NetworkDesign design;
    private final List<ProjectionGraph> projections = new ArrayList<>();
    private final List<Units.Stepped> units = new ArrayList<>();
    private final @Nullable Operand<TFloat32> modulatorWeights;
    private final @Nullable Operand<TFloat32> modulatorBias;

    /** Into a graph. */
    NetworkGraph(Ops tf, NetworkDesign design, ParameterOperands parameters) {
        this.tf = tf;
        this.design = design;
        for (NetworkDesign.Layer layer : design.layers()) {
            projections.add(
                    new ProjectionGraph(tf, layer.synapses(), design.time().stepSeconds(), parameters));
            units.add(layer.units().in(tf));
        }
        boolean modulates = design.readsThirdFactor();
        modulatorWeights = modulates ? parameters.effective(NetworkDesign.MODULATOR_WEIGHTS) : null;
        modulatorBias = modulates ? parameters.effective(NetworkDesign.MODULATOR_BIAS) : null;
    }

    /**
     * A control step's results.
     *
     * @param output {@code [batch, outputs]}
     * @param state the parts of {@link NetworkDesign#state()}
     * @param activity mean activity of all units in the step, {@code [batch, units]}
     */
    record Answer(Operand<TFloat32> output, List<Operand<TFloat32>> state, Operand<TFloat32> activity) {}

    /** What lasts from one inner step to the next, of each layer; and what it does. */
    private record Moment(
            @Nullable Operand<TFloat32> charge,
            List<List<Operand<TFloat32>>> variables,
            List<List<Operand<TFloat32>>> memories,
            List<Operand<TFloat32>> activities) {}

    /**
     * Adds a control step.
     *
     * @param observation {@code [batch, signals]}
     * @param state the parts of {@link NetworkDesign#state()}, each with its shape
     */
    Answer step(Operand<TFloat32> observation, List<Operand<TFloat32>> state) {
        Operand<TFloat32> encoded = design.encoder().encode(tf, observation);
        Moment moment = begin(state);
        int steps = design.time().innerSteps();
        Operand<TFloat32> sum = null;
        for (int step = 0; step < steps; step++) {
            moment = move(moment, encoded);
            Operand<TFloat32> activity = Columns.join(tf, moment.activities());
            sum = sum == null ? activity : tf.math.add(sum, activity);
        }
        if (sum == null) {
            throw new IllegalStateException("A control step has at least one inner step");
        }
        Operand<TFloat32> mean = steps == 1 ? sum : tf.math.mul(sum, tf.constant(1f / steps));
        return new Answer(output(moment, mean), end(moment), mean);
    }

    private Moment begin(List<Operand<TFloat32>> state) {
        int next = 0;
        Operand<TFloat32> charge = design.makesTrains() ? state.get(next++) : null;
        List<List<Operand<TFloat32>>> variables = new ArrayList<>();
        List<List<Operand<TFloat32>>> memories = new ArrayList<>();
        for (NetworkDesign.Layer layer : design.layers()) {
            int own = layer.units().variables().size();
            int remembered = layer.synapses().state().size();
            variables.add(state.subList(next, next + own));
            memories.add(state.subList(next + own, next + own + remembered));
            next += own + remembered;
        }
        return new Moment(charge, variables, memories, List.of());
    }

    private List<Operand<TFloat32>> end(Moment moment) {
        List<Operand<TFloat32>> state = new ArrayList<>();
        if (moment.charge() != null) {
            state.add(moment.charge());
        }
        for (int layer = 0; layer < units.size(); layer++) {
            state.addAll(moment.variables().get(layer));
            state.addAll(moment.memories().get(layer));
        }
        return state;
    }

    /** An inner step: activity runs through all layers, then every synapse learns. */
    private Moment move(Moment before, Operand<TFloat32> encoded) {
        Operand<TFloat32> charge = before.charge();
        Operand<TFloat32> input = encoded;
        if (charge != null) {
            SpikeTrain train = SpikeTrain.step(tf, encoded, charge);
            input = train.spikes();
            charge = train.charge();
        }
        List<List<Operand<TFloat32>>> variables = new ArrayList<>();
        List<Operand<TFloat32>> activities = new ArrayList<>();
        Operand<TFloat32> presynaptic = input;
        for (int layer = 0; layer < units.size(); layer++) {
            Operand<TFloat32> drive =
                    projections.get(layer).input(before.memories().get(layer), presynaptic);
            Units.Moved moved = units.get(layer).step(before.variables().get(layer), drive);
            variables.add(moved.variables());
            activities.add(moved.activity());
            presynaptic = moved.activity();
        }
        return new Moment(charge, variables, learned(before, input, activities), activities);
    }

    private List<List<Operand<TFloat32>>> learned(
            Moment before, Operand<TFloat32> input, List<Operand<TFloat32>> activities) {
        Operand<TFloat32> third = third(activities);
        List<List<Operand<TFloat32>>> memories = new ArrayList<>();
        Operand<TFloat32> presynaptic = input;
        for (int layer = 0; layer < units.size(); layer++) {
            memories.add(projections
                    .get(layer)
                    .learn(before.memories().get(layer), presynaptic, activities.get(layer), third));
            presynaptic = activities.get(layer);
        }
        return memories;
    }

    /** The third factor, {@code [batch, 1]}; null if there is none. */
    private @Nullable Operand<TFloat32> third(List<Operand<TFloat32>> activities) {
        if (modulatorWeights == null || modulatorBias == null) {
            return null;
        }
        Operand<TFloat32> sum = Products.product(tf, Columns.join(tf, activities), modulatorWeights);
        return tf.math.tanh(Products.addRow(tf, sum, modulatorBias));
    }

    private Operand<TFloat32> output(Moment end, Operand<TFloat32> mean) {
        int outputs = design.outputs();
        NetworkDesign.Readout readout = design.readout();
        Operand<TFloat32> read;
        if (readout.countsSpikes()) {
            int first = design.units() - 2 * outputs;
            read = tf.math.sub(
                    Columns.range(tf, mean, first, outputs), Columns.range(tf, mean, first + outputs, outputs));
        } else {
            read = end.activities().get(units.size() - 1);
        }
        return readout.gain() == 1 ? read : tf.math.mul(read, tf.constant((float) readout.gain()));
    }
}
