package dev.ganglion.experiments.cli.connectome;

import dev.ganglion.connectome.SignReading;
import dev.ganglion.connectome.SignRule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The option that says on which ground synapses have their signs. */
final class SignOptions {
    private static final String ALL =
            SignReading.DEFAULT.rules().stream().map(SignOptions::word).collect(Collectors.joining("+"));

    @Option(
            names = "--signs",
            paramLabel = "RULES",
            description = "Which rules are asked for a synapse's sign, joined by +, the first that decides wins:"
                    + " stated, transmitter, expression (default stated+transmitter+expression).")
    private String rules = ALL;

    /** The reading that is meant; signs that no rule decides stay open. */
    SignReading reading() {
        return new SignReading(
                Arrays.stream(rules.split("\\+", -1))
                        .map(word -> Words.one("--signs", word, List.of(SignRule.values()), SignOptions::word))
                        .toList(),
                SignReading.DEFAULT.otherwise());
    }

    private static String word(SignRule rule) {
        return rule.name().toLowerCase(Locale.ROOT);
    }
}
