package dev.ganglion.experiments.ablation;

import dev.ganglion.controllers.ControllerChoice;
import dev.ganglion.controllers.ParameterCount;
import dev.ganglion.controllers.ablation.Ablation;
import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.wiring.Wiring;
import dev.ganglion.controllers.wiring.WiringProvider;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.options.InvalidInputException;
import java.util.ArrayList;
import java.util.List;

/**
 * A circuit from intact to ablated, one ablation after the other.
 *
 * @param stages the intact circuit first; at least one
 */
public record AblationTrail(List<Stage> stages) {
    /** Copies the list. */
    public AblationTrail {
        stages = List.copyOf(stages);
    }

    /**
     * The circuit after an ablation.
     *
     * @param name name of the ablation, or {@code intact}
     * @param circuit the circuit
     * @param parameters how many values are learned, without those of an adapter
     */
    public record Stage(String name, Circuit circuit, int parameters) {}

    /**
     * What a controller's options take away on a body.
     *
     * @throws InvalidInputException if the controller is no circuit or does not fit the body
     */
    public static AblationTrail of(ControllerChoice choice, EnvironmentSpec environment) {
        if (!(choice.provider() instanceof WiringProvider provider)) {
            throw new InvalidInputException(choice.provider().name()
                    + " is no circuit, so nothing can be cut out of it; circuits are ncap, connectome and circuit");
        }
        Wiring wiring = provider.wiring(choice.options(), environment);
        List<Stage> stages = new ArrayList<>();
        Circuit circuit = wiring.circuit();
        stages.add(stage("intact", circuit, choice, provider, wiring));
        for (Ablation ablation : provider.ablations(choice.options(), wiring)) {
            circuit = ablation.apply(circuit);
            stages.add(stage(ablation.name(), circuit, choice, provider, wiring));
        }
        return new AblationTrail(stages);
    }

    private static Stage stage(
            String name, Circuit circuit, ControllerChoice choice, WiringProvider provider, Wiring wiring) {
        return new Stage(name, circuit, ParameterCount.of(provider.controller(choice.options(), wiring, circuit)));
    }

    /** The circuit after all of them. */
    public Circuit result() {
        return stages.get(stages.size() - 1).circuit();
    }
}
