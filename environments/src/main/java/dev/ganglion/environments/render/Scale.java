package dev.ganglion.environments.render;

/** Round lengths: 1, 2 or 5 times a power of ten. */
final class Scale {
    /** What rounding may have added to or taken from a length that is round itself. */
    private static final double TOLERANCE = 1e-9;

    private Scale() {}

    /** The smallest round length that is at least {@code length}. */
    static double atLeast(double length) {
        double decade = decade(length);
        double lead = length / decade - TOLERANCE;
        return decade * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    }

    /** The largest round length that is at most {@code length}. */
    static double atMost(double length) {
        double decade = decade(length);
        double lead = length / decade + TOLERANCE;
        return decade * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1);
    }

    private static double decade(double length) {
        return Math.pow(10, Math.floor(Math.log10(length) + TOLERANCE));
    }
}
