package dev.ganglion.environments.control;

/**
 * How well a measurement meets a demand: 1 between two bounds, falling towards 0 with the distance outside them.
 *
 * <p>Rewards are products of tolerances. The value lies in [0, 1]. Source: {@code dm_control/utils/rewards.py},
 * {@code tolerance}.
 *
 * @param low lower bound; may be negative infinity
 * @param high upper bound, not below {@code low}; may be positive infinity
 * @param margin distance outside the bounds at which the value is {@code valueAtMargin}; 0 makes it drop to 0 at once
 * @param valueAtMargin value at that distance, in [0, 1); above 0 for a shape that never reaches 0
 * @param shape how it falls
 */
public record Tolerance(double low, double high, double margin, double valueAtMargin, Shape shape) {
    /** How a tolerance falls with the distance from its bounds. */
    public enum Shape {
        /** A bell curve. */
        GAUSSIAN,
        /** {@code 1/(1 + x²)}: still felt from far away. */
        LONG_TAIL,
        /** A straight line down to 0. */
        LINEAR,
        /** A parabola down to 0. */
        QUADRATIC
    }

    /** Checks that bounds and margin go together. */
    public Tolerance {
        boolean reachesZero = shape == Shape.LINEAR || shape == Shape.QUADRATIC;
        if (!(low <= high) || !(margin >= 0)) {
            throw new IllegalArgumentException(
                    "Bounds " + low + " and " + high + " with margin " + margin + " are no tolerance");
        }
        if (!(valueAtMargin < 1) || !(reachesZero ? valueAtMargin >= 0 : valueAtMargin > 0)) {
            throw new IllegalArgumentException(
                    "A " + shape + " tolerance cannot be " + valueAtMargin + " at its margin");
        }
    }

    /** Exactly 1 between the bounds and 0 outside. */
    public static Tolerance between(double low, double high) {
        return new Tolerance(low, high, 0, 0.1, Shape.GAUSSIAN);
    }

    /** The same bounds, with a bell curve outside that falls to 0.1 at this distance. */
    public Tolerance withMargin(double newMargin) {
        return new Tolerance(low, high, newMargin, 0.1, Shape.GAUSSIAN);
    }

    /** The same bounds and margin with another fall. */
    public Tolerance falling(Shape newShape, double newValueAtMargin) {
        return new Tolerance(low, high, margin, newValueAtMargin, newShape);
    }

    /** The value for a measurement. */
    public double of(double measurement) {
        double distance = Math.max(0, Math.max(low - measurement, measurement - high));
        if (distance == 0) {
            return 1;
        }
        return margin == 0 ? 0 : fall(distance / margin);
    }

    private double fall(double margins) {
        return switch (shape) {
            // Strict, so that rewards have the same bits on every machine.
            case GAUSSIAN -> StrictMath.pow(valueAtMargin, margins * margins);
            case LONG_TAIL -> 1 / (1 + margins * margins * (1 / valueAtMargin - 1));
            case LINEAR -> Math.max(0, 1 - margins * (1 - valueAtMargin));
            case QUADRATIC -> Math.max(0, 1 - margins * margins * (1 - valueAtMargin));
        };
    }
}
