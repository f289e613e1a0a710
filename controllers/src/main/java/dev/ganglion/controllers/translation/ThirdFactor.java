package dev.ganglion.controllers.translation;

import dev.ganglion.connectome.Sign;
import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.ParameterOperands;
import dev.ganglion.controllers.circuit.Neuron;
import dev.ganglion.controllers.parameter.InitialValue;
import dev.ganglion.controllers.parameter.Parametrisation;
import dev.ganglion.controllers.parameter.WeightGroup;
import dev.ganglion.controllers.parameter.WeightVector;
import dev.ganglion.controllers.tensor.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The third factor of a circuit's plastic synapses, one for all of them, set by the circuit itself: {@code tanh(v · x +
 * c)} of the activities x of all neurons that receive, with v and c learned.
 *
 * <p>After the modulator of Miconi et al. (2019), "Backpropamine". That v begins within ±0.1 and c at 1, so that
 * plasticity is on at first, is ours.
 */
final class ThirdFactor {
    /** Name of the vector of v and c. */
    static final String BLOCK = "modulator";

    private final Ops tf;
    private final Operand<TFloat32> factors;
    private final Operand<TFloat32> offset;

    /**
     * Into a graph.
     *
     * @param receivers number of neurons that receive
     * @param axes number of axes of the batch's operands: 2, or 3 with a population
     */
    ThirdFactor(Ops tf, int receivers, int axes, ParameterOperands parameters) {
        this.tf = tf;
        Operand<TFloat32> all = parameters.effective(BLOCK);
        int[] neurons = IntStream.range(0, receivers).toArray();
        this.factors = alongBatch(PlasticGraph.lastFirst(tf, Columns.pick(tf, all, neurons)), axes);
        this.offset = alongBatch(PlasticGraph.lastFirst(tf, Columns.pick(tf, all, receivers)), axes);
    }

    private Operand<TFloat32> alongBatch(Operand<TFloat32> values, int axes) {
        Operand<TFloat32> broadcast = values;
        while (broadcast.shape().numDimensions() < axes) {
            broadcast = tf.expandDims(broadcast, tf.constant(-1));
        }
        return broadcast;
    }

    /** Its parameters, for the neurons that receive in their order. */
    static ParameterBlock parameters(List<Neuron> receivers) {
        List<WeightGroup> values = new ArrayList<>();
        receivers.forEach(
                neuron -> values.add(free("modulator/" + neuron.name(), new InitialValue.Uniform(-0.1, 0.1))));
        values.add(free("modulator-offset", new InitialValue.Fixed(1)));
        return new WeightVector(BLOCK, values);
    }

    private static WeightGroup free(String name, InitialValue initial) {
        return new WeightGroup(name, Sign.UNKNOWN, initial, Parametrisation.FREE);
    }

    /**
     * Its value.
     *
     * @param activity of the neurons that receive, {@code [receivers, …, batch]}
     * @return {@code [1, …, batch]}
     */
    Operand<TFloat32> value(Operand<TFloat32> activity) {
        Operand<TFloat32> sum = tf.reduceSum(
                tf.math.mul(activity, factors), tf.constant(0), org.tensorflow.op.core.ReduceSum.keepDims(true));
        return tf.math.tanh(tf.math.add(sum, offset));
    }
}
