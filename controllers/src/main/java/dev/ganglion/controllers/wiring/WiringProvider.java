package dev.ganglion.controllers.wiring;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ControllerProvider;
import dev.ganglion.controllers.ablation.Ablation;
import dev.ganglion.controllers.ablation.AblationOptions;
import dev.ganglion.controllers.adapter.LinearAdapter;
import dev.ganglion.controllers.binding.SignalBinding;
import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.translation.CircuitController;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.options.Options;
import java.util.List;

/** A kind of controller that is a circuit: it says what the circuit is, and shares everything else with all others. */
public interface WiringProvider extends ControllerProvider {
    /**
     * The intact circuit for a body.
     *
     * @param options parsed by {@link #options()}
     * @param environment the body
     * @throws dev.ganglion.environments.options.InvalidInputException if the body lacks what the circuit needs
     */
    Wiring wiring(Options options, EnvironmentSpec environment);

    /** The ablations that options ask for, in order. */
    default List<Ablation> ablations(Options options, Wiring wiring) {
        return AblationOptions.asked(options, wiring.circuit(), wiring.body().controlPeriodSeconds());
    }

    @Override
    default Controller bind(Options options, EnvironmentSpec environment) {
        Wiring wiring = wiring(options, environment);
        Circuit circuit = wiring.circuit();
        for (Ablation ablation : ablations(options, wiring)) {
            circuit = ablation.apply(circuit);
        }
        return LinearAdapter.around(controller(options, wiring, circuit), environment, wiring.body());
    }

    /** A circuit bound to the wiring's body. */
    default CircuitController controller(Options options, Wiring wiring, Circuit circuit) {
        return new CircuitController(options.canonicalName(), new SignalBinding(name(), wiring.body()).bind(circuit));
    }
}
