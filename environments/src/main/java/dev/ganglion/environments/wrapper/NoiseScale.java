package dev.ganglion.environments.wrapper;

import dev.ganglion.environments.signal.Signal;
import java.util.random.RandomGenerator;

/**
 * How much noise a component of a signal takes, and how far.
 *
 * @param low below this noise takes nothing that was not there before
 * @param high above this neither
 * @param unit half the range of a signal with two limits, else 1 in the signal's own unit
 */
record NoiseScale(double low, double high, double unit) {
    static NoiseScale of(Signal signal) {
        double range = signal.high() - signal.low();
        return new NoiseScale(signal.low(), signal.high(), Double.isFinite(range) ? range / 2 : 1);
    }

    /**
     * A value with normal noise. What lies within the limits stays there; not a number stays that.
     *
     * @param share deviation of the noise over the unit
     */
    double noisy(double value, double share, RandomGenerator random) {
        double floor = Math.min(low, value);
        double ceiling = Math.max(high, value);
        return Math.max(floor, Math.min(ceiling, value + share * unit * random.nextGaussian()));
    }
}
