package dev.ganglion.controllers.parameter;

import dev.ganglion.connectome.Sign;
import java.util.random.RandomGenerator;

/** The effective value with which a weight begins. */
public sealed interface InitialValue {
    /** Draws a value. */
    double sample(RandomGenerator random);

    /** Whether every value that may be drawn is zero or of this sign; undecided signs allow all. */
    boolean agreesWith(Sign sign);

    /** The same magnitudes with a sign that is left to chance. */
    InitialValue withRandomSign();

    /** The same bound, with a magnitude that is left to chance between zero and it. */
    InitialValue withRandomMagnitude();

    /**
     * Always the same value.
     *
     * @param value the value
     */
    record Fixed(double value) implements InitialValue {
        @Override
        public double sample(RandomGenerator random) {
            return value;
        }

        @Override
        public boolean agreesWith(Sign sign) {
            return value * sign.value() >= 0;
        }

        @Override
        public InitialValue withRandomSign() {
            return new EitherSign(Math.abs(value));
        }

        @Override
        public InitialValue withRandomMagnitude() {
            return value == 0 ? this : new Uniform(Math.min(value, 0), Math.max(value, 0));
        }
    }

    /**
     * Anywhere in an interval, all places alike.
     *
     * @param low lower end, included
     * @param high upper end, excluded
     */
    record Uniform(double low, double high) implements InitialValue {
        /** Checks that the interval is one. */
        public Uniform {
            if (!(low < high)) {
                throw new IllegalArgumentException("There is nothing between " + low + " and " + high);
            }
        }

        @Override
        public double sample(RandomGenerator random) {
            return random.nextDouble(low, high);
        }

        @Override
        public boolean agreesWith(Sign sign) {
            return low * sign.value() >= 0 && high * sign.value() >= 0;
        }

        @Override
        public InitialValue withRandomSign() {
            double bound = Math.max(Math.abs(low), Math.abs(high));
            return new Uniform(-bound, bound);
        }

        @Override
        public InitialValue withRandomMagnitude() {
            return this;
        }
    }

    /**
     * One magnitude with either sign, each with probability ½.
     *
     * @param magnitude the magnitude, not negative
     */
    record EitherSign(double magnitude) implements InitialValue {
        @Override
        public double sample(RandomGenerator random) {
            return random.nextBoolean() ? magnitude : -magnitude;
        }

        @Override
        public boolean agreesWith(Sign sign) {
            return !sign.isDecided() || magnitude == 0;
        }

        @Override
        public InitialValue withRandomSign() {
            return this;
        }

        @Override
        public InitialValue withRandomMagnitude() {
            return new Uniform(-magnitude, magnitude);
        }
    }
}
