package dev.ganglion.tests.contract;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.StepStatus;
import dev.ganglion.environments.random.RandomStreams;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** An episode of a bare environment, with random actions that depend on its seed. */
final class Episode {
    private final Environment environment;
    private final RandomGenerator random;
    private final float[] observation;
    private final float[] action;
    private final StringBuilder trajectory = new StringBuilder();
    private StepStatus status = StepStatus.RUNNING;
    private int length;

    Episode(Environment environment, long seed) {
        this(environment, seed, seed);
    }

    Episode(Environment environment, long seed, long actionSeed) {
        this.environment = environment;
        random = RandomStreams.named(actionSeed, "actions");
        observation = new float[environment.spec().observation().size()];
        action = new float[environment.spec().action().size()];
        environment.reset(seed, observation, 0);
        trajectory.append(Arrays.toString(observation));
    }

    /** Steps with the action and tells everything that came of it. */
    String step(float[] given) {
        status = environment.step(given, 0, observation, 0);
        length++;
        String told = Arrays.toString(observation) + environment.reward() + status + environment.measurements();
        trajectory.append(told);
        return told;
    }

    void stepAtRandom() {
        RandomActions.fill(environment.spec().action(), random, action, 0);
        step(action);
    }

    /** Goes on to the end and tells everything since the reset. */
    String runAtRandom() {
        while (!status.isDone()) {
            stepAtRandom();
        }
        return trajectory.toString();
    }

    Environment environment() {
        return environment;
    }

    float[] observation() {
        return observation;
    }

    StepStatus status() {
        return status;
    }

    int length() {
        return length;
    }
}
