package dev.ganglion.controllers.circuit;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** A neuron whose activity is a function of its summed input in the same control step. */
public sealed interface Memoryless extends NeuronModel {
    /**
     * Adds the function to a graph.
     *
     * @param input summed input, any shape
     * @return activity, of the same shape
     */
    Operand<TFloat32> activity(Ops tf, Operand<TFloat32> input);

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
}
