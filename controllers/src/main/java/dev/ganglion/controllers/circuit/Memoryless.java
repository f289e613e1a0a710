package dev.ganglion.controllers.circuit;

import dev.ganglion.controllers.network.ClippedSine;
import java.util.List;
import java.util.function.UnaryOperator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A neuron whose activity is a function of its summed input.
 *
 * <p>In a circuit without {@link Dynamics} that is the input of the same control step. With them it is the input of the
 * inner step before, which the neuron remembers; gap junctions then draw it to its neighbours as they would draw a
 * membrane without capacity, {@code v = (Σ w x + Σ g v_other) / (1 + Σ g)}.
 */
public sealed interface Memoryless extends Receiver {
    /**
     * Adds the function to a graph.
     *
     * @param input summed input, any shape
     * @return activity, of the same shape
     */
    Operand<TFloat32> activity(Ops tf, Operand<TFloat32> input);

    @Override
    default List<Constant.Named> constants() {
        return List.of();
    }

    @Override
    default Memoryless withConstants(UnaryOperator<Constant> change) {
        return this;
    }

    @Override
    default List<Variable> variables() {
        return List.of(new Variable("input", 0));
    }

    @Override
    default Operand<TFloat32> activity(MembraneGraph graph, List<Operand<TFloat32>> variables) {
        return activity(graph.tf(), variables.get(0));
    }

    @Override
    default Operand<TFloat32> voltage(MembraneGraph graph, List<Operand<TFloat32>> variables) {
        return variables.get(0);
    }

    @Override
    default List<Operand<TFloat32>> step(MembraneGraph graph, List<Operand<TFloat32>> variables, Drive drive) {
        Drive.Junctions junctions = drive.junctions();
        if (junctions == null) {
            return List.of(drive.input());
        }
        Ops tf = graph.tf();
        // Multiplied rather than divided by: the sum of conductances is the same at every step.
        Operand<TFloat32> share = tf.math.reciprocal(tf.math.add(tf.constant(1f), junctions.conductance()));
        return List.of(tf.math.mul(tf.math.add(drive.input(), junctions.inflow()), share));
    }

    /** The input itself. */
    record Linear() implements Memoryless {
        @Override
        public Operand<TFloat32> activity(Ops tf, Operand<TFloat32> input) {
            return input;
        }
    }

    /** The positive part of the input. */
    record Rectified() implements Memoryless {
        @Override
        public Operand<TFloat32> activity(Ops tf, Operand<TFloat32> input) {
            return tf.nn.relu(input);
        }
    }

    /**
     * Graded between silence and full activity: G(x) = min(1, max(0, x)).
     *
     * <p>Source: Bhattasali, Zador and Engel (2022), code of {@code SwimmerModule}; the choice of gradient is ours.
     *
     * @param gradient what a learner is told where the neuron is silent or saturated
     */
    record Graded(SaturationGradient gradient) implements Memoryless {
        @Override
        public Operand<TFloat32> activity(Ops tf, Operand<TFloat32> input) {
            return gradient.clip(tf, input);
        }
    }

    /** Hyperbolic tangent of the input. */
    record HyperbolicTangent() implements Memoryless {
        @Override
        public Operand<TFloat32> activity(Ops tf, Operand<TFloat32> input) {
            return tf.math.tanh(input);
        }
    }

    /** The clipped sine of circuit motif units. */
    record SineClipped() implements Memoryless {
        @Override
        public Operand<TFloat32> activity(Ops tf, Operand<TFloat32> input) {
            return ClippedSine.of(tf, input);
        }
    }
}
