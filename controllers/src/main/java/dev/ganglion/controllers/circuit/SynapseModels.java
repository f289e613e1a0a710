package dev.ganglion.controllers.circuit;

import dev.ganglion.controllers.plasticity.PlasticityRules;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Suggestion;
import java.util.List;
import java.util.stream.Stream;

/** Synapse models by the names that they have on the command line. */
public final class SynapseModels {
    private SynapseModels() {}

    /** Every name. */
    public static List<String> names() {
        return Stream.concat(Stream.of("static", "stp"), PlasticityRules.names().stream())
                .toList();
    }

    /**
     * The model of a name with its usual constants.
     *
     * @throws InvalidInputException if there is none
     */
    public static SynapseModel named(String name) {
        return switch (name) {
            case "static" -> new SynapseModel.Static();
            case "stp" -> SynapseModel.ShortTerm.learned();
            default -> {
                if (!PlasticityRules.names().contains(name)) {
                    throw new InvalidInputException(
                            "There is no synapse model '" + name + "'" + Suggestion.clause(name, names()));
                }
                yield SynapseModel.Plastic.learned(PlasticityRules.named(name));
            }
        };
    }
}
