package dev.ganglion.controllers.parameter;

import dev.ganglion.connectome.Sign;

/**
 * Synapses that share one weight, and how that weight begins and is kept: one parameter of a circuit.
 *
 * @param name name, such as {@code prop} or {@code ipsi/dBWM3}
 * @param sign sign of its synapses; undecided if it is not known or left open
 * @param initial the effective weight at the beginning
 * @param parametrisation how the weight is kept to its sign
 */
public record WeightGroup(String name, Sign sign, InitialValue initial, Parametrisation parametrisation) {
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
    }

    /** The same group under another name. */
    public WeightGroup named(String newName) {
        return new WeightGroup(newName, sign, initial, parametrisation);
    }

    /** The same group with other initial values. */
    public WeightGroup beginningWith(InitialValue newInitial) {
        return new WeightGroup(name, sign, newInitial, parametrisation);
    }

    /** The same group without a sign: it begins with either and may take either. */
    public WeightGroup withoutSign() {
        return new WeightGroup(name, Sign.UNKNOWN, initial.withRandomSign(), Parametrisation.FREE);
    }
}
