package dev.ganglion.controllers.circuit;

import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Suggestion;
import java.util.List;

/** Synapse models by the names that they have on the command line. */
public final class SynapseModels {
    private SynapseModels() {}

    /** Every name. */
    public static List<String> names() {
        return List.of("static", "stp");
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
            default ->
                throw new InvalidInputException(
                        "There is no synapse model '" + name + "'" + Suggestion.clause(name, names()));
        };
    }
}
