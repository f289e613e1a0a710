package dev.ganglion.controllers.parameter;

import dev.ganglion.connectome.Sign;

/**
 * Synapses that share one weight, and how that weight begins and is kept: one parameter of a circuit, unless it is fixed.
 *
 * @param name name, such as {@code prop} or {@code ipsi/dBWM3}
 * @param sign sign of its synapses; undecided if it is not known or left open
 * @param initial the effective weight at the beginning
 * @param parametrisation how the weight is kept to its sign
 * @param isLearned whether it is a parameter; otherwise it stays the one value with which it begins
 */
public record WeightGroup(
        String name, Sign sign, InitialValue initial, Parametrisation parametrisation, boolean isLearned) {
    /** Checks that sign, beginning and parametrisation go together. */
    public WeightGroup {
        if (!name.matches("[A-Za-z0-9_.>-]+(/[A-Za-z0-9_.>-]+)*")) {
            throw new IllegalArgumentException(
                    "A weight group's name is a path such as ipsi/dBWM3, not '" + name + "'");
        }
        if (!sign.isDecided() && parametrisation != Parametrisation.FREE) {
            throw new IllegalArgumentException("The sign of " + name + " is open, so its weight must be free");
        }
        if (!initial.agreesWith(sign)) {
            throw new IllegalArgumentException(
                    "The weights " + name + " are " + sign + "; they cannot begin as " + initial);
        }
        if (!isLearned && !(initial instanceof InitialValue.Fixed)) {
            throw new IllegalArgumentException(
                    "The weight " + name + " is not learned, so it is one value, not " + initial);
        }
    }

    /** A weight that is learned. */
    public WeightGroup(String name, Sign sign, InitialValue initial, Parametrisation parametrisation) {
        this(name, sign, initial, parametrisation, true);
    }

    /** A weight that is not learned, of the sign of its value. */
    public static WeightGroup fixed(String name, double value) {
        return new WeightGroup(
                name,
                value < 0 ? Sign.INHIBITORY : Sign.EXCITATORY,
                new InitialValue.Fixed(value),
                Parametrisation.CLAMP,
                false);
    }

    /** The same group under another name. */
    public WeightGroup named(String newName) {
        return new WeightGroup(newName, sign, initial, parametrisation, isLearned);
    }

    /** The same group with other initial values; a weight that is not learned as it is. */
    public WeightGroup beginningWith(InitialValue newInitial) {
        return isLearned ? new WeightGroup(name, sign, newInitial, parametrisation) : this;
    }

    /** The same group without a sign: it begins with either and may take either. One that is not learned as it is. */
    public WeightGroup withoutSign() {
        return isLearned ? new WeightGroup(name, Sign.UNKNOWN, initial.withRandomSign(), Parametrisation.FREE) : this;
    }
}
