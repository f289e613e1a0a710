package dev.ganglion.controllers.spinal;

import dev.ganglion.controllers.circuit.Bursting;
import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.circuit.Dynamics;
import dev.ganglion.controllers.circuit.Source;
import dev.ganglion.controllers.parameter.Parametrisation;
import java.util.Optional;

/*
 * Timing. In the source the senses of one step act on the rhythm in the next, and the pattern follows the rhythm at once.
 * Here neurons follow what the others did one step before while senses act at once, so the pattern comes a step later and
 * the rhythm a step earlier: from sense to target both take one step.
 */

/**
 * The spinal circuit: limb senses, rhythm generator and pattern formation, one step of it in each control step.
 *
 * @param command what sets rhythm and gait, in [0, 1]
 * @param parametrisation how the weights whose sign is locked are kept to it
 * @param gradient what a learner is told of bursts
 */
record SpinalWiring(double command, Parametrisation parametrisation, Bursting.Gradient gradient) {
    /**
     * The circuit.
     *
     * @param controlPeriodSeconds the body's control period
     */
    Circuit circuit(double controlPeriodSeconds) {
        CircuitBuilder builder = new CircuitBuilder();
        builder.neuron(RhythmGenerator.TONIC, new Source.Constant(1));
        builder.neuron(RhythmGenerator.COMMAND, new Source.Constant(command));
        RhythmGenerator.add(builder, Bursting.usual().withGradient(gradient));
        LimbSenses senses = new LimbSenses(builder, parametrisation);
        PatternFormation pattern = new PatternFormation(builder, parametrisation);
        for (Limb limb : Limb.values()) {
            senses.add(limb);
            pattern.add(limb);
        }
        return new Circuit(
                "spinal",
                builder.neurons(),
                builder.synapses(),
                builder.weights(),
                pattern.outputs(),
                Optional.of(new Dynamics(1, controlPeriodSeconds)));
    }
}
