package dev.ganglion.controllers.network;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** What a hidden unit of a dense network does with its summed input. */
public enum Activation {
    /** Hyperbolic tangent. */
    TANH {
        @Override
        Operand<TFloat32> apply(Ops tf, Operand<TFloat32> input) {
            return tf.math.tanh(input);
        }
    },
    /** The positive part. */
    RELU {
        @Override
        Operand<TFloat32> apply(Ops tf, Operand<TFloat32> input) {
            return tf.nn.relu(input);
        }
    };

    abstract Operand<TFloat32> apply(Ops tf, Operand<TFloat32> input);
}
