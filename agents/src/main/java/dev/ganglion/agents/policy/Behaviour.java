package dev.ganglion.agents.policy;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.controllers.ControllerChoice;

/** What acts: a controller that has learned, one that has not, or chance. */
public sealed interface Behaviour {
    /**
     * A controller as a run with that seed begins with it.
     *
     * @param controller the controller
     * @param seed decides its initial parameters, as far as they are random
     */
    record Untrained(ControllerChoice controller, long seed) implements Behaviour {}

    /**
     * A controller with the parameters of a checkpoint.
     *
     * @param controller the controller the checkpoint was made with
     * @param checkpoint holds its parameters, and the statistics of its observations if it sees them normalised
     */
    record Trained(ControllerChoice controller, Checkpoint checkpoint) implements Behaviour {}

    /** Actions drawn uniformly between their limits, or among their alternatives. */
    record UniformRandom() implements Behaviour {}
}
