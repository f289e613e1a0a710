package dev.ganglion.experiments.bench;

import dev.ganglion.agents.policy.Policy;
import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentChoice;
import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.signal.Discrete;
import dev.ganglion.environments.signal.Space;
import java.util.random.RandomGenerator;

/** One environment stepped with actions that were chosen beforehand, episode after episode, on one thread. */
final class Stepping {
    /** Steps between two looks at the clock. */
    static final int STEPS_AT_ONCE = 1_000;

    private final Environment environment;
    private final float[] actions;
    private final float[] observation;

    private Stepping(Environment environment, float[] actions) {
        this.environment = environment;
        this.actions = actions;
        observation = new float[environment.spec().observation().size()];
    }

    /** With random actions. */
    static Stepping atRandom(EnvironmentChoice choice, long seed) {
        Environment environment = choice.create();
        return new Stepping(environment, randomActions(environment.spec().action(), seed));
    }

    /**
     * With the actions of a policy, which may cost the engine more: a body that swims reaches its joints' stops, one that
     * trembles does not.
     *
     * @param policy acts once, for as many steps as there are at once
     * @param seed of its episodes, as to be given to {@link #run}
     */
    static Stepping driven(EnvironmentChoice choice, Policy policy, long seed) {
        Environment environment = choice.create();
        int size = environment.spec().action().size();
        float[] actions = new float[STEPS_AT_ONCE * size];
        float[] action = new float[size];
        float[] observation = new float[environment.spec().observation().size()];
        boolean isOver = true;
        for (int i = 0; i < STEPS_AT_ONCE; i++) {
            if (isOver) {
                environment.reset(seed, observation, 0);
                policy.begin(seed);
            }
            policy.act(observation, action);
            System.arraycopy(action, 0, actions, i * size, size);
            isOver = environment.step(action, 0, observation, 0).isDone();
        }
        return new Stepping(environment, actions);
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
        boolean isOver = true;
        for (int i = 0; i < STEPS_AT_ONCE; i++) {
            if (isOver) {
                environment.reset(seed, observation, 0);
            }
            isOver = environment.step(actions, i * size, observation, 0).isDone();
        }
        return STEPS_AT_ONCE;
    }
}
