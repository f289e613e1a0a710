package dev.ganglion.controllers.parameter;

import dev.ganglion.connectome.Sign;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.Options;
import java.util.List;
import java.util.Locale;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/*
 * Why there are several. Clamping at each use, as the published swimmer does, kills a synapse whose raw weight crosses
 * zero: the clamp's gradient is zero there, so it never comes back. The straight-through clamp has the same effective
 * values and lets the gradient pass; its raw weight may wander far beyond zero, and back. The exponential keeps every
 * synapse alive, at the price that none reaches zero and that steps are proportional to the weight.
 *
 * Everything below is written for s = +1 and mirrored by multiplying with the sign, which is exact in floating point.
 */

/**
 * How a raw value ω, free to take any real value, becomes the effective weight w of synapses with a sign s.
 *
 * <p>Sources: {@link #CLAMP} Bhattasali, Zador and Engel (2022), code of {@code SwimmerModule}; {@link #EXPONENTIAL}
 * Schmidgall, Schuman and Parsa (2022), arXiv 2209.14406; {@link #STRAIGHT_THROUGH} after Bengio, Léonard and
 * Courville (2013), arXiv 1308.3432.
 */
public enum Parametrisation {
    /** w = ω: the sign says only how the weight begins. The one choice where the sign is undecided. */
    FREE {
        @Override
        Operand<TFloat32> magnitude(Ops tf, Operand<TFloat32> raw) {
            return raw;
        }

        @Override
        double magnitude(double raw) {
            return raw;
        }

        @Override
        double raw(double magnitude) {
            return magnitude;
        }
    },
    /** w = s·max(sω, 0), with no gradient where the clamp holds. */
    CLAMP {
        @Override
        Operand<TFloat32> magnitude(Ops tf, Operand<TFloat32> raw) {
            return tf.math.maximum(raw, tf.constant(0f));
        }

        @Override
        double magnitude(double raw) {
            return Math.max(raw, 0);
        }

        @Override
        double raw(double magnitude) {
            return Math.max(magnitude, 0);
        }
    },
    /** w = s·max(sω, 0), with gradient 1 everywhere. */
    STRAIGHT_THROUGH {
        @Override
        Operand<TFloat32> magnitude(Ops tf, Operand<TFloat32> raw) {
            Operand<TFloat32> clamped = tf.math.maximum(raw, tf.constant(0f));
            Operand<TFloat32> cut = tf.math.sub(raw, clamped);
            // The value of the second term is exactly zero; its gradient is that which the clamp cuts off.
            return tf.math.add(clamped, tf.math.sub(cut, tf.stopGradient(cut)));
        }

        @Override
        double magnitude(double raw) {
            return Math.max(raw, 0);
        }

        @Override
        double raw(double magnitude) {
            return Math.max(magnitude, 0);
        }
    },
    /** w = s·exp(min(sω, 10)): never zero, never of the other sign, and never infinite. */
    EXPONENTIAL {
        @Override
        Operand<TFloat32> magnitude(Ops tf, Operand<TFloat32> raw) {
            return tf.math.exp(tf.math.minimum(raw, tf.constant(LARGEST_EXPONENT)));
        }

        @Override
        double magnitude(double raw) {
            return Math.exp(Math.min(raw, LARGEST_EXPONENT));
        }

        @Override
        double raw(double magnitude) {
            return Math.min(Math.log(Math.max(magnitude, SMALLEST_MAGNITUDE)), LARGEST_EXPONENT);
        }
    };

    /** The option that chooses one for the weights whose sign is known. */
    public static final Option OPTION = new Option.Choice(
            "weights",
            "exponential",
            List.of("exponential", "clamp", "straight-through", "free"),
            "How a constrained weight is kept to its sign while it is trained.");

    /** Bound on an exponent, so that a weight that nothing holds back stays a number; ours. */
    public static final float LARGEST_EXPONENT = 10;

    /** Stands in for a magnitude of zero, which the exponential cannot reach. */
    public static final double SMALLEST_MAGNITUDE = 1e-6;

    /** What {@link #OPTION} says. */
    public static Parametrisation asked(Options options) {
        return valueOf(options.text(OPTION.key()).toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /**
     * The effective weight of a raw value.
     *
     * @param sign sign of the synapse; an undecided one counts as excitatory
     */
    public double effective(Sign sign, double raw) {
        return factor(sign) * magnitude(factor(sign) * raw);
    }

    /**
     * The raw value of an effective weight; of the nearest reachable one if this is out of reach.
     *
     * @param sign sign of the synapse; an undecided one counts as excitatory
     */
    public double raw(Sign sign, double effective) {
        return factor(sign) * raw(factor(sign) * effective);
    }

    /** −1 for an inhibitory synapse and 1 for all others. */
    static float factor(Sign sign) {
        return sign == Sign.INHIBITORY ? -1 : 1;
    }

    abstract Operand<TFloat32> magnitude(Ops tf, Operand<TFloat32> raw);

    abstract double magnitude(double raw);

    abstract double raw(double magnitude);
}
