package dev.ganglion.agents.rollout;

/**
 * The lengths of a rollout's axes.
 *
 * @param steps length of the time axis
 * @param environments length of the environment axis
 * @param observation components of an observation
 * @param action floats that hold an action
 * @param outputs components of the controller's output
 * @param state components of the controller's state
 * @param stateInterval steps between two stored states: 1 stores the state before every step, L that at the start of
 *     every chunk of L steps
 */
public record RolloutShape(
        int steps, int environments, int observation, int action, int outputs, int state, int stateInterval) {
    /** Number of environment steps. */
    public int size() {
        return steps * environments;
    }

    /** Number of stored states of each environment. */
    public int storedStates() {
        return (steps - 1) / stateInterval + 1;
    }
}
