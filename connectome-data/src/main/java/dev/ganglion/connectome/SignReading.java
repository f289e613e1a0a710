package dev.ganglion.connectome;

import java.util.List;

/**
 * Which rules are asked for a synapse's sign, in order; the first that decides wins.
 *
 * @param rules the rules, most trusted first
 * @param otherwise the sign where no rule decides; {@link Sign#UNKNOWN} to leave it open
 */
public record SignReading(List<SignRule> rules, Sign otherwise) {
    /**
     * What is stated, else the transmitter, else receptor expression; open where all are silent.
     *
     * <p>The transmitter goes before expression because the locomotion circuit needs it so: there the prediction by
     * expression is "complex" for DD and VD onto A and B neurons and for AVA and AVB onto all motor neurons, while
     * their transmitters are known.
     */
    public static final SignReading DEFAULT =
            new SignReading(List.of(SignRule.STATED, SignRule.TRANSMITTER, SignRule.EXPRESSION), Sign.UNKNOWN);

    /** Copies the list. */
    public SignReading {
        rules = List.copyOf(rules);
    }

    /** One rule alone, and unknown where it is silent. */
    public static SignReading only(SignRule rule) {
        return new SignReading(List.of(rule), Sign.UNKNOWN);
    }

    /** The same rules with another sign where none decides. */
    public SignReading otherwise(Sign sign) {
        return new SignReading(rules, sign);
    }
}
