package dev.ganglion.controllers.layered;

import dev.ganglion.controllers.tensor.Axes;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * How an observation becomes the activity of a network's input units.
 *
 * <p>Signals are normalised ones if the learner normalises, so that ranges are in standard deviations then, and in each
 * signal's own unit otherwise.
 */
sealed interface Encoder {
    /**
     * Number of input units.
     *
     * @param signals number of components of the observation
     */
    int units(int signals);

    /** Whether what it gives is a share of the fastest firing, 0 to 1, rather than a current of either sign. */
    boolean givesRates();

    /**
     * Adds the encoding to a graph.
     *
     * @param observation {@code [batch, signals]}
     * @return {@code [batch, units]}
     */
    Operand<TFloat32> encode(Ops tf, Operand<TFloat32> observation);

    /** Every signal is the current, or the activity, of one unit. */
    record Direct() implements Encoder {
        @Override
        public int units(int signals) {
            return signals;
        }

        @Override
        public boolean givesRates() {
            return false;
        }

        @Override
        public Operand<TFloat32> encode(Ops tf, Operand<TFloat32> observation) {
            return observation;
        }
    }

    /**
     * Every signal x has two units, one that fires the more the larger x is and one the more the smaller: {@code clip(x /
     * range, 0, 1)} and {@code clip(−x / range, 0, 1)}; first all of the first kind. Ours, after the ON and OFF cells of
     * sense organs.
     *
     * @param range signal at which a unit fires as fast as it can
     */
    record OnOff(double range) implements Encoder {
        @Override
        public int units(int signals) {
            return 2 * signals;
        }

        @Override
        public boolean givesRates() {
            return true;
        }

        @Override
        public Operand<TFloat32> encode(Ops tf, Operand<TFloat32> observation) {
            Operand<TFloat32> scaled = tf.math.mul(observation, tf.constant((float) (1 / range)));
            return tf.clipByValue(
                    tf.concat(List.of(scaled, tf.math.neg(scaled)), tf.constant(-1)), tf.constant(0f), tf.constant(1f));
        }
    }

    /**
     * Every signal x has m units with Gaussian receptive fields side by side, {@code exp(−((x − μ_i) / σ)² / 2)}, i = 1
     * … m, and {@code μ_i = −range + (2 i − 3) / 2 · 2 range / (m − 2)}, {@code σ = 2 range / (1.5 (m − 2))}; first all
     * units of the first signal.
     *
     * <p>Source: Bohte, Kok and La Poutré (2002), "Error-backpropagation in temporally encoded networks of spiking
     * neurons", Neurocomputing 48, with their β = 1.5 and an interval of ±range. There the activity sets when a neuron
     * fires once; that it sets how fast the neuron fires is as in Tang et al. (2020), "Deep reinforcement learning with
     * population-coded spiking neural network".
     *
     * @param fields m, at least 3
     * @param range half of the interval over which the fields stand
     */
    record Population(int fields, double range) implements Encoder {
        private static final double OVERLAP = 1.5;

        /** Checks the number of fields. */
        public Population {
            if (fields < 3) {
                throw new IllegalArgumentException("A signal has at least 3 fields, not " + fields);
            }
        }

        /** Distance between neighbouring centres. */
        private double spacing() {
            return 2 * range / (fields - 2);
        }

        @Override
        public int units(int signals) {
            return fields * signals;
        }

        @Override
        public boolean givesRates() {
            return true;
        }

        @Override
        public Operand<TFloat32> encode(Ops tf, Operand<TFloat32> observation) {
            float[] centres = new float[fields];
            for (int field = 0; field < fields; field++) {
                centres[field] = (float) (-range + (field - 0.5) * spacing());
            }
            Operand<TFloat32> distance = tf.math.sub(tf.expandDims(observation, tf.constant(-1)), tf.constant(centres));
            Operand<TFloat32> scaled = tf.math.mul(distance, tf.constant((float) (OVERLAP / spacing())));
            Operand<TFloat32> activity = tf.math.exp(tf.math.mul(tf.math.square(scaled), tf.constant(-0.5f)));
            return Axes.replaceLast(
                    tf,
                    activity,
                    2,
                    units(Math.toIntExact(
                            observation.shape().get(observation.shape().numDimensions() - 1))));
        }
    }
}
