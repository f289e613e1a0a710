package dev.ganglion.controllers.circuit;

import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.Options;
import java.util.List;
import java.util.Locale;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The gradient of the clip to [0, 1] where it holds its input back. The clip's values are the same in every case; at
 * the limits themselves the gradient is 1.
 *
 * <p>A saturated neuron that tells nothing cannot be brought back: in the swimmer the oscillator's weight begins at the
 * very edge, is pushed over it by the first update and never moves again, although the best weight is half as large.
 *
 * <p>Where neurons form loops, a gradient that is not there adds up along them: the connectome, whose muscles are
 * saturated most of the time, then learns to hold its tail bent. There the exact gradient is the best (measured: {@code
 * docs/controllers/connectome.md}).
 */
public enum SaturationGradient {
    /** None, as calculus says. */
    EXACT(0),
    /**
     * A tenth of the gradient within the limits where the neuron is saturated, none where it is silent; the share is
     * ours. A leak below 0 too drives the weight between opposite muscles, which is at rest whenever it would matter,
     * without end.
     */
    LEAKY(0.1f),
    /** The gradient within the limits, as if there were no clip (Bengio, Léonard and Courville 2013). */
    STRAIGHT_THROUGH(1);

    private static final String KEY = "gradient";

    /** The gradient outside the limits as a share of that within. */
    private final float share;

    SaturationGradient(float share) {
        this.share = share;
    }

    /**
     * The choice among them as an option.
     *
     * @param usual what is chosen if nothing is said
     */
    public static Option option(SaturationGradient usual) {
        return new Option.Choice(
                KEY,
                usual.text(),
                List.of(LEAKY.text(), EXACT.text(), STRAIGHT_THROUGH.text()),
                "Gradient of a neuron that is held back: a tenth if saturated, none, or as if it were not.");
    }

    /** What {@link #option} says. */
    public static SaturationGradient asked(Options options) {
        return valueOf(options.text(KEY).toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The gradient above the upper limit as a share of that within. */
    public float share() {
        return share;
    }

    /** Adds the clip to a graph. */
    Operand<TFloat32> clip(Ops tf, Operand<TFloat32> input) {
        Operand<TFloat32> clipped = tf.clipByValue(input, tf.constant(0f), tf.constant(1f));
        // The value of this term is exactly zero; its gradient is that of the input. Beside being free to choose, this
        // is a third faster, forward and back, than the gradients that TensorFlow has for clips.
        Operand<TFloat32> slope = tf.math.sub(input, tf.stopGradient(input));
        if (share != 1) {
            Operand<TFloat32> heard = tf.dtypes.cast(tf.math.greaterEqual(input, tf.constant(0f)), TFloat32.class);
            Operand<TFloat32> free = tf.dtypes.cast(tf.math.lessEqual(input, tf.constant(1f)), TFloat32.class);
            Operand<TFloat32> above =
                    share == 0 ? free : tf.math.add(tf.math.mul(free, tf.constant(1 - share)), tf.constant(share));
            Operand<TFloat32> factor = tf.math.mul(heard, above);
            slope = tf.math.mul(slope, tf.stopGradient(factor));
        }
        return tf.math.add(tf.stopGradient(clipped), slope);
    }
}
