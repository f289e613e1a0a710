package dev.ganglion.controllers.circuit;

/**
 * How a sense organ turns a signal x into activity: {@code clip(gain · x / scale + offset, low, high)}.
 *
 * @param scale what the signal is divided by
 * @param gain factor, not zero
 * @param offset activity at rest, before the clip
 * @param low least activity; may be negative infinity
 * @param high greatest activity; may be infinity
 */
public record Transfer(Scale scale, double gain, double offset, double low, double high) {
    /** Checks the gain and the limits. */
    public Transfer {
        if (gain == 0 || !Double.isFinite(gain) || !Double.isFinite(offset) || !(low < high)) {
            throw new IllegalArgumentException("A transfer with gain " + gain + ", offset " + offset + " and limits "
                    + low + " and " + high + " carries nothing");
        }
    }

    /** What a signal is measured against. */
    public enum Scale {
        /** The upper limit that the body gives for the signal: 1 is as far as it goes. */
        LIMIT,
        /** The signal's unit. */
        UNIT
    }

    /** The positive part of the signal as a share of its limit, in [0, 1]. */
    public static Transfer positivePart() {
        return new Transfer(Scale.LIMIT, 1, 0, 0, 1);
    }

    /** The negative part of the signal as a share of its limit, in [0, 1]. */
    public static Transfer negativePart() {
        return new Transfer(Scale.LIMIT, -1, 0, 0, 1);
    }

    /** The signal in its own unit, clipped to [0, 1]: a command. */
    public static Transfer command() {
        return new Transfer(Scale.UNIT, 1, 0, 0, 1);
    }

    /** What is missing of a command of full strength, in [0, 1]. */
    public static Transfer absenceOfCommand() {
        return new Transfer(Scale.UNIT, -1, 1, 0, 1);
    }
}
