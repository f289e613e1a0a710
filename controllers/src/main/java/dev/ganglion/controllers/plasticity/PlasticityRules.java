package dev.ganglion.controllers.plasticity;

import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Suggestion;
import java.util.List;
import java.util.stream.Stream;

/** Plasticity rules by their names. */
public final class PlasticityRules {
    private static final List<PlasticityRule> ALL = Stream.of(
                    Stream.of(new Hebbian(), new Oja()),
                    Stream.of(AbcdRule.Form.values()).map(AbcdRule::new),
                    Stream.of(new SpikeTiming(), new Neuromodulated(), new ThreeFactor()))
            .flatMap(rules -> rules)
            .map(PlasticityRule.class::cast)
            .toList();

    private PlasticityRules() {}

    /** Every rule. */
    public static List<PlasticityRule> all() {
        return ALL;
    }

    /** Every name. */
    public static List<String> names() {
        return ALL.stream().map(PlasticityRule::name).toList();
    }

    /**
     * The rule of a name.
     *
     * @throws InvalidInputException if there is none
     */
    public static PlasticityRule named(String name) {
        return ALL.stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "There is no plasticity rule '" + name + "'" + Suggestion.clause(name, names())));
    }
}
