package dev.ganglion.controllers.circuitnet;

import dev.ganglion.controllers.network.ClippedSine;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** What a neuron of a circuit motif unit makes of its input. */
public enum UnitActivation {
    /** The clipped sine of {@link ClippedSine}. */
    CLIP_SIN {
        @Override
        Operand<TFloat32> apply(Ops tf, Operand<TFloat32> input) {
            return ClippedSine.of(tf, input);
        }
    },
    /** Hyperbolic tangent. */
    TANH {
        @Override
        Operand<TFloat32> apply(Ops tf, Operand<TFloat32> input) {
            return tf.math.tanh(input);
        }
    };

    abstract Operand<TFloat32> apply(Ops tf, Operand<TFloat32> input);
}
