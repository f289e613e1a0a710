package dev.ganglion.connectome;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * All contacts of one kind from one cell onto another.
 *
 * <p>An electrical synapse joins both cells alike. Published tables list it once from each side, with counts that
 * now and then differ; such listings are kept as they are, and {@link Connectome#gapJunctions()} gives the pairs.
 *
 * @param pre name of the cell that signals
 * @param post name of the cell that is signalled to
 * @param kind chemical or electrical
 * @param weight size of the contact, greater than 0: for C. elegans the number of electron-micrograph sections in
 *     which it is seen (Cook 2019) or the number of contacts (other tables)
 * @param signs what each rule says about the sign; a rule that is not there says {@link Sign#UNKNOWN}. Empty for an
 *     electrical synapse
 */
public record Synapse(String pre, String post, SynapseKind kind, double weight, Map<SignRule, Sign> signs) {
    /** Checks the weight and that an electrical synapse has no sign. */
    public Synapse {
        if (!(weight > 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException(
                    "The synapse " + pre + " to " + post + " has weight " + weight + "; it must be above 0 and finite");
        }
        if (kind == SynapseKind.ELECTRICAL && !signs.isEmpty()) {
            throw new IllegalArgumentException("The electrical synapse " + pre + " to " + post + " cannot have a sign");
        }
        signs = signs.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(signs));
    }

    /** A chemical synapse with a stated sign. */
    public static Synapse chemical(String pre, String post, double weight, Sign stated) {
        return new Synapse(pre, post, SynapseKind.CHEMICAL, weight, Map.of(SignRule.STATED, stated));
    }

    /** An electrical synapse as seen from one side. */
    public static Synapse electrical(String pre, String post, double weight) {
        return new Synapse(pre, post, SynapseKind.ELECTRICAL, weight, Map.of());
    }

    /** Whether it is chemical. */
    public boolean isChemical() {
        return kind == SynapseKind.CHEMICAL;
    }

    /** Whether it leads from a cell back onto itself. */
    public boolean isLoop() {
        return pre.equals(post);
    }

    /** What one rule says. */
    public Sign sign(SignRule rule) {
        return signs.getOrDefault(rule, Sign.UNKNOWN);
    }

    /** The sign under a reading; {@link Sign#UNKNOWN} for an electrical synapse. */
    public Sign sign(SignReading reading) {
        if (!isChemical()) {
            return Sign.UNKNOWN;
        }
        for (SignRule rule : reading.rules()) {
            Sign sign = sign(rule);
            if (sign.isDecided()) {
                return sign;
            }
        }
        return reading.otherwise();
    }

    /** The same contact between other cells. */
    public Synapse between(String newPre, String newPost) {
        return new Synapse(newPre, newPost, kind, weight, signs);
    }

    /** The same synapse with another weight. */
    public Synapse withWeight(double newWeight) {
        return new Synapse(pre, post, kind, newWeight, signs);
    }

    /** The same synapse with other signs. */
    public Synapse withSigns(Map<SignRule, Sign> newSigns) {
        return new Synapse(pre, post, kind, weight, newSigns);
    }
}
