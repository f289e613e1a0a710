package dev.ganglion.experiments.supervised;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Functions of one to four variables, each in [−1, 1], that are approximated from examples.
 *
 * <p>All are ours: the functions on which CircuitNet was measured by its authors are not public to us. They hold what
 * its operators are said to help with, products and sines, and things that they are not.
 */
public enum TestFunction {
    /** {@code sin(3πx)}: a plain wave. */
    WAVE(1),
    /** {@code sin(2π(x+1)²)}: a wave that gets faster. */
    CHIRP(1),
    /** {@code |x|}: a corner. */
    CORNER(1),
    /** {@code x y}: a saddle. */
    PRODUCT(2),
    /** {@code sin(πx) cos(2πy)}: ripples. */
    RIPPLES(2),
    /** {@code exp(−8(x² + y²))}: a bump. */
    BUMP(2),
    /** {@code x y z}: a product of three. */
    TRIPLE(3),
    /** {@code sin(π x y) + z²}: a product within a wave. */
    NESTED(3),
    /** {@code w x + y z}: two products. */
    PAIRS(4),
    /** {@code sin(π(w + x)) y − z²}: all together. */
    MIXED(4);

    private final int dimensions;

    TestFunction(int dimensions) {
        this.dimensions = dimensions;
    }

    /** Number of variables. */
    public int dimensions() {
        return dimensions;
    }

    /** Its value at a point of {@link #dimensions()} coordinates. */
    public double at(double... x) {
        return switch (this) {
            case WAVE -> Math.sin(3 * Math.PI * x[0]);
            case CHIRP -> Math.sin(2 * Math.PI * (x[0] + 1) * (x[0] + 1));
            case CORNER -> Math.abs(x[0]);
            case PRODUCT -> x[0] * x[1];
            case RIPPLES -> Math.sin(Math.PI * x[0]) * Math.cos(2 * Math.PI * x[1]);
            case BUMP -> Math.exp(-8 * (x[0] * x[0] + x[1] * x[1]));
            case TRIPLE -> x[0] * x[1] * x[2];
            case NESTED -> Math.sin(Math.PI * x[0] * x[1]) + x[2] * x[2];
            case PAIRS -> x[0] * x[1] + x[2] * x[3];
            case MIXED -> Math.sin(Math.PI * (x[0] + x[1])) * x[2] - x[3] * x[3];
        };
    }

    /** Name on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All names. */
    static List<String> words() {
        return Arrays.stream(values()).map(TestFunction::word).toList();
    }
}
