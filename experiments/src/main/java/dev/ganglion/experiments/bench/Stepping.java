package dev.ganglion.experiments.bench;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentChoice;
import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.signal.Discrete;
import dev.ganglion.environments.signal.Space;
import java.util.random.RandomGenerator;

/** One environment stepped with random actions that were drawn beforehand, episode after episode, on one thread. */
final class Stepping {
    /** Steps between two looks at the clock. */
    static final int STEPS_AT_ONCE = 1_000;

    private final Environment environment;
    private final float[] actions;
    private final float[] observation;
    private boolean isOver = true;

    Stepping(EnvironmentChoice choice, long seed) {
        environment = choice.create();
        actions = randomActions(environment.spec().action(), seed);
        observation = new float[environment.spec().observation().size()];
    }

    private static float[] randomActions(Space space, long seed) {
        RandomGenerator random = RandomStreams.named(seed, "bench/actions");
        float[] actions = new float[STEPS_AT_ONCE * space.size()];
        for (int i = 0; i < actions.length; i++) {
            actions[i] = space instanceof Discrete choice
                    ? random.nextInt(choice.choices().size())
                    : (float) random.nextDouble(-1, 1);
        }
        return actions;
    }

    /**
     * Takes {@link #STEPS_AT_ONCE} steps, resets included, and returns their number.
     *
     * @param seed of the episodes that begin within them
     */
    long run(long seed) {
        int size = environment.spec().action().size();
        for (int i = 0; i < STEPS_AT_ONCE; i++) {
            if (isOver) {
                environment.reset(seed, observation, 0);
            }
            isOver = environment.step(actions, i * size, observation, 0).isDone();
        }
        return STEPS_AT_ONCE;
    }
}
