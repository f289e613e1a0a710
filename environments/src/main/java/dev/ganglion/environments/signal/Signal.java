package dev.ganglion.environments.signal;

/**
 * One named quantity that a body senses or takes as a command, such as {@code joint/3/angle}.
 *
 * <p>The name is a path; its numbered segments count places of the same kind, so {@code joint/3/angle}
 * belongs to the family {@code joint/*}{@code /angle}. Controllers bind to signals by name or by family, which is
 * what makes them portable between bodies.
 *
 * @param name path of lower-case segments, unique within an observation or an action
 * @param size number of components, at least 1
 * @param unit unit of every component, for example {@code rad}; {@code 1} if dimensionless
 * @param low lower limit of a component; may be negative infinity. A command is clipped to its limits. What is sensed
 *     may go a little beyond where they are soft, such as the stops of a joint
 * @param high upper limit of a component; may be positive infinity
 * @param position place along the body from 0 (head) to 1 (tail); NaN where the signal has no place
 * @param side the body side on which the signal arises
 */
public record Signal(String name, int size, String unit, double low, double high, double position, Side side) {
    /** What a name looks like, as a regular expression. */
    public static final String PATH = "[a-z0-9-]+(/[a-z0-9-]+)*";

    /** Checks the name, the size, the limits and the position. */
    public Signal {
        if (!name.matches(PATH)) {
            throw new IllegalArgumentException(
                    "A signal's name is a path of lower-case words such as joint/3/angle, not '" + name + "'");
        }
        if (size < 1) {
            throw new IllegalArgumentException("Signal " + name + " has size " + size + "; it needs at least 1");
        }
        if (!(low < high)) {
            throw new IllegalArgumentException(
                    "Signal " + name + " has limits " + low + " and " + high + "; the first must be lower");
        }
        if (position < 0 || position > 1) {
            throw new IllegalArgumentException(
                    "Signal " + name + " lies at " + position + "; positions go from 0 (head) to 1 (tail)");
        }
    }

    /** A signal of one component without limits, place or side. */
    public static Signal scalar(String name, String unit) {
        return new Signal(name, 1, unit, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NaN, Side.NONE);
    }

    /** The same signal under another name. */
    public Signal named(String newName) {
        return new Signal(newName, size, unit, low, high, position, side);
    }

    /** The same signal with {@code newSize} components. */
    public Signal withSize(int newSize) {
        return new Signal(name, newSize, unit, low, high, position, side);
    }

    /** The same signal with limits for each component. */
    public Signal within(double newLow, double newHigh) {
        return new Signal(name, size, unit, newLow, newHigh, position, side);
    }

    /** The same signal at a place along the body, from 0 (head) to 1 (tail). */
    public Signal at(double newPosition) {
        return new Signal(name, size, unit, low, high, newPosition, side);
    }

    /** The same signal on a side of the body. */
    public Signal on(Side newSide) {
        return new Signal(name, size, unit, low, high, position, newSide);
    }

    /** The name with every numbered segment replaced by {@code *}, such as {@code joint/*}{@code /angle}. */
    public String family() {
        return name.replaceAll("(?<=^|/)[0-9]+(?=/|$)", "*");
    }

    /** Whether the signal has a place along the body. */
    public boolean hasPosition() {
        return !Double.isNaN(position);
    }
}
